package app.forecourt.ui.advert;

import app.forecourt.advert.BlockRepository;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * List of the description blocks in their order. Space includes or excludes a block, Alt with Up or Down moves it.
 * Insert adds a block, Delete removes one and Ctrl+Z restores it.
 */
final class DescriptionBlockList extends VBox {
    private final ObservableList<DescriptionBlock> blocks;
    private final ObservableValue<Language> language;
    private final Messages messages;
    private final ListView<DescriptionBlock> list;
    private final HBox undo = new HBox();
    private final Label deletedNote = new Label();
    private Optional<Deleted> deleted = Optional.empty();

    private record Deleted(int index, DescriptionBlock block) {}

    /**
     * Creates the list with the first block selected.
     *
     * @param edit action that moves the focus to the text of the selected block
     */
    DescriptionBlockList(
            ObservableList<DescriptionBlock> blocks,
            ObservableValue<Language> language,
            Messages messages,
            Runnable edit) {
        this.blocks = blocks;
        this.language = language;
        this.messages = messages;
        getStyleClass().add("block-list");
        list = new ListView<>(blocks);
        list.setId("blocks");
        list.setAccessibleText(messages.get("builder.blocks"));
        list.setPlaceholder(new Label(messages.get("builder.none")));
        list.setCellFactory(_ -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> onKeyPressed(key, edit));
        list.getSelectionModel().selectFirst();
        VBox.setVgrow(list, Priority.ALWAYS);
        language.subscribe((_, _) -> list.refresh());

        Hyperlink back = new Hyperlink(messages.get("stock.undo"));
        back.setId("blockBack");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> restore());
        deletedNote.setMinWidth(0);
        LiveRegion.announceChanges(deletedNote);
        undo.getChildren().addAll(deletedNote, back);
        undo.getStyleClass().add("undo-line");
        NodeVisibility.set(undo, false);
        HBox buttons = new HBox(
                button("blockAdd", Feather.PLUS, this::add),
                button("blockDelete", Feather.TRASH_2, this::delete),
                button("blockUp", Feather.ARROW_UP, () -> move(-1)),
                button("blockDown", Feather.ARROW_DOWN, () -> move(1)),
                undo);
        buttons.getStyleClass().add("block-buttons");
        getChildren().addAll(list, buttons);
    }

    ListView<DescriptionBlock> list() {
        return list;
    }

    /** Returns the index of the selected block, from 0, or -1 if no block is selected. */
    ObservableValue<Number> selectedIndex() {
        return list.getSelectionModel().selectedIndexProperty();
    }

    private Button button(String id, Feather icon, Runnable action) {
        Button button = Icons.button(icon, messages.get("builder." + id), action);
        button.setId(id);
        button.getStyleClass().add("small-button");
        return button;
    }

    private void onKeyPressed(KeyEvent key, Runnable edit) {
        int index = list.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case SPACE -> toggleUsed(index);
            case ENTER -> {
                if (key.isShortcutDown()) {
                    return;
                }
                edit.run();
            }
            case UP, DOWN -> {
                if (!key.isAltDown()) {
                    return;
                }
                move(key.getCode() == KeyCode.UP ? -1 : 1);
            }
            case INSERT -> {
                add();
                edit.run();
            }
            case DELETE -> delete();
            case Z -> {
                if (!key.isShortcutDown()) {
                    return;
                }
                restore();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void toggleUsed(int index) {
        if (index >= 0) {
            blocks.set(index, blocks.get(index).used(!blocks.get(index).used()));
            list.getSelectionModel().select(index);
        }
    }

    private void move(int offset) {
        int from = list.getSelectionModel().getSelectedIndex();
        int to = from + offset;
        if (from >= 0 && to >= 0 && to < blocks.size()) {
            List<DescriptionBlock> moved = new ArrayList<>(blocks);
            Collections.swap(moved, from, to);
            // One change of the list, so that the description is built and stored once and Ctrl+Z undoes the whole
            // move.
            blocks.setAll(moved);
            select(to);
        }
    }

    private void add() {
        if (blocks.size() < BlockRepository.MOST) {
            int index = list.getSelectionModel().getSelectedIndex() + 1;
            blocks.add(index, new DescriptionBlock(messages.get("builder.new"), true, Map.of()));
            select(index);
        }
    }

    private void delete() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            DescriptionBlock block = blocks.remove(index);
            setDeleted(Optional.of(new Deleted(index, block)));
            select(Math.min(index, blocks.size() - 1));
        }
    }

    private void restore() {
        deleted.ifPresent(last -> {
            int index = Math.min(last.index(), blocks.size());
            blocks.add(index, last.block());
            setDeleted(Optional.empty());
            select(index);
            list.requestFocus();
        });
    }

    private void setDeleted(Optional<Deleted> last) {
        deleted = last;
        last.ifPresent(deletion -> deletedNote.setText(
                messages.get("builder.gone", deletion.block().name())));
        NodeVisibility.set(undo, last.isPresent());
    }

    private void select(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 1));
    }

    private final class Cell extends ListCell<DescriptionBlock> {
        private final CheckBox box = new CheckBox();
        /** Label beside the check box and not its text, because a click on the name must select the block. */
        private final Label name = new Label();

        private final Label missingNote = new Label();
        private final HBox line = new HBox(box, name, missingNote);

        Cell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            box.setFocusTraversable(false);
            box.setMinWidth(USE_PREF_SIZE);
            name.setMinWidth(0);
            box.setOnAction(_ -> toggleUsed(getIndex()));
            missingNote.getStyleClass().add("hint");
            missingNote.setMinWidth(USE_PREF_SIZE);
            line.getStyleClass().add("block-line");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        protected void updateItem(DescriptionBlock block, boolean empty) {
            super.updateItem(block, empty);
            if (empty || block == null) {
                setGraphic(null);
                return;
            }
            name.setText(block.name().isBlank() ? messages.get("builder.unnamed") : block.name());
            name.setId("blockName-" + getIndex());
            box.setId("blockUsed-" + getIndex());
            box.setAccessibleText(name.getText());
            box.setSelected(block.used());
            boolean isMissing = block.text(language.getValue()).isBlank();
            missingNote.setText(
                    isMissing
                            ? messages.get("builder.lacks", language.getValue().ownName())
                            : "");
            setAccessibleText(name.getText());
            setGraphic(line);
        }
    }
}
