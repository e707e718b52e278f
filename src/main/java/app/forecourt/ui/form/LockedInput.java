package app.forecourt.ui.form;

import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The keys in a read-only text: those that would change it are reported, because nothing else would tell the user. Enter
 * counts only some time after the last of them, because a scanner ends each code with Enter.
 */
final class LockedInput {
    /** Time in which nobody reads the note that the keys have opened. */
    private static final Duration UNREAD = Duration.millis(700);

    private final TextInputControl input;
    private final Runnable typed;
    private final BooleanSupplier enter;
    /** Runs after each key that would change the text. Created at the first one. */
    private @Nullable PauseTransition unread;
    /** Whether the Enter that had an effect is still down. Its repetitions must not type line ends. */
    private boolean enterIsDown;

    private LockedInput(TextInputControl input, Runnable typed, BooleanSupplier enter) {
        this.input = input;
        this.typed = typed;
        this.enter = enter;
    }

    /**
     * Reports the keys in a text while it is read-only.
     *
     * @param typed called at each key that would change the text
     * @param enter called when Enter is pressed; returns whether it had an effect
     */
    static void install(TextInputControl input, Runnable typed, BooleanSupplier enter) {
        LockedInput locked = new LockedInput(input, typed, enter);
        // Filters, because a field handles Enter itself.
        input.addEventFilter(KeyEvent.KEY_PRESSED, locked::onPressed);
        input.addEventFilter(KeyEvent.KEY_TYPED, locked::onTyped);
        input.addEventFilter(KeyEvent.KEY_RELEASED,
                key -> locked.enterIsDown &= key.getCode() != KeyCode.ENTER);
        input.getProperties().put(LockedInput.class, locked);
    }

    /** Returns whether Enter has no effect yet, because a key was typed just now. */
    static boolean isUnread(TextInputControl input) {
        return input.getProperties().get(LockedInput.class) instanceof LockedInput locked
                && locked.isUnread();
    }

    private boolean isUnread() {
        return unread != null && unread.getStatus() == Animation.Status.RUNNING;
    }

    private void onPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && enterIsDown) {
            key.consume();
        } else if (input.isEditable()) {
            return;
        } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && isUnread()) {
            // Consumed, because Enter would also accept the offer of the note.
            key.consume();
        } else if (isPlainEnter(key) && enter.getAsBoolean()) {
            enterIsDown = true;
            key.consume();
        } else if (isEditing(key)) {
            report();
        }
    }

    private void onTyped(KeyEvent key) {
        if (enterIsDown && !isCharacter(key)) {
            key.consume();
        } else if (!input.isEditable() && isCharacter(key)) {
            report();
        }
    }

    private void report() {
        if (unread == null) {
            unread = new PauseTransition(UNREAD);
        }
        unread.playFromStart();
        typed.run();
    }

    private static boolean isPlainEnter(KeyEvent key) {
        return key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isShiftDown()
                && !key.isAltDown();
    }

    private static boolean isEditing(KeyEvent key) {
        return switch (key.getCode()) {
            case BACK_SPACE, DELETE -> true;
            case V, X -> key.isShortcutDown() && !key.isShiftDown();
            case INSERT -> key.isShiftDown();
            default -> false;
        };
    }

    /** Returns whether a key types a character. AltGr counts as Ctrl and Alt together. */
    private static boolean isCharacter(KeyEvent key) {
        String typed = key.getCharacter();
        return !typed.isEmpty() && !Character.isISOControl(typed.charAt(0)) && !key.isMetaDown()
                && key.isControlDown() == key.isAltDown();
    }
}
