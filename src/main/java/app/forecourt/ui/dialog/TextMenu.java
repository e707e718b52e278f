package app.forecourt.ui.dialog;

import app.forecourt.ui.fx.ModalMenuKeys;
import app.forecourt.ui.words.Messages;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexRange;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;

/**
 * Context menu of text fields in the window's language. It replaces JavaFX's own menu, because that has no Dutch texts.
 */
public final class TextMenu {
    private final Messages messages;

    private TextMenu(Messages messages) {
        this.messages = messages;
    }

    /** Installs the menu on all text fields below a node. */
    public static void install(Node root, Messages messages) {
        var menu = new TextMenu(messages);
        root.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, request -> {
            Node node = request.getTarget() instanceof Node target ? target : null;
            while (node != null && !(node instanceof TextInputControl)) {
                node = node.getParent();
            }
            if (node instanceof TextInputControl text) {
                menu.create(text).show(text, request.getScreenX(), request.getScreenY());
                request.consume();
            }
        });
    }

    private ContextMenu create(TextInputControl text) {
        IndexRange selection = text.getSelection();
        boolean isReadOnly = !text.isEditable();
        boolean isSecret = text instanceof PasswordField;
        boolean isEmpty = selection.getLength() == 0;
        var menu = new ContextMenu(
                item("undo", isReadOnly || !text.isUndoable(), text::undo),
                item("redo", isReadOnly || !text.isRedoable(), text::redo),
                new SeparatorMenuItem(),
                item("cut", isReadOnly || isSecret || isEmpty, text::cut),
                item("copy", isSecret || isEmpty, text::copy),
                item("paste", isReadOnly || !Clipboard.getSystemClipboard().hasString(), text::paste),
                item("delete", isReadOnly || isEmpty, () -> text.deleteText(text.getSelection())),
                new SeparatorMenuItem(),
                item("all", selection.getLength() == text.getLength(), text::selectAll));
        ModalMenuKeys.install(menu);
        return menu;
    }

    private MenuItem item(String key, boolean disabled, Runnable action) {
        var item = new MenuItem(messages.get("text." + key));
        item.setId("text-" + key);
        item.setDisable(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
