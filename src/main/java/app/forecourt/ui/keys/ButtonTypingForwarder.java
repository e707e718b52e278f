package app.forecourt.ui.keys;

import app.forecourt.ui.fx.SearchField;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** A character typed while a button has the focus. It goes to a field, because on the button it would be lost. */
public final class ButtonTypingForwarder {
    private ButtonTypingForwarder() {}

    /** Returns whether a key types a character. AltGr counts as Ctrl and Alt together. */
    public static boolean isCharacter(KeyEvent key) {
        String typed = key.getCharacter();
        return !typed.isEmpty()
                && !Character.isISOControl(typed.charAt(0))
                && !key.isMetaDown()
                && key.isControlDown() == key.isAltDown();
    }

    /** Returns whether a key types a character that a button ignores. Space presses the button. */
    public static boolean isIgnoredByButton(KeyEvent key) {
        return isCharacter(key) && !key.getCharacter().isBlank();
    }

    /**
     * Moves the focus to a field and types the character there, after the text of the field.
     *
     * @param toField moves the focus; the character is dropped if the focus stays
     */
    public static void typeInto(Runnable toField, KeyEvent key) {
        Node button = (Node) key.getTarget();
        key.consume();
        toField.run();
        Node control = button.getScene() == null ? null : button.getScene().getFocusOwner();
        // A hidden field can't take the focus.
        if (control == null || control == button) {
            return;
        }
        if (control instanceof TextInputControl text && !(text instanceof SearchField)) {
            text.end();
        }
        Event.fireEvent(control, key.copyFor(control, control));
    }
}
