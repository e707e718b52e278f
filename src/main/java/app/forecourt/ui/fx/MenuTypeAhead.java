package app.forecourt.ui.fx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Type-ahead in an open menu: a letter moves the focus to the next item with that initial, in a circle. JavaFX has
 * mnemonics only. They need Alt, and a letter of its own for each of thirty items in four languages.
 */
public final class MenuTypeAhead {
    private final MenuButton menu;

    private MenuTypeAhead(MenuButton menu) {
        this.menu = menu;
    }

    public static void install(MenuButton menu) {
        MenuTypeAhead typeAhead = new MenuTypeAhead(menu);
        EventHandler<KeyEvent> typed = typeAhead::typed;
        menu.addEventHandler(
                MenuButton.ON_SHOWN,
                _ -> typeAhead.popup().ifPresent(popup -> {
                    Scene scene = popup.getScene();
                    // Remove the filter first, because the scene may be the same as last time.
                    scene.removeEventFilter(KeyEvent.KEY_TYPED, typed);
                    scene.addEventFilter(KeyEvent.KEY_TYPED, typed);
                    ModalMenuKeys.install(popup);
                }));
    }

    private Optional<ContextMenu> popup() {
        return menu.getItems().stream().findFirst().map(MenuItem::getParentPopup);
    }

    private void typed(KeyEvent key) {
        String letter = key.getCharacter().toLowerCase(Locale.ROOT);
        if (letter.isBlank() || key.isShortcutDown()) {
            return;
        }
        key.consume();
        popup().map(ContextMenu::getScene)
                .ifPresent(scene -> nextItem(scene, letter).ifPresent(target -> {
                    // Send Down keys, because they also scroll the item into view. Moving the focus alone would not.
                    for (int step = 0; step < menu.getItems().size() && scene.getFocusOwner() != target; step++) {
                        Node from = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                        Event.fireEvent(
                                from,
                                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
                    }
                }));
    }

    private Optional<Node> nextItem(Scene scene, String letter) {
        List<MenuItem> items = menu.getItems();
        int current = IntStream.range(0, items.size())
                .filter(at -> items.get(at).isVisible() && items.get(at).getStyleableNode() == scene.getFocusOwner())
                .findFirst()
                .orElse(-1);
        return IntStream.rangeClosed(1, items.size())
                .mapToObj(step -> items.get((current + step) % items.size()))
                .filter(item -> item.getText() != null
                        && item.isVisible()
                        && !item.isDisable()
                        && item.getText().toLowerCase(Locale.ROOT).startsWith(letter))
                .findFirst()
                .map(MenuItem::getStyleableNode);
    }
}
