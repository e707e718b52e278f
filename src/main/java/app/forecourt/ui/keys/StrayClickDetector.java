package app.forecourt.ui.keys;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/**
 * Detector of the second click of a double one that meets another control than the first, because the first one changed
 * what is under the mouse.
 */
final class StrayClickDetector {
    /** The longest time between the presses of a careless double click. */
    static final Duration DOUBLE = Duration.ofMillis(400);

    private final LongSupplier nanoTime;
    private @Nullable Node firstPressed;
    private Rectangle2D closedPopup = Rectangle2D.EMPTY;
    private long closedAt;
    private boolean isStray;

    StrayClickDetector(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Remembers the place of a popup that has closed, because JavaFX counts the clicks of each window by itself. */
    void onPopupClosed(PopupWindow popup) {
        closedPopup = new Rectangle2D(popup.getX(), popup.getY(), Math.max(0, popup.getWidth()),
                Math.max(0, popup.getHeight()));
        closedAt = nanoTime.getAsLong();
    }

    /**
     * Returns whether a mouse event belongs to a stray click.
     *
     * @param nodes the target and its ancestors
     */
    boolean isStray(MouseEvent event, Stream<Node> nodes) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            Node pressed = nodes.filter(Control.class::isInstance).findFirst().orElse(null);
            boolean isThroughPopup = nanoTime.getAsLong() - closedAt < DOUBLE.toNanos()
                    && closedPopup.contains(event.getScreenX(), event.getScreenY());
            isStray = isThroughPopup || (event.getClickCount() > 1 && pressed != firstPressed);
            if (event.getClickCount() == 1) {
                firstPressed = pressed;
            }
            return isStray;
        }
        return isStray && (event.getEventType() == MouseEvent.MOUSE_RELEASED
                || event.getEventType() == MouseEvent.MOUSE_CLICKED);
    }
}
