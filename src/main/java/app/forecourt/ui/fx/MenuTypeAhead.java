package app.forecourt.ui.fx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** In an open menu a letter goes to the next entry that begins with it, round and round: JavaFX has no such key. */
public final class MenuTypeAhead {
    private final MenuButton menu;

    private MenuTypeAhead(MenuButton menu) {
        this.menu = menu;
    }

    public static void install(MenuButton menu) {
        MenuTypeAhead letters = new MenuTypeAhead(menu);
        EventHandler<KeyEvent> typed = letters::typed;
        menu.addEventHandler(MenuButton.ON_SHOWN, shown -> letters.scene().ifPresent(scene -> {
            // It may be the one of the last time.
            scene.removeEventFilter(KeyEvent.KEY_TYPED, typed);
            scene.addEventFilter(KeyEvent.KEY_TYPED, typed);
        }));
    }

    private Optional<Scene> scene() {
        return menu.getItems().stream().findFirst().map(MenuItem::getParentPopup)
                .map(popup -> popup.getScene());
    }

    private void typed(KeyEvent key) {
        String letter = key.getCharacter().toLowerCase(Locale.ROOT);
        if (letter.isBlank() || key.isShortcutDown()) {
            return;
        }
        key.consume();
        scene().ifPresent(scene -> next(scene, letter).ifPresent(to -> {
            // Down brings it into sight too, which the focus alone does not.
            for (int step = 0; step < menu.getItems().size() && scene.getFocusOwner() != to; step++) {
                Node from = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                Event.fireEvent(from, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false,
                        false, false));
            }
        }));
    }

    private Optional<Node> next(Scene scene, String letter) {
        List<MenuItem> items = menu.getItems();
        int here = IntStream.range(0, items.size())
                .filter(at -> items.get(at).getStyleableNode() == scene.getFocusOwner()).findFirst()
                .orElse(-1);
        return IntStream.rangeClosed(1, items.size())
                .mapToObj(step -> items.get((here + step) % items.size()))
                .filter(item -> item.getText() != null && !item.isDisable()
                        && item.getText().toLowerCase(Locale.ROOT).startsWith(letter))
                .findFirst().map(MenuItem::getStyleableNode);
    }
}
