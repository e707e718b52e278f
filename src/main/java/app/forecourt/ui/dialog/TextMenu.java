package app.forecourt.ui.dialog;

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

/** What a right click into a text offers, in the words of the window: JavaFX's own knows no Dutch. */
public final class TextMenu {
    private final Messages words;

    private TextMenu(Messages words) {
        this.words = words;
    }

    /** For all texts in there. */
    public static void install(Node root, Messages words) {
        var menu = new TextMenu(words);
        root.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asked -> {
            Node node = asked.getTarget() instanceof Node target ? target : null;
            while (node != null && !(node instanceof TextInputControl)) {
                node = node.getParent();
            }
            if (node instanceof TextInputControl text) {
                menu.of(text).show(text, asked.getScreenX(), asked.getScreenY());
                asked.consume();
            }
        });
    }

    private ContextMenu of(TextInputControl text) {
        IndexRange marked = text.getSelection();
        boolean fixed = !text.isEditable();
        boolean secret = text instanceof PasswordField;
        boolean none = marked.getLength() == 0;
        return new ContextMenu(item("undo", fixed || !text.isUndoable(), text::undo),
                item("redo", fixed || !text.isRedoable(), text::redo), new SeparatorMenuItem(),
                item("cut", fixed || secret || none, text::cut), item("copy", secret || none, text::copy),
                item("paste", fixed || !Clipboard.getSystemClipboard().hasString(), text::paste),
                item("delete", fixed || none, () -> text.deleteText(text.getSelection())),
                new SeparatorMenuItem(),
                item("all", marked.getLength() == text.getLength(), text::selectAll));
    }

    private MenuItem item(String key, boolean off, Runnable action) {
        var item = new MenuItem(words.get("text." + key));
        item.setId("text-" + key);
        item.setDisable(off);
        item.setOnAction(event -> action.run());
        return item;
    }
}
