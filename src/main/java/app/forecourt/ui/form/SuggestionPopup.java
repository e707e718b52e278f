package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValue;
import app.forecourt.ui.fx.ListenerScope;
import impl.org.controlsfx.autocompletion.AutoCompletionTextFieldBinding;
import impl.org.controlsfx.skin.AutoCompletePopupSkin;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Known words under a text field while it is typed in. ControlsFX selects the first of them by itself and takes it on
 * Tab, which turns "golf" into "golf plus"; here nothing is selected until the user goes down to it (with Down, which opens them too), so Tab and Enter
 * leave what she typed as it is.
 */
final class SuggestionPopup extends AutoCompletionTextFieldBinding<String> {
    private static final long AFTER_MILLIS = 80;
    /** Pixels, as the style sheet has them. */
    private static final int ROW_HEIGHT = 24;
    private static final int BORDER = 1;
    private static final double NARROWEST = 160;

    private final Known known;
    private final LatestSuggestions answers;
    private final ListView<?> list;
    private boolean goingDown;

    /** What is known, as it is shown, and what is typed for it. */
    interface Known {
        /**
         * What goes with what is typed. Called on a thread of ControlsFX's own.
         *
         * @param asked whether it was asked for with Down, and does not just go along with typing
         */
        List<String> words(String typed, boolean asked);

        default String written(String shown) {
            return shown;
        }
    }

    private SuggestionPopup(TextField control, Known known) {
        var ours = new LatestSuggestions(known, control.getText());
        super(control, ours);
        this.known = known;
        answers = ours;
        control.textProperty().subscribe(answers::typed);
        setDelay(AFTER_MILLIS);
        setVisibleRowCount(8);
        var skin = new AutoCompletePopupSkin<>(getAutoCompletionPopup());
        list = (ListView<?>) skin.getNode();
        // ControlsFX styles this list for Modena; ours lies in the window's own style sheet.
        list.getStylesheets().clear();
        list.prefHeightProperty().bind(Bindings.min(visibleRowCountProperty(), Bindings.size(list.getItems()))
                .multiply(ROW_HEIGHT).add(2 * BORDER));
        control.widthProperty()
                .subscribe(width -> setPrefWidth(Math.max(NARROWEST, Math.floor(width.doubleValue()))));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getAutoCompletionPopup().setSkin(skin);
        // A click beside the list hides it and goes where it was aimed, instead of being swallowed.
        getAutoCompletionPopup().setConsumeAutoHidingEvents(false);
        // Down in an empty field asks what is known.
        control.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !getAutoCompletionPopup().isShowing()) {
                answers.asked(control.getText());
                goingDown = true;
                setUserInput(control.getText());
            }
        });
        control.focusedProperty().subscribe(focused -> {
            if (!focused) {
                answers.cancel();
                hidePopup();
            }
        });
    }

    /** Offers a field's known words while it is typed in. */
    static void under(TextField control, CarField field, WordSuggestions known, CarFormModel form,
            ListenerScope listening) {
        // The words are looked up on a thread of ControlsFX's own; a draft can be read on any.
        var registered = new AtomicReference<@Nullable String>();
        Runnable hear = () -> registered.set(form.externalValues().values().stream()
                .filter(heard -> heard.field() == field).map(ExternalValue::text).findFirst().orElse(null));
        hear.run();
        listening.to(form.externalValues().values(), change -> hear.run());
        hang(control, (typed, asked) -> offered(
                known.of(field, form.draft().get(), typed, Optional.ofNullable(registered.get())), typed));
    }

    /** Offers the desk's own dealerships by name; what is taken is the id. */
    static void ofDealerships(TextField control, CarFormModel form) {
        hang(control, new Known() {
            @Override
            public List<String> words(String typed, boolean asked) {
                return DealershipSuggestions.offered(form.sellers().get().names(), typed, asked);
            }

            @Override
            public String written(String shown) {
                return DealershipSuggestions.id(form.sellers().get().names(), shown);
            }
        });
    }

    /** Each is a window and a thread of its own: it is made when the control has the focus for the first time. */
    private static void hang(TextField control, Known known) {
        control.focusedProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable focus) {
                control.focusedProperty().removeListener(this);
                new SuggestionPopup(control, known);
            }
        });
    }

    @Override
    protected void completeUserInput(String shown) {
        // Set, as ControlsFX does it, it would take with it what Ctrl+Z brings back.
        getCompletionTarget().replaceText(0, getCompletionTarget().getLength(), known.written(shown));
    }

    /** A word that stands there already needs no offering. */
    private static List<String> offered(List<String> words, String typed) {
        return words.size() == 1 && words.getFirst().equalsIgnoreCase(typed.strip()) ? List.of() : words;
    }

    @Override
    protected void showPopup() {
        // An older answer may have been under way when this one was given.
        answers.newest().filter(words -> !words.equals(getAutoCompletionPopup().getSuggestions()))
                .ifPresent(getAutoCompletionPopup().getSuggestions()::setAll);
        if (getCompletionTarget().isFocused() && getCompletionTarget().isEditable()) {
            super.showPopup();
            if (getCompletionTarget()
                    .queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
                list.setAccessibleText(label.getText());
            }
            if (goingDown) {
                list.getSelectionModel().selectFirst();
            } else {
                list.getSelectionModel().clearSelection();
                list.getFocusModel().focus(-1);
            }
            goingDown = false;
        }
    }

    /** The list gets every key before the text field does; it keeps only those that choose in it. */
    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case TAB -> {
                hidePopup();
                getCompletionTarget().requestFocusTraversal(
                        key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
            case ENTER -> {
                if (key.isShortcutDown()) {
                    hidePopup();
                } else if (list.getSelectionModel().isEmpty()) {
                    hidePopup();
                    key.consume();
                }
            }
            case HOME, END, LEFT, RIGHT -> {
                // They move the caret, and once it moves in the text there is nothing to offer.
                hidePopup();
                key.consume();
                Platform.runLater(() -> Event.fireEvent(getCompletionTarget(), key));
            }
            default -> {
            }
        }
    }
}
