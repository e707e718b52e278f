package app.forecourt.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The list of known values below a text field. Typing filters the list, and Down opens it. Enter and Tab take the value
 * that the user chose with the arrow keys. Without such a choice they complete the input if only one value begins with
 * it, unless the user pressed Esc. Any other input stays as typed.
 */
final class SuggestionPopup {
    /** Time after the last letter before the list is shown (debounce). */
    private static final Duration DEBOUNCE = Duration.millis(80);
    /** Pixels; the same as in the style sheet. */
    private static final int ROW_HEIGHT = 28;
    private static final int PADDING = 5;
    private static final double NARROWEST = 160;
    private static final int MOST_ROWS = 8;
    /** The selected row is only marked: neither Enter nor Tab takes it. */
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    /** The window system can't show rounded corners and a shadow. */
    private static final PseudoClass OPAQUE = PseudoClass.getPseudoClass("opaque");

    private final TextField control;
    private final KnownValues values;
    private final CompletionListener completed;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private final PauseTransition debounce = new PauseTransition(DEBOUNCE);
    /** Whether the input was typed since the field got the focus, so that Enter and Tab may complete it. */
    private boolean freshlyTyped;
    /** Input that was completed once. After Ctrl+Z it stays as typed. */
    private @Nullable String completedOnce;
    /** Whether a letter is being typed. Other changes, such as another car in the form, are never completed. */
    private boolean typing;
    private boolean chosenByKey;
    /** Whether the next arrow key moves from the selected row. Otherwise it chooses that row. */
    private boolean movesFromRow;
    private boolean justHidden;

    /** Receives each completed input. */
    interface CompletionListener {
        void onCompleted(String typed, String text);
    }

    /** Opens the list of a field, whose popup is created later. */
    interface Handle {
        /** Opens the list, or closes it if it is open. */
        void toggle();
    }

