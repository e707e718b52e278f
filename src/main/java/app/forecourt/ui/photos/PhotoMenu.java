package app.forecourt.ui.photos;

import app.forecourt.ui.fx.ModalMenuKeys;
import app.forecourt.ui.words.Messages;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** The context menu of the photo grid, with the actions of its keys. */
final class PhotoMenu {
    private final PhotoKeys keys;
    private final Messages messages;
    private final ObservableValue<Boolean> locked;

    PhotoMenu(PhotoKeys keys, Messages messages, ObservableValue<Boolean> locked) {
        this.keys = keys;
        this.messages = messages;
        this.locked = locked;
    }

    void install(PhotoGrid grid) {
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, request -> {
            create(grid).show(grid, request.getScreenX(), request.getScreenY());
            request.consume();
        });
    }

    private ContextMenu create(PhotoGrid grid) {
        boolean isLocked = locked.getValue();
        var menu = new ContextMenu(item("photo.menu.show", false, keys::open),
                item("photo.menu.main", isLocked || grid.first() == 0, () -> keys.move(0)),
                item("photo.remove", isLocked, keys::remove), new SeparatorMenuItem(),
                item("text.undo", isLocked, keys::undo), item("text.copy", false, keys::copy),
                item("text.paste", isLocked, keys::paste), item("text.all", false, keys::selectAll));
        ModalMenuKeys.install(menu);
        return menu;
    }

    private MenuItem item(String key, boolean isDisabled, Runnable action) {
        var item = new MenuItem(messages.get(key));
        item.setId(key.replace('.', '-'));
        item.setDisable(isDisabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
