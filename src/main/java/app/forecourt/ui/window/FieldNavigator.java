package app.forecourt.ui.window;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.dialog.Sheet;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.TypedTextFocusKeeper;
import app.forecourt.ui.options.OptionsPane;
import app.forecourt.ui.send.BannerArea;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * Navigator that moves the focus to a field, to the next problem, or to the last edit position, which is the field
 * focused when the program last closed.
 */
final class FieldNavigator {
    /** Id of the option search, the only control besides the fields that takes data of the car. */
    private static final String OPTION_SEARCH = "optionSearch";

    private final AppModel model;
    private final Messages messages;
    private final FormPane form;
    private final OptionsPane options;
    /** Control of the form that lost the focus last, and the car that the form had then. */
    private Optional<Left> left = Optional.empty();

    /** Fields of the problems at the last step to a problem, in the order of that step. */
    private List<CarField> steps = List.of();

    /** Car that the form had when its focused control got the focus. A click on another car changes the car first. */
    private @Nullable UUID entered;

    /** @param comeBack action that returns the focus with the caret */
    private record Left(Node control, @Nullable UUID car, Runnable comeBack) {}

    /**
     * Position in the window.
     *
     * @param id id of the focus owner; empty if it has none
     * @param anchor start of the text selection
     * @param caret end of the text selection
     * @param scroll scroll position of the form, from 0 to 1
     * @param optionSearch text of the option search
     */
    record Spot(String id, int anchor, int caret, double scroll, String optionSearch) {}

    FieldNavigator(AppModel model, Messages messages, FormPane form, OptionsPane options) {
        this.model = model;
        this.messages = messages;
        this.form = form;
        this.options = options;
    }

    /** Moves the focus to a field and scrolls to it. */
    void jumpTo(CarField field) {
        entered = carId();
        if (field == CarField.OPTIONS) {
            options.focusSearch();
        } else {
            form.jumpTo(field);
        }
    }

    /** Returns the focus to the control of the form that the user left, or to the field that had it last. */
    void returnToForm() {
        left.filter(spot -> carId().equals(spot.car()) && NodeTree.isWithin(form, spot.control()))
                .ifPresentOrElse(
                        spot -> spot.comeBack().run(),
                        () -> jumpTo(model.cars().current().position().focusedField()));
    }

    private UUID carId() {
        return model.cars().current().car().get().id();
    }

    /**
     * Moves the focus to the next or the previous problem in the order of the list of problems. Wraps around at the
     * end. Begins with that of the focused field, or with a problem that was fixed there since the last step.
     */
    void stepToProblem(boolean isBackward) {
        List<CarField> listed = problems(_ -> true);
        List<CarField> fields = isBackward ? listed.reversed() : listed;
        List<CarField> earlier = isBackward ? steps.reversed() : steps;
        List<CarField> rest = focusedField()
                .filter(earlier::contains)
                .map(field -> earlier.subList(earlier.indexOf(field) + 1, earlier.size()))
                .orElse(List.of());
        steps = listed;
        toProblem(
                fields,
                (field, focused) -> fields.contains(focused)
                        ? fields.indexOf(field) > fields.indexOf(focused)
                        : rest.contains(field));
    }

    /**
     * Moves the focus to the first error or to the first warning. If it is there, moves it to the next of that kind.
     */
    void toProblem(boolean isError) {
        List<CarField> fields = problems(problem -> problem.code().isError() == isError);
        toProblem(fields, (field, focused) -> fields.contains(focused) && field.compareTo(focused) > 0);
    }

    private List<CarField> problems(Predicate<Problem> filter) {
        return model.form().problems().listed().stream()
                .filter(filter)
                .map(Problem::field)
                .distinct()
                .toList();
    }

    private void toProblem(List<CarField> fields, BiPredicate<CarField, CarField> isBeyond) {
        String id = id(form.getScene().getFocusOwner());
        // If the focus is on a problem's line in the summary, that problem is the next one.
        ProblemSummary.fieldOf(id)
                .filter(fields::contains)
                .or(() -> focusedField()
                        .flatMap(focused -> fields.stream()
                                .filter(field -> isBeyond.test(field, focused))
                                .findFirst()))
                .or(() -> fields.stream().findFirst())
                .ifPresent(this::jumpTo);
    }

    private Optional<CarField> focusedField() {
        String id = id(form.getScene().getFocusOwner());
        return id.equals(OPTION_SEARCH) ? Optional.of(CarField.OPTIONS) : CarField.ofApiName(id);
    }

