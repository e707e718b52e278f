package app.forecourt.ui;

import static javafx.scene.input.KeyCode.UNDEFINED;

import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** The events that tests fire at a node without a robot. */
public final class InputEvents {
    private InputEvents() {}

    /** Creates an event of the primary button at a place of the node. */
    public static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        return mouse(type, x, y, MouseButton.PRIMARY, 1);
    }

    /** Creates an event of a button at a place of the node. */
    public static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, MouseButton button, int clickCount) {
        boolean isDown = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                button,
                clickCount,
                false,
                false,
                false,
                false,
                isDown && button == MouseButton.PRIMARY,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /** Creates a turn of the mouse wheel. */
    public static ScrollEvent scroll(double pixels) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                5,
                5,
                5,
                5,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                pixels,
                0,
                pixels,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** Creates the press of a key without modifiers. */
    public static KeyEvent keyPressed(KeyCode key) {
        return key(KeyEvent.KEY_PRESSED, "", key);
    }

    /** Creates the release of a key without modifiers. */
    public static KeyEvent keyReleased(KeyCode key) {
        return key(KeyEvent.KEY_RELEASED, "", key);
    }

    /** Creates the event of a typed letter. */
    public static KeyEvent keyTyped(String letter) {
        return key(KeyEvent.KEY_TYPED, letter, UNDEFINED);
    }

    private static KeyEvent key(EventType<KeyEvent> type, String letter, KeyCode key) {
        return new KeyEvent(type, letter, "", key, false, false, false, false);
    }
}
