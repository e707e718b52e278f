package app.forecourt.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Ways to leave the focus, or to return it, where the user has it: in the text that is being typed. */
public final class FocusKeeper {
    private FocusKeeper() {}

    /** Leaves the focus where it is during clicks on a button. Tab still reaches the button. */
    public static void keepOnClick(ButtonBase button) {
        // A button that Tab can't reach takes no focus from a press.
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> button.setFocusTraversable(false));
        button.addEventFilter(MouseEvent.MOUSE_RELEASED,
                _ -> Platform.runLater(() -> button.setFocusTraversable(true)));
    }

    /**
     * Returns an action that returns the focus to its present owner. JavaFX selects the whole text of a field that gets
     * the focus, so the action also restores the selection.
     */
    public static Runnable restorer(@Nullable Node owner) {
        if (owner instanceof TextInputControl text) {
            int anchor = text.getAnchor();
            int caret = text.getCaretPosition();
            return () -> {
                text.requestFocus();
                text.selectRange(anchor, caret);
            };
        }
        return owner == null ? () -> {} : owner::requestFocus;
    }
}
