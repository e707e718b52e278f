package app.forecourt.ui.photos;

import app.forecourt.ui.fx.ModalMenuKeys;
import app.forecourt.ui.keys.AcceleratorText;
import app.forecourt.ui.photos.GridCells.Direction;
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
        boolean isFirst = grid.first() <= 0;
        boolean isLast = grid.first() + grid.selectedCount() == grid.cells().count();
        String ctrl = messages.get("key.ctrl") + " ";
        var menu = new ContextMenu(
                item("photo.menu.show", messages.get("key.enter"), false, keys::open),
                item("photo.menu.main", messages.get("photo.menu.main.key"), isLocked || isFirst, () -> keys.move(0)),
                item("photo.menu.forward", "Alt ←", isLocked || isFirst, () -> keys.move(Direction.LEFT)),
                item("photo.menu.back", "Alt →", isLocked || isLast, () -> keys.move(Direction.RIGHT)),
                item("photo.remove", "", isLocked, keys::remove),
                new SeparatorMenuItem(),
                item("text.undo", ctrl + "Z", isLocked, keys::undo),
                item("text.copy", ctrl + "C", false, keys::copy),
                item("text.paste", ctrl + "V", isLocked, keys::paste),
                item("text.all", ctrl + "A", false, keys::selectAll));
        ModalMenuKeys.install(menu);
        return menu;
    }

    private MenuItem item(String key, String accelerator, boolean isDisabled, Runnable action) {
        var item = new MenuItem(messages.get(key));
        item.setAccelerator(accelerator.isEmpty() ? null : new AcceleratorText(accelerator));
        item.setId(key.replace('.', '-'));
        item.setDisable(isDisabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
