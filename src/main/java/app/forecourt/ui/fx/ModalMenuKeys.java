package app.forecourt.ui.fx;

import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;

/**
 * Keys of an open menu: those that the menu does not use do nothing. JavaFX would hand them to the window behind the
 * menu, where Delete deletes a car or a text.
 */
public final class ModalMenuKeys {
    private static final EventHandler<KeyEvent> CONSUME = key -> {
        // JavaFX closes the menu only after an Esc that nobody consumed. F10 opens the main menu.
        if (key.getCode() != KeyCode.ESCAPE && key.getCode() != KeyCode.F10) {
            key.consume();
        }
    };

    private ModalMenuKeys() {}

    /** Keeps the unused keys of a menu from the window behind it. Repeated calls have no effect. */
    public static void install(PopupWindow menu) {
        // The window handles a key after the menu and its mnemonics. Releases are left alone, because the window behind
        // the menu counts a held key until its release.
        menu.addEventHandler(KeyEvent.KEY_PRESSED, CONSUME);
        menu.addEventHandler(KeyEvent.KEY_TYPED, CONSUME);
    }
}
