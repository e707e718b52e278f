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
 * A list of suggestions below a text field. ControlsFX selects the first suggestion by itself and accepts it on Tab,
 * which turns "golf" into "golf plus". Here nothing is selected until the user presses Down, which also opens the
 * list. Tab and Enter therefore leave the input unchanged.
 */
final class SuggestionPopup extends AutoCompletionTextFieldBinding<String> {
    /** Milliseconds after the last letter before the suggestions are requested (debounce). */
    private static final long DEBOUNCE_MILLIS = 80;
    /** Pixels; the same as in the style sheet. */
    private static final int ROW_HEIGHT = 24;
    private static final int BORDER = 1;
    private static final double NARROWEST = 160;

    private final SuggestionSource known;
    private final LatestSuggestions answers;
    private final ListView<?> list;
    private boolean goingDown;

    /** A source of suggestions: their texts in the list and the text each of them types. */
    interface SuggestionSource {
        /**
         * Returns the suggestions for the input. Called on a background thread of ControlsFX.
         *
         * @param asked true if the user requested the list with Down, false if it follows the typing
         */
        List<String> suggestions(String typed, boolean asked);

        /** Returns the text that an accepted suggestion types. */
        default String insertedText(String shown) {
            return shown;
        }
    }

    private SuggestionPopup(TextField control, SuggestionSource known) {
        var latest = new LatestSuggestions(known, control.getText());
        super(control, latest);
        this.known = known;
        answers = latest;
        control.textProperty().subscribe(answers::onTyped);
        setDelay(DEBOUNCE_MILLIS);
        setVisibleRowCount(8);
        var skin = new AutoCompletePopupSkin<>(getAutoCompletionPopup());
        list = (ListView<?>) skin.getNode();
        // ControlsFX styles this list for Modena; the style used here is in the window's style sheet.
        list.getStylesheets().clear();
        list.prefHeightProperty().bind(Bindings.min(visibleRowCountProperty(), Bindings.size(list.getItems()))
                .multiply(ROW_HEIGHT).add(2 * BORDER));
        control.widthProperty()
                .subscribe(width -> setPrefWidth(Math.max(NARROWEST, Math.floor(width.doubleValue()))));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        getAutoCompletionPopup().setSkin(skin);
        // A click beside the list hides the list and also reaches its target instead of being consumed.
        getAutoCompletionPopup().setConsumeAutoHidingEvents(false);
        // Down requests the suggestions, also in an empty field.
        control.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !getAutoCompletionPopup().isShowing()) {
                answers.onRequested(control.getText());
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

    /** Installs the suggestions of a field's known words. */
    static void installFor(TextField control, CarField field, WordSuggestions known, CarFormModel form,
            ListenerScope listening) {
        // ControlsFX requests the words on a background thread. A draft is readable there, the values of the register
        // are not.
        var registered = new AtomicReference<@Nullable String>();
        Runnable updateRegisterWord = () -> registered.set(form.externalValues().registerValues().stream()
                .filter(value -> value.field() == field).map(ExternalValue::text).findFirst().orElse(null));
        updateRegisterWord.run();
        listening.listen(form.externalValues().registerValues(), _ -> updateRegisterWord.run());
        install(control, (typed, _) -> withoutTypedWord(
                known.matching(field, form.draft().get(), typed, Optional.ofNullable(registered.get())),
                typed));
    }

    /** Installs the suggestions of the configured dealerships. They are listed by name; accepting one types its id. */
    static void installForDealerships(TextField control, CarFormModel form) {
        install(control, new SuggestionSource() {
            @Override
            public List<String> suggestions(String typed, boolean asked) {
                return DealershipSuggestions.matching(form.knownDealerships().get().namesById(), typed,
                        asked);
            }

            @Override
            public String insertedText(String shown) {
                return DealershipSuggestions.idOf(form.knownDealerships().get().namesById(), shown);
            }
        });
    }

    /** Creates the popup on the first focus of the control, because each popup has a window and a thread. */
    private static void install(TextField control, SuggestionSource known) {
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
        // ControlsFX sets the text instead, which would clear the undo history of Ctrl+Z.
        getCompletionTarget().replaceText(0, getCompletionTarget().getLength(), known.insertedText(shown));
    }

    /** Returns no suggestions if the only one equals the input. */
    private static List<String> withoutTypedWord(List<String> words, String typed) {
        return words.size() == 1 && words.getFirst().equalsIgnoreCase(typed.strip()) ? List.of() : words;
    }

    @Override
    protected void showPopup() {
        // An older answer may have arrived after the newest one.
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

    /**
     * Handles a key in the list, which gets each key before the text field. Keeps only keys that choose a suggestion.
     */
    private void onListKey(KeyEvent key) {
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
                // These keys move the caret. When the caret moves within the text, there is nothing to suggest.
                hidePopup();
                key.consume();
                Platform.runLater(() -> Event.fireEvent(getCompletionTarget(), key));
            }
            default -> {
            }
        }
    }
}