    private SuggestionPopup(TextField control, KnownValues values, CompletionListener completed) {
        this.control = control;
        this.values = values;
        this.completed = completed;
        list.getStyleClass().add("suggestions");
        list.pseudoClassStateChanged(OPAQUE, !Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
        list.prefWidthProperty().bind(Bindings.max(NARROWEST, control.widthProperty()));
        list.prefHeightProperty().bind(Bindings.min(MOST_ROWS, Bindings.size(list.getItems()))
                .multiply(ROW_HEIGHT).add(2 * PADDING));
        list.setCellFactory(_ -> {
            var cell = new SuggestionCell(control::getText);
            cell.setOnMouseClicked(_ -> takeSelected());
            return cell;
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // A click beside the list hides the list and also reaches its target instead of being consumed.
        popup.setConsumeAutoHidingEvents(false);
        popup.setOnAutoHide(_ -> {
            justHidden = true;
            Platform.runLater(() -> justHidden = false);
        });
        debounce.setOnFinished(_ -> show(false));
        control.textProperty().subscribe((_, text) -> {
            if (control.isFocused()) {
                freshlyTyped = typing && !text.equals(completedOnce);
                debounce.playFromStart();
            }
        });
        control.addEventFilter(KeyEvent.KEY_TYPED, _ -> {
            typing = true;
            Platform.runLater(() -> typing = false);
        });
        // A filter, because the field handles Enter itself.
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::onFieldKey);
        control.focusedProperty().subscribe((_, focused) -> {
            freshlyTyped = false;
            if (!focused) {
                hide();
            }
        });
    }

    /**
     * Installs a list on a text field. The popup is created on the first focus, because each has a window.
     *
     * @param completed receives each completed input
     */
    static Handle install(TextField control, KnownValues values, CompletionListener completed) {
        var created = new Object() {
            @Nullable
            SuggestionPopup popup;
        };
        control.focusedProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable focus) {
                control.focusedProperty().removeListener(this);
                created.popup = new SuggestionPopup(control, values, completed);
            }
        });
        return () -> {
            control.requestFocus();
            if (created.popup != null) {
                created.popup.toggle();
            }
        };
    }

    private void toggle() {
        if (popup.isShowing() || justHidden) {
            hide();
        } else {
            show(true, true);
        }
    }

    private void show(boolean asked) {
        show(asked, false);
    }

    private void show(boolean asked, boolean byMouse) {
        debounce.stop();
        String typed = control.getText();
        boolean wanted = control.isFocused() && control.isEditable() && (asked || !typed.isBlank());
        list.getItems().setAll(wanted ? values.matching(typed, asked) : List.of());
        if (list.getItems().isEmpty()) {
            popup.hide();
            return;
        }
        if (control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
            list.setAccessibleText(label.getText());
        }
        if (!popup.isShowing()) {
            Bounds field = control.localToScreen(control.getLayoutBounds());
            popup.show(control, field.getMinX(), field.getMaxY() + 2);
        }
        int current = asked ? currentRow(typed) : -1;
        if (asked && current < 0 && byMouse) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(Math.max(0, current));
        }
        // Who opens the list of a value that is there already, or by the mouse, has chosen nothing yet.
        movesFromRow = asked && (byMouse || current >= 0);
        setChosen(asked && !movesFromRow);
        list.scrollTo(Math.max(0, current));
    }

    /** Returns the row of the field's value, or -1. */
    private int currentRow(String typed) {
        return IntStream.range(0, list.getItems().size())
                .filter(row -> values.isSame(list.getItems().get(row), typed)).findFirst().orElse(-1);
    }

    /** Sets whether Enter and Tab take the selected row. */
    private void setChosen(boolean chosen) {
        chosenByKey = chosen;
        boolean completes = freshlyTyped
                && values.completion(control.getText(), list.getItems()).isPresent();
        list.pseudoClassStateChanged(MARKED, !chosen && !completes);
    }

    private void hide() {
        debounce.stop();
        popup.hide();
    }

    private void takeSelected() {
        String shown = list.getSelectionModel().getSelectedItem();
        hide();
        if (shown != null) {
            replaceInput(shown);
        }
    }

    private void replaceInput(String shown) {
        // Setting the text instead would clear the undo history of Ctrl+Z.
        control.replaceText(0, control.getLength(), values.typedText(shown));
        freshlyTyped = false;
        debounce.stop();
    }

    private Optional<String> completion() {
        return freshlyTyped && control.isEditable() ? values.completion(control.getText()) : Optional.empty();
    }

    /**
     * Takes the chosen value, or completes the input.
     *
     * @return false if the input stays as typed
     */
    private boolean take() {
        if (popup.isShowing() && chosenByKey) {
            takeSelected();
            return true;
        }
        String typed = control.getText();
        Optional<String> value = completion();
        hide();
        value.ifPresent(shown -> {
            completedOnce = typed;
            replaceInput(shown);
            completed.onCompleted(typed, control.getText());
        });
        return value.isPresent();
    }

    private void onFieldKey(KeyEvent key) {
        if (popup.isShowing()) {
            return;
        }
        switch (key.getCode()) {
            case DOWN -> {
                show(true);
                key.consume();
            }
            case TAB -> take();
            case ENTER -> {
                if (!key.isShortcutDown() && take()) {
                    key.consume();
                }
            }
            case ESCAPE -> {
                freshlyTyped = false;
                debounce.stop();
            }
            default -> {
            }
        }
    }

    /**
     * Handles a key in the list, which gets each key before the text field. Keeps only keys that choose a value.
     */
    private void onListKey(KeyEvent key) {
        switch (key.getCode()) {
            case TAB -> {
                take();
                control.requestFocusTraversal(
                        key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
            case ENTER -> {
                if (key.isShortcutDown()) {
                    hide();
                } else {
                    take();
                    key.consume();
                }
            }
            case ESCAPE -> {
                freshlyTyped = false;
                hide();
                key.consume();
            }
            case DOWN, UP -> {
                if (!chosenByKey) {
                    setChosen(true);
                    if (!movesFromRow) {
                        // The first row is marked already: the first press chooses it.
                        key.consume();
                    }
                }
            }
            case PAGE_DOWN, PAGE_UP -> setChosen(true);
            case A -> {
                if (key.isShortcutDown()) {
                    // The list would select its rows.
                    key.consume();
                    Platform.runLater(() -> Event.fireEvent(control, key));
                }
            }
            case HOME, END, LEFT, RIGHT -> {
                // These keys move the caret. When the caret moves within the text, there is nothing to suggest.
                hide();
                key.consume();
                Platform.runLater(() -> Event.fireEvent(control, key));
            }
            default -> {
                if (key.getCode().isFunctionKey()) {
                    // The key opens something over the list.
                    hide();
                }
            }
        }
    }
}
