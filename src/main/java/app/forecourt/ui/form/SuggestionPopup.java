package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.TextFieldListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.util.Duration;

/**
 * A list of suggestions below a text field. Nothing is selected until the user presses Down, which also opens the list.
 * Tab and Enter therefore leave the input unchanged.
 *
 * <p>
 * No control of a library does the same. The auto-completion of ControlsFX accepts its first suggestion on Tab, which
 * turns "golf" into "golf plus", and only its internal classes can change that. An editable ComboBox of JavaFX opens
 * its list on a click only and does not filter it.
 */
final class SuggestionPopup {
    /** Time after the last letter before the suggestions are shown (debounce). */
    private static final Duration DEBOUNCE = Duration.millis(80);
    /** Pixels; the same as in the style sheet. */
    private static final int ROW_HEIGHT = 24;
    private static final int BORDER = 1;
    private static final double NARROWEST = 160;
    private static final int MOST_ROWS = 8;

    private final TextField control;
    private final BiFunction<String, Boolean, List<String>> suggestions;
    private final UnaryOperator<String> insertedText;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private final PauseTransition debounce = new PauseTransition(DEBOUNCE);

    private SuggestionPopup(TextField control, BiFunction<String, Boolean, List<String>> suggestions,
            UnaryOperator<String> insertedText) {
        this.control = control;
        this.suggestions = suggestions;
        this.insertedText = insertedText;
        list.getStyleClass().add("suggestions");
        list.prefWidthProperty().bind(Bindings.max(NARROWEST, control.widthProperty()));
        list.prefHeightProperty().bind(Bindings.min(MOST_ROWS, Bindings.size(list.getItems()))
                .multiply(ROW_HEIGHT).add(2 * BORDER));
        list.setCellFactory(_ -> {
            var cell = new TextFieldListCell<String>();
            cell.setOnMouseClicked(_ -> accept());
            return cell;
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // A click beside the list hides the list and also reaches its target instead of being consumed.
        popup.setConsumeAutoHidingEvents(false);
        debounce.setOnFinished(_ -> show(false));
        control.textProperty().subscribe((_, _) -> {
            if (control.isFocused()) {
                debounce.playFromStart();
            }
        });
        control.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !popup.isShowing()) {
                show(true);
            }
        });
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                hide();
            }
        });
    }

    /** Installs the suggestions of a field's known words. */
    static void installFor(TextField control, CarField field, WordSuggestions known, CarFormModel form) {
        install(control, (typed, _) -> {
            Optional<String> registered = form.externalValues().registerValues().stream()
                    .filter(value -> value.field() == field).map(ExternalValues.Value::text).findFirst();
            List<String> words = known.matching(field, form.draft().get(), typed, registered);
            return words.size() == 1 && words.getFirst().equalsIgnoreCase(typed.strip()) ? List.of() : words;
        }, UnaryOperator.identity());
    }

    /** Installs the suggestions of the configured dealerships. They are listed by name; accepting one types its id. */
    static void installForDealerships(TextField control, CarFormModel form) {
        install(control, (typed, asked) -> DealershipSuggestions
                .matching(form.knownDealerships().get().namesById(), typed, asked),
                shown -> DealershipSuggestions.idOf(form.knownDealerships().get().namesById(), shown));
    }

    /**
     * Installs suggestions on a text field. The popup is created on the first focus, because each has a window.
     *
     * @param suggestions returns the suggestions for the input. Its second argument is true if the user requested the
     *        list with Down, false if the list follows the typing
     * @param insertedText returns the text that an accepted suggestion types
     */
    static void install(TextField control, BiFunction<String, Boolean, List<String>> suggestions,
            UnaryOperator<String> insertedText) {
        control.focusedProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable focus) {
                control.focusedProperty().removeListener(this);
                new SuggestionPopup(control, suggestions, insertedText);
            }
        });
    }

    private void show(boolean asked) {
        debounce.stop();
        String typed = control.getText();
        boolean wanted = control.isFocused() && control.isEditable() && (asked || !typed.isBlank());
        list.getItems().setAll(wanted ? suggestions.apply(typed, asked) : List.of());
        if (list.getItems().isEmpty()) {
            popup.hide();
            return;
        }
        if (control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
            list.setAccessibleText(label.getText());
        }
        if (!popup.isShowing()) {
            Bounds field = control.localToScreen(control.getLayoutBounds());
            popup.show(control, field.getMinX(), field.getMaxY());
        }
        if (asked) {
            list.getSelectionModel().selectFirst();
        } else {
            list.getSelectionModel().clearSelection();
            list.getFocusModel().focus(-1);
        }
        list.scrollTo(0);
    }

    private void hide() {
        debounce.stop();
        popup.hide();
    }

    private void accept() {
        String shown = list.getSelectionModel().getSelectedItem();
        if (shown != null) {
            // Setting the text instead would clear the undo history of Ctrl+Z.
            control.replaceText(0, control.getLength(), insertedText.apply(shown));
        }
        hide();
    }

    /**
     * Handles a key in the list, which gets each key before the text field. Keeps only keys that choose a suggestion.
     */
    private void onListKey(KeyEvent key) {
        switch (key.getCode()) {
            case TAB -> {
                hide();
                control.requestFocusTraversal(
                        key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
            case ENTER -> {
                if (key.isShortcutDown()) {
                    hide();
                } else {
                    accept();
                    key.consume();
                }
            }
            case ESCAPE -> {
                hide();
                key.consume();
            }
            case HOME, END, LEFT, RIGHT -> {
                // These keys move the caret. When the caret moves within the text, there is nothing to suggest.
                hide();
                key.consume();
                Platform.runLater(() -> Event.fireEvent(control, key));
            }
            default -> {
            }
        }
    }
}
