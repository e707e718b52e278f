package app.forecourt.ui.fx;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Where a window is seen. */
public final class Screens {
    private Screens() {}

    /** What programs may use, in pixels, of the screen a window is on; of the first screen where it is on none. */
    public static Rectangle2D under(Window window) {
        return Screen
                .getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream().findFirst().orElse(Screen.getPrimary()).getVisualBounds();
    }
}