    /** Moves the focus to the last edit position and scrolls the form there. */
    void restorePosition(EditPosition position) {
        CarField.ofApiName(position.field())
                .ifPresentOrElse(
                        field -> {
                            focusAsTyped(form.getScene().lookup("#" + field.apiName()));
                            jumpTo(field);
                        },
                        () -> {
                            if (position.field().equals(OPTION_SEARCH)) {
                                options.focusSearch();
                            }
                        });
        clearSelection();
        // Scrolls after the focus has moved, because moving the focus scrolls too.
        Platform.runLater(() -> Platform.runLater(() -> {
            form.setVvalue(position.scroll());
            clearSelection();
        }));
    }

    /** Clears the selection of a whole text, because the next key would replace it. */
    private void clearSelection() {
        if (form.getScene().getFocusOwner() instanceof TextInputControl text
                && text.getSelection().getLength() == text.getLength()) {
            text.end();
        }
    }

    /** Moves the focus to a node. Another form of a text would not go on where the user has ended. */
    private static void focusAsTyped(@Nullable Node node) {
        if (node != null && !(node instanceof TextInputControl text && TypedTextFocusKeeper.returnToTyped(text))) {
            node.requestFocus();
        }
    }

    /** Returns the current position in the window, whatever control has the focus. */
    Spot currentSpot() {
        Node focused = form.getScene().getFocusOwner();
        return focused instanceof TextInputControl text
                ? new Spot(id(text), text.getAnchor(), text.getCaretPosition(), form.getVvalue(), options.searchText())
                : new Spot(id(focused), 0, 0, form.getVvalue(), options.searchText());
    }

    /** Restores a position in new views of the same car. */
    void restoreSpot(Spot spot) {
        options.setSearchText(spot.optionSearch());
        Node node = spot.id().isEmpty() ? null : form.getScene().lookup("#" + spot.id());
        if (node == null) {
            return;
        }
        focusAsTyped(node);
        CarInMemory car = model.cars().current().car().get();
        Runnable restore = () -> Platform.runLater(() -> Platform.runLater(() -> {
            if (form.getScene().getFocusOwner() != node
                    || model.cars().current().car().get() != car) {
                // The user moved on meanwhile, to another field or to a new car.
                return;
            }
            // Runs after the focus has moved, because moving the focus scrolls and selects all text.
            form.setVvalue(spot.scroll());
            if (node instanceof TextInputControl text) {
                text.selectRange(spot.anchor(), spot.caret());
            }
        }));
        restore.run();
        if (!node.isFocused()) {
            // The control gets the focus once the closing dialog is gone.
            node.focusedProperty().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable observable) {
                    node.focusedProperty().removeListener(this);
                    restore.run();
                }
            });
        }
    }

    /**
     * Starts to record the edit position on each change.
     *
     * @param banner place of the next steps of a sent car
     */
    void startRecording(BannerArea banner) {
        Scene scene = form.getScene();
        messages.listenerScope().listen(scene.focusOwnerProperty(), this::recordPosition);
        messages.listenerScope().listen(scene.focusOwnerProperty(), (oldOwner, newOwner) -> {
            if (NodeTree.isWithin(form, oldOwner) && !NodeTree.isWithin(form, newOwner)) {
                left = Optional.of(new Left(oldOwner, entered, TypedTextFocusKeeper.restorer(oldOwner)));
            }
            entered = carId();
        });
        messages.listenerScope().listen(scene.focusOwnerProperty(), owner -> {
            if (owner == null && Sheet.openOn(scene.getRoot()).isEmpty()) {
                // Its owner has gone. JavaFX moves it to the first control of the window next, whose keys change the
                // environment.
                Platform.runLater(() -> returnLostFocus(banner));
            }
        });
        form.vvalueProperty().subscribe(_ -> {
            // Another car scrolls the form while the focus is still in a field of the car before.
            if (carId().equals(entered)) {
                recordPosition(scene.getFocusOwner());
            }
        });
    }

    /** Moves the focus to the next steps of a sent car, or to the form, which for a sent car is read-only. */
    private void returnLostFocus(BannerArea banner) {
        if (model.cars().current().status().get() == SendingStatus.SENT && banner.hasBanner()) {
            banner.focusBanner();
        } else {
            returnToForm();
        }
    }

    private void recordPosition(@Nullable Node focused) {
        String id = id(focused);
        if (CarField.ofApiName(id).isPresent() || id.equals(OPTION_SEARCH)) {
            model.cars().current().position().onFocusMoved(id, form.getVvalue());
        }
    }

    private static String id(@Nullable Node node) {
        return node == null || node.getId() == null ? "" : node.getId();
    }
}
