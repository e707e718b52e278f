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
import javafx.stage.Window;
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
    private @Nullable Press lastPress;
    private boolean isStray;

    /** @param at time in nanoseconds */
    private record Press(Window window, Point2D onScreen, long at) {}

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
        return control != null
                && (control instanceof CheckBox
                        || control instanceof ComboBoxBase
                        || control instanceof MenuButton
                        || control.getParent() instanceof MenuButton
                        || isMarkedToggling(control));
    }

    /** Observes the presses in a popup, because JavaFX counts the clicks of each window by itself. */
    void observe(PopupWindow popup) {
        popup.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> lastPress = press(event, popup));
    }

    private Press press(MouseEvent event, Window window) {
        return new Press(window, new Point2D(event.getScreenX(), event.getScreenY()), nanoTime.getAsLong());
    }

    /** Returns whether a press hits the place of one in another window, which closed or opened meanwhile. */
    private static boolean isThroughWindow(Press press, @Nullable Press earlier) {
        return earlier != null
                && !earlier.window().equals(press.window())
                && press.at() - earlier.at() < DOUBLE.toNanos()
                && earlier.onScreen().distance(press.onScreen()) <= SAME_PLACE;
    }

    /**
     * Returns whether a mouse event belongs to a stray click.
     *
     * @param window the window of the event
     * @param nodes the target and its ancestors
     */
    boolean isStray(Window window, MouseEvent event, Stream<Node> nodes) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            Node pressed = nodes.filter(node -> node instanceof Control || isMarkedToggling(node))
                    .findFirst()
                    .orElse(null);
            Press press = press(event, window);
            isStray = isThroughWindow(press, lastPress)
                    || (event.getClickCount() > 1 && (pressed != firstPressed || isToggling(pressed)));
            if (event.getClickCount() == 1) {
                firstPressed = pressed;
            }
            lastPress = isStray ? lastPress : press;
            return isStray;
        }
        return isStray
                && (event.getEventType() == MouseEvent.MOUSE_RELEASED
                        || event.getEventType() == MouseEvent.MOUSE_CLICKED);
    }
}
