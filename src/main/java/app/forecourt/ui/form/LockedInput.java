package app.forecourt.ui.form;

import java.util.function.BooleanSupplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys in a read-only text: those that would change it are reported, because nothing else would tell the user. */
final class LockedInput {
    private LockedInput() {}

    /**
     * Reports the keys in a text while it is read-only.
     *
     * @param typed called at each key that would change the text
     * @param enter called when Enter is pressed; returns whether it had an effect
     */
    static void install(TextInputControl input, Runnable typed, BooleanSupplier enter) {
        // Filters, because a field handles Enter itself.
        input.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (input.isEditable()) {
                return;
            }
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && enter.getAsBoolean()) {
                key.consume();
            } else if (isEditing(key)) {
                typed.run();
            }
        });
        input.addEventFilter(KeyEvent.KEY_TYPED, key -> {
            if (!input.isEditable() && isCharacter(key)) {
                typed.run();
            }
        });
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
