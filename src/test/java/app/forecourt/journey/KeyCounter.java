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
 * A counter of key presses and mouse clicks in the windows of the program, whatever their source. Modifier keys such
 * as Ctrl count too. Events are counted when they reach a window, before it passes some of them to the suggestion
 * list above it.
 */
public final class KeyCounter implements AutoCloseable {
    /** The purpose of a key press. */
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

    /** Starts counting. For the FX thread only. */
    public KeyCounter() {
        Window.getWindows().forEach(this::count);
        Window.getWindows().addListener(opened);
    }

    private void count(Window window) {
        if (window instanceof Stage) {
            EventDispatcher before = window.getEventDispatcher();
            counted.put(window, before);
            window.setEventDispatcher((event, on) -> {
                onEvent(event);
                return before.dispatchEvent(event, on);
            });
        }
    }

    private void onEvent(Event event) {
        if (event instanceof KeyEvent key && key.getEventType() == KeyEvent.KEY_PRESSED) {
            keys.merge(key.getCode() == KeyCode.TAB ? Purpose.TAB : purpose, 1, Integer::sum);
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            clicks++;
        }
    }

    /** Sets the purpose of the following key presses. */
    public void setPurpose(Purpose now) {
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

    /** Returns the counts, for example {@code typing 130, tab 26, …}. */
    @Override
    public String toString() {
        return keys.entrySet().stream().map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " "
                + entry.getValue()).collect(Collectors.joining(", "));
    }

    /** Stops counting. */
    @Override
    public void close() {
        Window.getWindows().removeListener(opened);
        counted.forEach(Window::setEventDispatcher);
    }
}
