package app.forecourt.ui.input;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The list of known values below a text field. Typing filters the list, and Down opens it. So does Space while the
 * whole text is selected. Enter and Tab take the value that the user chose with the arrow keys. Without such a choice
 * they complete the input if only one value begins with it, unless the user pressed Esc. Any other input stays as
 * typed.
 */
public final class SuggestionPopup {
    /** Largest number of rows that are shown at once. */
    static final int MOST_ROWS = 8;
    /** Least number of rows below the field. With less room the list opens above. */
    private static final int LEAST_ROWS = 4;

    /** Time after the last letter before the list is shown (debounce). */
    private static final Duration DEBOUNCE = Duration.millis(80);

    /** The selected row looks like the others, because neither Enter nor Tab takes it. */
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final TextField control;
    private final KnownValues values;
    private final SuggestionListView list;
    private final InputCompletion completion;
    private final Runnable entered;
    private final PopupBelowField popup;
    private final PauseTransition debounce = new PauseTransition(DEBOUNCE);

    private boolean chosenByKey;
    /** Whether the next arrow key moves from the selected row. Otherwise it chooses that row. */
    private boolean movesFromRow;

    private SuggestionPopup(
            TextField control, KnownValues values, InputCompletion.Listener completed, Runnable entered) {
        this.control = control;
        this.values = values;
        this.entered = entered;
        completion = new InputCompletion(control, values, completed);
        list = new SuggestionListView(control, this::takeSelected);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        popup = new PopupBelowField(control, list);
        debounce.setOnFinished(_ -> show(false, false));
        control.textProperty().subscribe((_, _) -> {
            if (control.isFocused()) {
                debounce.playFromStart();
            }
        });
        // A filter, because the field handles Enter itself.
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::onFieldKey);
        control.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                debounce.stop();
            }
        });
    }

    /**
     * Installs a list on a text field. The popup is created on the first focus, because each has a window.
     *
     * @param completed receives each completed input
     * @param entered called after Enter has completed the input, has taken a value, or has closed the list
     * @return opens the list, or closes it if it is open
     */
    public static Runnable install(
            TextField control, KnownValues values, InputCompletion.Listener completed, Runnable entered) {
        var created = new Object() {
            @Nullable
            SuggestionPopup popup;
        };
        control.focusedProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable focus) {
                control.focusedProperty().removeListener(this);
                created.popup = new SuggestionPopup(control, values, completed, entered);
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
        if (popup.isShowingOrJustHidden()) {
            hide();
        } else {
            show(true, true);
        }
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
        list.fitWidth();
        if (control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
            list.setAccessibleText(label.getText());
        }
        if (!popup.isShowing()) {
            popup.show();
            list.fitHeight(popup.roomBelow());
            popup.place();
        }
        int current = asked ? values.row(list.getItems(), typed) : -1;
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

    /** Sets whether Enter and Tab take the selected row. */
    private void setChosen(boolean chosen) {
        chosenByKey = chosen;
        list.pseudoClassStateChanged(MARKED, !chosen && !completion.completesTo(list.getItems()));
    }

    private void hide() {
        debounce.stop();
        popup.hide();
    }

    private void takeSelected() {
        String shown = list.getSelectionModel().getSelectedItem();
        if (shown != null) {
            completion.replaceInput(shown);
        }
        hide();
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
        boolean isCompleted = completion.complete();
        hide();
        return isCompleted;
    }

    /**
     * Ends the input, as Enter does. The field fires an action for an input that stays as typed.
     *
     * @return false if the input stays as typed
     */
    private boolean end() {
        boolean isTaken = take();
        if (!isTaken) {
            Event.fireEvent(control, new ActionEvent(control, control));
            // The action may have changed how the input is written, which would open the list.
            hide();
        }
        return isTaken;
    }

    /** Opens the list if Space would replace the whole input, as after Tab, because nobody means a single space. */
    private void onTyped(KeyEvent key) {
        String text = control.getText();
        if (" ".equals(key.getCharacter())
                && control.isEditable()
                && !text.isEmpty()
                && control.getSelectedText().equals(text)) {
            key.consume();
            if (!popup.isShowing()) {
                show(true, false);
            }
        }
    }

    private void onFieldKey(KeyEvent key) {
        if (popup.isShowing()) {
            return;
        }
        switch (key.getCode()) {
            case DOWN -> {
                show(true, false);
                key.consume();
            }
            case TAB -> take();
            case ENTER -> {
                if (!key.isShortcutDown() && end()) {
                    key.consume();
                    entered.run();
                }
            }
            case ESCAPE -> {
                completion.keepAsTyped();
                debounce.stop();
            }
            default -> {}
        }
    }

    /** Handles a key in the list, which gets each key before the text field. Keeps only keys that choose a value. */
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
                    end();
                    key.consume();
                    entered.run();
                }
            }
            case ESCAPE -> {
                completion.keepAsTyped();
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

    /** Returns the number of rows below the field, or the usual one if there is room for too few. */
    static int rowsIn(double room, double row) {
        int rows = (int) (room / row);
        return rows < LEAST_ROWS ? MOST_ROWS : Math.min(rows, MOST_ROWS);
    }
}
