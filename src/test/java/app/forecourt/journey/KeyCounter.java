package app.forecourt.journey;

import static java.util.stream.Collectors.joining;
import static javafx.scene.input.KeyCode.ENTER;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A counter of key presses and mouse clicks in the windows of the program, whatever their source. Modifier keys such as
 * Ctrl count too. Keys are counted when they reach a window, before it passes some of them to the suggestion list above
 * it. The counter also estimates seconds by the keystroke-level model.
 */
public final class KeyCounter implements AutoCloseable {
    /** The purpose of a key press. */
    public enum Purpose {
        TYPING,
        TAB,
        TAKING,
        OPTIONS,
        PHOTOS,
        SENDING
    }

    /** Seconds of the keystroke-level model (Card, Moran, Newell) for a typist of 40 words a minute. */
    private static final double KEY = 0.28;

    private static final double DECISION = 1.35;
    private static final double HAND = 0.4;
    private static final double POINTING = 1.1;

    private Purpose purpose = Purpose.TYPING;
    private int clicks;
    private int scrolls;
    private int handMoves;
    private int typedFields;
    private @Nullable Node typedInto;
    private EventType<?> latest = EventType.ROOT;
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
        EventDispatcher before = window.getEventDispatcher();
        counted.put(window, before);
        window.setEventDispatcher((event, on) -> {
            onEvent(window, event);
            return before.dispatchEvent(event, on);
        });
    }

    private void onEvent(Window window, Event event) {
        EventType<? extends Event> type = event.getEventType();
        if (event instanceof KeyEvent key && type == KeyEvent.KEY_PRESSED && window instanceof Stage) {
            keys.merge(key.getCode() == KeyCode.TAB ? Purpose.TAB : purpose, 1, Integer::sum);
            onTyped(window.getScene().getFocusOwner(), key);
            moveHand(type, MouseEvent.MOUSE_PRESSED, ScrollEvent.SCROLL);
        } else if (type == MouseEvent.MOUSE_PRESSED) {
            clicks++;
            moveHand(type, KeyEvent.KEY_PRESSED);
        } else if (type == ScrollEvent.SCROLL) {
            // Turning the wheel on is one pointing, however far.
            scrolls += latest == type ? 0 : 1;
            moveHand(type, KeyEvent.KEY_PRESSED);
        }
    }

    private void moveHand(EventType<?> now, EventType<?>... ofOtherHand) {
        handMoves += List.of(ofOtherHand).contains(latest) ? 1 : 0;
        latest = now;
    }

    /** Counts a field once while a text is typed in it. */
    private void onTyped(@Nullable Node focused, KeyEvent key) {
        KeyCode code = key.getCode();
        boolean isText = !key.isShortcutDown()
                && !key.isAltDown()
                && !code.isModifierKey()
                && !code.isNavigationKey()
                && code != KeyCode.TAB
                && code != ENTER
                && focused instanceof TextInputControl;
        if (isText && typedInto != focused) {
            typedInto = focused;
            typedFields++;
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

    /** Returns the number of fields with a text that was typed. */
    public int typedFields() {
        return typedFields;
    }

    /** Returns the clicks and the turns of the wheel. */
    public int pointings() {
        return clicks + scrolls;
    }

    /** Returns the changes between keyboard and mouse. */
    public int handMoves() {
        return handMoves;
    }

    /** Returns the estimated seconds, with a decision before each field that is typed. */
    public double seconds() {
        return KEY * keys() + DECISION * typedFields + HAND * handMoves + POINTING * pointings();
    }

    /** Returns the counts, for example {@code typing 130, tab 26, …}. */
    @Override
    public String toString() {
        return keys.entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                .collect(joining(", "));
    }

    /** Stops counting. */
    @Override
    public void close() {
        Window.getWindows().removeListener(opened);
        counted.forEach(Window::setEventDispatcher);
    }
}
