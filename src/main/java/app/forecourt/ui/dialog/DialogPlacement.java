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
 * Placement of a dialog over the middle of its window, wholly on the screen, once it is shown. A window manager may put
 * a dialog that opens soon after another one or after a file chooser into the corner, its title bar outside the screen
 * (openbox). It tells so only some frames later.
 */
public final class DialogPlacement {
    /** Time after which the window manager is done. From then on the user may move the dialog anywhere. */
    private static final Duration SETTLING = Duration.seconds(1);
    /** Placements at most, because some window managers never give way. */
    private static final int MOST = 5;
    /** Pixels; a screen may have none between two of its own. */
    private static final double NEAR = 2;

    private final Window window;
    private final Window owner;
    private final ChangeListener<Number> moved = (position, before, now) -> Platform.runLater(this::place);
    private int placed;

    private DialogPlacement(Window window, Window owner) {
        this.window = window;
        this.owner = owner;
    }

    /** Places a dialog whenever it is shown. */
    public static void of(Dialog<?> dialog) {
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
        done.setOnFinished(end -> {
            window.xProperty().removeListener(moved);
            window.yProperty().removeListener(moved);
        });
        done.play();
        Platform.runLater(this::place);
    }

    private void place() {
        Rectangle2D screen = Screens.under(owner);
        double x = within(owner.getX() + (owner.getWidth() - window.getWidth()) / 2, screen.getMinX(),
                screen.getMaxX() - window.getWidth());
        double y = within(owner.getY() + (owner.getHeight() - window.getHeight()) / 2, screen.getMinY(),
                screen.getMaxY() - window.getHeight());
        boolean there = Math.abs(window.getX() - x) < NEAR && Math.abs(window.getY() - y) < NEAR;
        if (window.isShowing() && !there && placed < MOST) {
            placed++;
            window.setX(x);
            window.setY(y);
        }
    }

    /** Returns the wanted place, moved onto the screen; of what is larger than the screen its beginning is seen. */
    static double within(double wanted, double least, double most) {
        return Math.clamp(wanted, least, Math.max(least, most));
    }
}
