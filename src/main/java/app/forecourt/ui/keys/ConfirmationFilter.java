package app.forecourt.ui.keys;

import app.forecourt.ui.fx.NodeTree;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Event filter on every stage of the program: the main window and every dialog over it. It drops the keys and clicks
 * that the {@link ConfirmationPolicy} rejects, and the second click of a double one that would undo the first or hits
 * another control. It runs before the stage's own dispatcher, because that one hands keys to menus first.
 */
public final class ConfirmationFilter implements AutoCloseable {
    /** Event on a window whose sheet was opened or closed. */
    public static final EventType<Event> SHEET_CHANGED = new EventType<>("SHEET_CHANGED");

    private final ConfirmationPolicy policy;
    private final Map<Window, Guarded> guarded = new HashMap<>();
    private final ListChangeListener<Window> listener = this::onWindowsChanged;
    /**
     * Number of confirming key presses being handled. A dialog opened by one keeps it in the count until the dialog
     * closes.
     */
    private int handling;

    private final StrayClickDetector strayClicks;
    /** Popups that are observed already. A list opens its popup many times. */
    private final Set<PopupWindow> observed = Collections.newSetFromMap(new WeakHashMap<>());
    /** Window whose question began the last pause. */
    private @Nullable Window asking;
    /** Node that had the focus when the held key was pressed. */
    private @Nullable Node pressedIn;

    private record Guarded(EventDispatcher dispatcher, Subscription focus) {}

    /** Creates a filter that is not installed yet. */
    public ConfirmationFilter(ConfirmationPolicy policy) {
        this.policy = policy;
        strayClicks = new StrayClickDetector(policy.clock());
    }

    /**
     * Marks a button, or a list or text with actions, as one that confirms: a click or Enter on it is dropped while
     * confirmations are ignored.
     */
    public static void markConfirming(Node control) {
        control.getProperties().put(ConfirmationFilter.class, true);
    }

    /**
     * Marks a button that sends, discards and decides nothing: Enter or Space on it counts right after a question
     * appeared, too. A click counts on each button that is not marked as confirming.
     */
    public static void markHarmless(Node button) {
        button.getProperties().put(ConfirmationFilter.class, false);
    }

    /**
     * Marks a control that a second click would switch back, so that a double click counts once. Check boxes, combo
     * boxes and menu buttons need no mark.
     */
    public static void markToggling(Node control) {
        StrayClickDetector.markToggling(control);
    }

    /** Installs the filter on every stage that is shown, now and later. */
    public void install() {
        List.copyOf(Window.getWindows()).forEach(this::open);
        Window.getWindows().addListener(listener);
    }

