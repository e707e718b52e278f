package app.forecourt.ui.keys;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/**
 * Detector of the second click of a double click, if it hits a control that it would switch back, or another control
 * than the first click. The first click may have changed what is under the mouse.
 */
final class StrayClickDetector {
    /** The longest time between the presses of a careless double click. */
    static final Duration DOUBLE = Duration.ofMillis(400);

    /** The longest distance between the presses, in pixels. */
    private static final double SAME_PLACE = 8;

    private final LongSupplier nanoTime;
    private @Nullable Node firstPressed;
    private @Nullable Point2D popupPress;
    private long popupPressedAt;
    private boolean isStray;

    StrayClickDetector(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Marks a control whose second click would undo the first. */
    static void markToggling(Node control) {
        control.getProperties().put(StrayClickDetector.class, true);
    }

    private static boolean isMarkedToggling(Node node) {
        return node.getProperties().containsKey(StrayClickDetector.class);
    }

    /** Returns whether the second click unticks a control or closes its list. */
    private static boolean isToggling(@Nullable Node control) {
        // The label in a menu button is a control of its own.
        return control != null && (control instanceof CheckBox || control instanceof ComboBoxBase
                || control instanceof MenuButton || control.getParent() instanceof MenuButton
                || isMarkedToggling(control));
    }

    /** Observes the presses in a popup, because JavaFX counts the clicks of each window by itself. */
    void observe(PopupWindow popup) {
        popup.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            popupPress = new Point2D(press.getScreenX(), press.getScreenY());
            popupPressedAt = nanoTime.getAsLong();
        });
    }

    /**
     * Returns whether a mouse event belongs to a stray click.
     *
     * @param nodes the target and its ancestors
     */
    boolean isStray(MouseEvent event, Stream<Node> nodes) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            Node pressed = nodes.filter(node -> node instanceof Control || isMarkedToggling(node)).findFirst()
                    .orElse(null);
            boolean isThroughPopup = popupPress != null
                    && nanoTime.getAsLong() - popupPressedAt < DOUBLE.toNanos()
                    && popupPress.distance(event.getScreenX(), event.getScreenY()) <= SAME_PLACE;
            isStray = isThroughPopup
                    || (event.getClickCount() > 1 && (pressed != firstPressed || isToggling(pressed)));
            if (event.getClickCount() == 1) {
                firstPressed = pressed;
            }
            return isStray;
        }
        return isStray && (event.getEventType() == MouseEvent.MOUSE_RELEASED
                || event.getEventType() == MouseEvent.MOUSE_CLICKED);
    }
}
