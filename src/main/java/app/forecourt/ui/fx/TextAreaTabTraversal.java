package app.forecourt.ui.fx;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Focus traversal with Tab in a text area, as in all other controls of the window. Without it Tab would insert a tab,
 * which Ctrl+Tab still does. JavaFX has no property for this.
 */
public final class TextAreaTabTraversal {
    private TextAreaTabTraversal() {}

    /** Installs focus traversal in a text area. */
    public static void install(TextArea text) {
        text.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isShortcutDown() && !key.isAltDown()) {
                text.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
    }
}
