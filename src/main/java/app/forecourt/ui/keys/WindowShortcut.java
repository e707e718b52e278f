package app.forecourt.ui.keys;

import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * Accelerators of the window, independent of the focus. The window installs them, menus and buttons show them and the
 * key sheet lists them. They use letters, Enter, the comma and function keys, because digits need Shift on a Belgian
 * keyboard.
 */
public enum WindowShortcut implements KeySheetEntry {
    // @formatter:off
    NEW_CAR(Part.CARS, ctrl(KeyCode.N)),
    DUPLICATE(Part.CARS, ctrl(KeyCode.D)),
    FROM_TEMPLATE(Part.CARS, ctrl(KeyCode.T)),
    SAVE_TEMPLATE(Part.CARS, ctrlShift(KeyCode.T)),
    FIND(Part.CARS, ctrl(KeyCode.F)),
    SENDINGS(Part.CARS, ctrl(KeyCode.J)),
    MENU(Part.CARS, new KeyCodeCombination(KeyCode.F10)),

    PLATE(Part.FORM, ctrl(KeyCode.L)),

    SEND(Part.SENDING, ctrl(KeyCode.ENTER)),
    PUBLISH(Part.SENDING, ctrlShift(KeyCode.ENTER)),
    NEXT_PROBLEM(Part.SENDING, new KeyCodeCombination(KeyCode.F8)),
    PREVIOUS_PROBLEM(Part.SENDING, new KeyCodeCombination(KeyCode.F8, KeyCombination.SHIFT_DOWN)),

    OPTIONS(Part.OPTIONS, ctrl(KeyCode.K)),
    PASTE_LIST(Part.OPTIONS, ctrlShift(KeyCode.V)),

    CHOOSE_PHOTOS(Part.PHOTOS, ctrl(KeyCode.O)),

    DESCRIBE(Part.TEXT, ctrl(KeyCode.B)),
    PREVIEW(Part.TEXT, ctrlShift(KeyCode.P)),

    NEXT_PART(Part.PROGRAM, new KeyCodeCombination(KeyCode.F6)),
    PREVIOUS_PART(Part.PROGRAM, new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN)),
    PALETTE(Part.PROGRAM, ctrlShift(KeyCode.K)),
    SETTINGS(Part.PROGRAM, ctrl(KeyCode.COMMA)),
    KEYS(Part.PROGRAM, new KeyCodeCombination(KeyCode.F1));
    // @formatter:on

    private final Part part;
    private final KeyCodeCombination combination;

    WindowShortcut(Part part, KeyCodeCombination combination) {
        this.part = part;
        this.combination = combination;
    }

    private static KeyCodeCombination ctrl(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCodeCombination ctrlShift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    public KeyCombination combination() {
        return combination;
    }

    public static boolean isPressed(KeyEvent key) {
        return Stream.of(values()).anyMatch(shortcut -> shortcut.combination.match(key));
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public String keyText(Messages messages) {
        return keys(messages, messages.get("key.enter"));
    }

    /** Returns the keys to press in a short form for buttons, with {@code ↵} for Enter. */
    public String shortKeyText(Messages messages) {
        return keys(messages, "↵");
    }

    private String keys(Messages messages, String enter) {
        var keys = new ArrayList<String>();
        if (combination.getShortcut() == ModifierValue.DOWN) {
            keys.add(messages.get("key.ctrl"));
        }
        if (combination.getShift() == ModifierValue.DOWN) {
            keys.add(messages.get("key.shift"));
        }
        keys.add(
                switch (combination.getCode()) {
                    case ENTER -> enter;
                    case COMMA -> ",";
                    default -> combination.getCode().getName();
                });
        return String.join(" ", keys);
    }

    /** Returns a text of a menu or button followed by the keys of this accelerator. */
    public String appendTo(String text, Messages messages) {
        return text + "   " + shortKeyText(messages);
    }
}
