package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.Screens;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Placement of a shown dialog over the middle of its window and wholly on the screen. Some window managers (openbox)
 * put a dialog that opens soon after another dialog or a file chooser into a corner. Its title bar is then outside the
 * screen. They report the position only some frames later.
 */
public final class DialogPlacement {
    /**
     * Time after which the window manager has placed the dialog. From then on the user may move the dialog anywhere.
     */
    private static final Duration SETTLING = Duration.seconds(1);
    /** Most attempts to place a dialog, because some window managers never accept the position. */
    private static final int MOST = 5;
    /** Tolerance in pixels, because screen scaling rounds positions. */
    private static final double NEAR = 2;

    private final Window window;
    private final Window owner;
    private final ChangeListener<Number> moved = (_, _, _) -> Platform.runLater(this::place);
    private int attempts;

    private DialogPlacement(Window window, Window owner) {
        this.window = window;
        this.owner = owner;
    }

    /** Places a dialog each time it is shown. */
    public static void install(Dialog<?> dialog) {
        dialog.showingProperty().subscribe(showing -> {
            Window owner = dialog.getOwner();
            if (showing && owner != null) {
                new DialogPlacement(dialog.getDialogPane().getScene().getWindow(), owner).settle();
            }
        });
    }

    private void settle() {
        window.xProperty().addListener(moved);
        window.yProperty().addListener(moved);
        var done = new PauseTransition(SETTLING);
        done.setOnFinished(_ -> {
            window.xProperty().removeListener(moved);
            window.yProperty().removeListener(moved);
        });
        done.play();
        Platform.runLater(this::place);
    }

    private void place() {
        Rectangle2D screen = Screens.visualBounds(owner);
        double x = clamp(
                owner.getX() + (owner.getWidth() - window.getWidth()) / 2,
                screen.getMinX(),
                screen.getMaxX() - window.getWidth());
        double y = clamp(
                owner.getY() + (owner.getHeight() - window.getHeight()) / 2,
                screen.getMinY(),
                screen.getMaxY() - window.getHeight());
        boolean isPlaced = Math.abs(window.getX() - x) < NEAR && Math.abs(window.getY() - y) < NEAR;
        if (window.isShowing() && !isPlaced && attempts < MOST) {
            attempts++;
            window.setX(x);
            window.setY(y);
        }
    }

    /**
     * Returns a coordinate moved into a range. If the dialog is larger than the screen, its beginning stays visible.
     */
    private static double clamp(double wanted, double lowest, double highest) {
        return Math.clamp(wanted, lowest, Math.max(lowest, highest));
    }
}
