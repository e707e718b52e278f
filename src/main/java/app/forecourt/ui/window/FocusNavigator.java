package app.forecourt.ui.window;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.CarRecord;
import app.forecourt.stock.EditPosition;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.options.OptionsPane;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** Where she is in the car: the caret goes to a field, to the next problem, or back to where it was at the last end. */
final class FocusNavigator {
    /** The one control besides the fields where a car is typed. */
    private static final String OPTION_SEARCH = "optionSearch";

    private final AppModel desk;
    private final Messages words;
    private final FormPane form;
    private final OptionsPane options;

    /**
     * A place in the window.
     *
     * @param id of the control that has the focus; empty when it has none
     * @param anchor where the marking of its text begins
     * @param caret where it ends
     * @param scroll how far the form is scrolled, from 0 to 1
     * @param sought what is typed into the search for options
     */
    record Spot(String id, int anchor, int caret, double scroll, String sought) {}

    FocusNavigator(AppModel desk, Messages words, FormPane form, OptionsPane options) {
        this.desk = desk;
        this.words = words;
        this.form = form;
        this.options = options;
    }

    /** Goes to a field, and shows it. */
    void jumpTo(CarField field) {
        if (field == CarField.OPTIONS) {
            options.search();
        } else {
            form.jumpTo(field);
        }
    }

    /** Goes to the problem after the field that has the focus, round and round. */
    void toNextProblem() {
        toProblem(problems(), (field, left) -> field.compareTo(left) > 0);
    }

    /** Goes to the one before it. */
    void toPreviousProblem() {
        toProblem(problems().reversed(), (field, left) -> field.compareTo(left) < 0);
    }

    private List<CarField> problems() {
        return desk.form().shown().stream().map(Problem::field).distinct().toList();
    }

    private void toProblem(List<CarField> fields, BiPredicate<CarField, CarField> farther) {
        String id = id(form.getScene().getFocusOwner());
        Optional<CarField> here = id.equals(OPTION_SEARCH) ? Optional.of(CarField.OPTIONS)
                : CarField.ofApiName(id);
        // From its line in the summary a problem is the next one itself.
        ProblemSummary.fieldOf(id)
                .or(() -> here.flatMap(
                        left -> fields.stream().filter(field -> farther.test(field, left)).findFirst()))
                .or(() -> fields.stream().findFirst()).ifPresent(this::jumpTo);
    }

    /** Goes to where she was. */
    void back(EditPosition place) {
        CarField.ofApiName(place.field()).ifPresentOrElse(this::jumpTo, () -> {
            if (place.field().equals(OPTION_SEARCH)) {
                options.search();
            }
        });
        // After the focus, which scrolls too.
        Platform.runLater(() -> Platform.runLater(() -> {
            form.setVvalue(place.scroll());
            if (form.getScene().getFocusOwner() instanceof TextInputControl text) {
                // All of it would be marked, and gone with the next key.
                text.end();
            }
        }));
    }

    /** Where it is in the window, in whatever it is. */
    Spot spot() {
        Node focused = form.getScene().getFocusOwner();
        return focused instanceof TextInputControl text
                ? new Spot(id(text), text.getAnchor(), text.getCaretPosition(), form.getVvalue(),
                        options.sought())
                : new Spot(id(focused), 0, 0, form.getVvalue(), options.sought());
    }

    /** Goes to the spot where it was among other views of the same. */
    void stand(Spot spot) {
        options.seek(spot.sought());
        Node there = spot.id().isEmpty() ? null : form.getScene().lookup("#" + spot.id());
        if (there == null) {
            return;
        }
        there.requestFocus();
        CarRecord car = desk.cars().current().car().get();
        Runnable mark = () -> Platform.runLater(() -> Platform.runLater(() -> {
            if (form.getScene().getFocusOwner() != there || desk.cars().current().car().get() != car) {
                // The user went on meanwhile, to another field or to a new car.
                return;
            }
            // After the focus, which scrolls and marks all.
            form.setVvalue(spot.scroll());
            if (there instanceof TextInputControl text) {
                text.selectRange(spot.anchor(), spot.caret());
            }
        }));
        mark.run();
        if (!there.isFocused()) {
            // A dialog is only just closing.
            there.focusedProperty().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable focus) {
                    there.focusedProperty().removeListener(this);
                    mark.run();
                }
            });
        }
    }

    /** Has it kept from now on. */
    void keep() {
        Scene scene = form.getScene();
        words.listenerScope().to(scene.focusOwnerProperty(), this::moved);
        form.vvalueProperty().subscribe(any -> moved(scene.getFocusOwner()));
    }

    private void moved(@Nullable Node focused) {
        String id = id(focused);
        if (CarField.ofApiName(id).isPresent() || id.equals(OPTION_SEARCH)) {
            desk.cars().current().moved(id, form.getVvalue());
        }
    }

    private static String id(@Nullable Node node) {
        return node == null || node.getId() == null ? "" : node.getId();
    }
}
