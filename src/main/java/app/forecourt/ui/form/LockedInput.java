package app.forecourt.ui.form;

import app.forecourt.ui.keys.TypedCharacter;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The keys in a read-only text and the keys and clicks on a locked check box: those that would change it are reported,
 * because nothing else would tell the user. Enter counts only some time after the last of them, because a scanner ends
 * each code with Enter.
 */
final class LockedInput {
    private final BooleanSupplier locked;
    private final Predicate<KeyEvent> isEditing;
    private final Runnable typed;
    private final BooleanSupplier enter;
    /** Runs after each key that would change the text. Nobody has read the note yet. */
    private final PauseTransition unread;

    /** Whether the Enter that had an effect is still down. Its repetitions must not type line ends. */
    private boolean enterIsDown;

    private LockedInput(
            BooleanSupplier locked,
            Predicate<KeyEvent> isEditing,
            PauseTransition unread,
            Runnable typed,
            BooleanSupplier enter) {
        this.locked = locked;
        this.isEditing = isEditing;
        this.unread = unread;
        this.typed = typed;
        this.enter = enter;
    }

    /**
     * Reports the keys in a text while it is read-only.
     *
     * @param unread started at each of these keys; Enter has no effect while it runs
     * @param typed called at each key that would change the text
     * @param enter called when Enter is pressed; returns whether it had an effect
     */
    static void install(TextInputControl input, PauseTransition unread, Runnable typed, BooleanSupplier enter) {
        LockedInput locked = new LockedInput(() -> !input.isEditable(), LockedInput::isEditing, unread, typed, enter);
        locked.install(input);
        input.addEventFilter(KeyEvent.KEY_TYPED, locked::onTyped);
        input.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            if (!input.isEditable()) {
                locked.report();
            }
        });
    }

    /**
     * Reports the clicks and keys on a check box while it is locked. It keeps its value then.
     *
     * @param isLocked returns whether it is locked
     * @param unread started at each of them; Enter has no effect while it runs
     * @param changed called at each click or key that would change the box
     * @param enter called when Enter is pressed; returns whether it had an effect
     */
    static void install(
            CheckBox box, BooleanSupplier isLocked, PauseTransition unread, Runnable changed, BooleanSupplier enter) {
        LockedInput locked = new LockedInput(isLocked, key -> key.getCode() == KeyCode.SPACE, unread, changed, enter);
        locked.install(box);
        box.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (isLocked.getAsBoolean()) {
                // Not armed, and so not changed by the release.
                press.consume();
                box.requestFocus();
                locked.report();
            }
        });
    }

    private void install(Control control) {
        // Filters, because a field handles Enter itself.
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
        control.addEventFilter(KeyEvent.KEY_RELEASED, key -> enterIsDown &= key.getCode() != KeyCode.ENTER);
    }

    private void onPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && enterIsDown) {
            key.consume();
        } else if (!locked.getAsBoolean()) {
            return;
        } else if (key.getCode() == KeyCode.ENTER
                && !key.isShortcutDown()
                && unread.getStatus() == Animation.Status.RUNNING) {
            // Consumed, because Enter would also accept the offer of the note.
            key.consume();
        } else if (isPlainEnter(key) && enter.getAsBoolean()) {
            enterIsDown = true;
            key.consume();
        } else if (isEditing.test(key)) {
            report();
            if (key.getCode() == KeyCode.SPACE) {
                key.consume();
            }
        }
    }

    private void onTyped(KeyEvent key) {
        if (enterIsDown && !TypedCharacter.isCharacter(key)) {
            key.consume();
        } else if (locked.getAsBoolean() && TypedCharacter.isCharacter(key)) {
            report();
        }
    }

    private void report() {
        unread.playFromStart();
        typed.run();
    }

    private static boolean isPlainEnter(KeyEvent key) {
        return key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown();
    }

    private static boolean isEditing(KeyEvent key) {
        return switch (key.getCode()) {
            case BACK_SPACE, DELETE -> true;
            case V, X -> key.isShortcutDown() && !key.isShiftDown();
            case INSERT -> key.isShiftDown();
            default -> false;
        };
    }

    /** Shows a text from its beginning and without a selection, which would look like work in progress. */
    static void showForReading(TextInputControl input) {
        input.deselect();
        if (input instanceof TextArea area) {
            area.setScrollTop(0);
        }
    }
}
