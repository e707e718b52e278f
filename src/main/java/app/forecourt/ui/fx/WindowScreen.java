package app.forecourt.ui.fx;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** The screens of the computer. */
public final class WindowScreen {
    private WindowScreen() {}

    /**
     * Returns the usable bounds, in pixels, of the screen that shows a window. Uses the primary screen if none does.
     */
    public static Rectangle2D visualBounds(Window window) {
        return Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }
}
