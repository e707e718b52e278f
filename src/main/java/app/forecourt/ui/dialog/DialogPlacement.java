package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.WindowScreen;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Placement of a shown dialog over the middle of its window and wholly on the screen. Some window managers (openbox)
 * put a dialog that opens soon after another dialog or a file chooser into a corner. Its title bar is then outside the
 * screen. They report the position only some frames later.
 */
final class DialogPlacement {
    /**
     * Time after which the window manager has placed the dialog. From then on the user may move the dialog anywhere.
     */
    private static final Duration SETTLING = Duration.seconds(1);

    /** Tolerance in pixels, because screen scaling rounds positions. */
    private static final double NEAR = 2;

    private DialogPlacement() {}

    /** Places a dialog each time it is shown. */
    static void install(Dialog<?> dialog) {
        dialog.showingProperty().subscribe(showing -> {
            if (showing && dialog.getOwner() instanceof Window owner) {
                Window window = dialog.getDialogPane().getScene().getWindow();
                Consumer<Number> placeLater = _ -> Platform.runLater(() -> place(window, owner));
                Subscription moves = Subscription.combine(
                        window.xProperty().subscribe(placeLater),
                        window.yProperty().subscribe(placeLater));
                PauseTransition settling = new PauseTransition(SETTLING);
                settling.setOnFinished(_ -> moves.unsubscribe());
                settling.play();
            }
        });
    }

    private static void place(Window window, Window owner) {
        Rectangle2D screen = WindowScreen.visualBounds(owner);
        double middleX = owner.getX() + (owner.getWidth() - window.getWidth()) / 2;
        double middleY = owner.getY() + (owner.getHeight() - window.getHeight()) / 2;
        // If the dialog is larger than the screen, its beginning stays visible.
        double x = Math.max(screen.getMinX(), Math.min(middleX, screen.getMaxX() - window.getWidth()));
        double y = Math.max(screen.getMinY(), Math.min(middleY, screen.getMaxY() - window.getHeight()));
        if (Math.hypot(window.getX() - x, window.getY() - y) > NEAR) {
            window.setX(x);
            window.setY(y);
        }
    }
}
