package app.forecourt.journey;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Counts what arrives at the windows of the program, whoever sends it: every key that goes down, held ones like Ctrl
 * too, and every button of a mouse. Counted as they come to a window, before it hands some on to the suggestions that
 * lie over it.
 */
public final class KeyCounter implements AutoCloseable {
    /** What a key is pressed for. */
    public enum Purpose {
        TYPING, TAB, TAKING, OPTIONS, SENDING
    }

    private Purpose purpose = Purpose.TYPING;
    private int clicks;
    private final Map<Purpose, Integer> keys = new EnumMap<>(Purpose.class);
    private final Map<Window, EventDispatcher> counted = new HashMap<>();
    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::count);
        }
    };

    /** Begins to count, on the window's thread. */
    public KeyCounter() {
        Window.getWindows().forEach(this::count);
        Window.getWindows().addListener(opened);
    }

    private void count(Window window) {
        if (window instanceof Stage) {
            EventDispatcher before = window.getEventDispatcher();
            counted.put(window, before);
            window.setEventDispatcher((event, on) -> {
                arrived(event);
                return before.dispatchEvent(event, on);
            });
        }
    }

    private void arrived(Event event) {
        if (event instanceof KeyEvent key && key.getEventType() == KeyEvent.KEY_PRESSED) {
            keys.merge(key.getCode() == KeyCode.TAB ? Purpose.TAB : purpose, 1, Integer::sum);
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            clicks++;
        }
    }

    /** What is pressed from now on is for that. */
    public void doing(Purpose now) {
        purpose = now;
    }

    public int keys() {
        return keys.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(Purpose which) {
        return keys.getOrDefault(which, 0);
    }

    public int clicks() {
        return clicks;
    }

    /** {@code typing 130, tab 26, …}. */
    @Override
    public String toString() {
        return keys.entrySet().stream().map(one -> one.getKey().name().toLowerCase(Locale.ROOT) + " "
                + one.getValue()).collect(Collectors.joining(", "));
    }

    /** Counts no more. */
    @Override
    public void close() {
        Window.getWindows().removeListener(opened);
        counted.forEach(Window::setEventDispatcher);
    }
}
