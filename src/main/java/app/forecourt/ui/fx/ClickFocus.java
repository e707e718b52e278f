package app.forecourt.ui.fx;

import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;

/** Clicks on a button that leave the focus where it is, such as in the text that the user is typing. */
public final class ClickFocus {
    private ClickFocus() {}

    /** Keeps the focus during clicks. Tab still reaches the button. */
    public static void keep(ButtonBase button) {
        // A button that Tab can't reach takes no focus from a press.
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> button.setFocusTraversable(false));
        button.addEventFilter(MouseEvent.MOUSE_RELEASED,
                _ -> Platform.runLater(() -> button.setFocusTraversable(true)));
    }
}