    private void onWindowsChanged(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::close);
            change.getAddedSubList().stream()
                    .filter(PopupWindow.class::isInstance)
                    .map(PopupWindow.class::cast)
                    .filter(observed::add)
                    .forEach(strayClicks::observe);
            change.getAddedSubList().forEach(this::open);
        }
    }

    private void open(Window window) {
        if (window instanceof Stage && !guarded.containsKey(window)) {
            EventDispatcher dispatcher = window.getEventDispatcher();
            window.setEventDispatcher((event, tail) -> dispatch(window, event, dispatcher, tail));
            guarded.put(window, new Guarded(dispatcher, window.focusedProperty().subscribe(_ -> updateFocus())));
            pause(window);
        }
    }

    private void pause(Window window) {
        asking = window;
        policy.pause();
    }

    private void close(Window window) {
        Optional.ofNullable(guarded.remove(window)).ifPresent(entry -> {
            entry.focus().unsubscribe();
            window.setEventDispatcher(entry.dispatcher());
            if (window.equals(asking)) {
                policy.endPause();
            }
            policy.viewChanged();
            updateFocus();
        });
    }

    private void updateFocus() {
        policy.focusChanged(guarded.keySet().stream().anyMatch(Window::isFocused));
    }

    private @Nullable Event dispatch(Window window, Event event, EventDispatcher dispatcher, EventDispatchChain tail) {
        if (isDropped(window, event)) {
            return null;
        }
        boolean isShown = event.getEventType() == WindowEvent.WINDOW_SHOWN;
        boolean isSheet = event.getEventType() == SHEET_CHANGED;
        if (isShown) {
            pause(window);
        } else if (isSheet) {
            policy.viewChanged();
        }
        if (handling > 0 && (isShown || isSheet)) {
            policy.extendLastPress();
        }
        if (!(event instanceof KeyEvent key
                && key.getEventType() == KeyEvent.KEY_PRESSED
                && ConfirmationPolicy.isConfirming(key.getCode()))) {
            return dispatcher.dispatchEvent(event, tail);
        }
        handling++;
        try {
            return dispatcher.dispatchEvent(event, tail);
        } finally {
            handling--;
            policy.extendLastPress();
        }
    }

    private boolean isDropped(Window window, Event event) {
        if (event instanceof KeyEvent key && ConfirmationPolicy.isConfirming(key.getCode())) {
            Node owner = window.getScene() == null ? null : window.getScene().getFocusOwner();
            if (key.getEventType() == KeyEvent.KEY_PRESSED) {
                ConfirmationPolicy.Press press = policy.keyPressed(key.getCode());
                if (press != ConfirmationPolicy.Press.REPEAT) {
                    pressedIn = owner;
                }
                return switch (press) {
                    case FRESH -> false;
                    // A held Enter types lines only into the text in which it was pressed.
                    case REPEAT -> owner != pressedIn || !isTyped(key, owner);
                    case EARLY -> !isTyped(key, owner) && !isInForm(key, owner) && !isHarmless(key, owner);
                    case DOUBTFUL -> !isTyped(key, owner) && !isInForm(key, owner);
                };
            }
            if (key.getEventType() == KeyEvent.KEY_RELEASED) {
                policy.keyReleased(key.getCode());
                pressedIn = null;
                disarm(Stream.ofNullable(owner).filter(node -> !isHarmless(node)));
            }
        }
        if (event instanceof KeyEvent key
                && key.getEventType() == KeyEvent.KEY_PRESSED
                && !ConfirmationPolicy.isConfirming(key.getCode())
                && !key.getCode().isModifierKey()) {
            policy.otherKeyPressed();
        }
        if (event instanceof MouseEvent mouse
                && strayClicks.isStray(window, mouse, selfAndAncestors(mouse.getTarget()))) {
            return true;
        }
        if (event instanceof MouseEvent press && press.getEventType() == MouseEvent.MOUSE_PRESSED) {
            return policy.isPaused() && selfAndAncestors(press.getTarget()).anyMatch(ConfirmationFilter::isConfirming);
        }
        if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            disarm(selfAndAncestors(event.getTarget()).filter(ConfirmationFilter::isConfirming));
        }
        return false;
    }

    /** Disarms buttons during a pause. A button pressed before a question appeared must not fire on a later release. */
    private void disarm(Stream<Node> buttons) {
        if (policy.isPaused()) {
            buttons.filter(ButtonBase.class::isInstance)
                    .map(ButtonBase.class::cast)
                    .forEach(ButtonBase::disarm);
        }
    }

    /** Returns whether a key types a character into a text and so confirms nothing. */
    private static boolean isTyped(KeyEvent key, @Nullable Node owner) {
        return !key.isShortcutDown()
                && isEditable(owner)
                && (key.getCode() == KeyCode.SPACE || owner instanceof TextArea);
    }

    /**
     * Returns whether a key goes to a text of the main window itself. The main window has no default button that Enter
     * presses. A text marked as confirming is none of them, because Enter there runs an action.
     */
    private static boolean isInForm(KeyEvent key, @Nullable Node owner) {
        return !key.isShortcutDown()
                && owner != null
                && isEditable(owner)
                && !isConfirming(owner)
                && selfAndAncestors(owner).noneMatch(DialogPane.class::isInstance);
    }

    /** Returns whether a key presses a harmless button. With Ctrl it runs an action of the window instead. */
    private static boolean isHarmless(KeyEvent key, @Nullable Node owner) {
        return !key.isShortcutDown() && owner != null && isHarmless(owner);
    }

    private static boolean isHarmless(Node node) {
        return Boolean.FALSE.equals(node.getProperties().get(ConfirmationFilter.class));
    }

    private static boolean isEditable(@Nullable Node owner) {
        return owner instanceof TextInputControl text && text.isEditable();
    }

    private static Stream<Node> selfAndAncestors(EventTarget target) {
        return NodeTree.selfAndAncestors(target instanceof Node node ? node : null);
    }

    /** Returns whether a button is marked as confirming, or is a default or apply button of a dialog. */
    private static boolean isConfirming(Node node) {
        ButtonData data = ButtonBar.getButtonData(node);
        return Boolean.TRUE.equals(node.getProperties().get(ConfirmationFilter.class))
                || (data != null && (data.isDefaultButton() || data == ButtonData.APPLY));
    }

    /** Removes the filter from all stages. */
    @Override
    public void close() {
        Window.getWindows().removeListener(listener);
        List.copyOf(guarded.keySet()).forEach(this::close);
    }
}
