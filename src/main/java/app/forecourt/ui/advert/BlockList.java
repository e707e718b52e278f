package app.forecourt.ui.advert;

import app.forecourt.advert.BlockRepository;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.IconButton;
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
 * The building blocks in their order: Space uses one or not, Alt with Up or Down moves it, Insert adds one, Delete takes
 * it out and Ctrl+Z brings it back.
 */
final class BlockList extends VBox {
    private final ObservableList<DescriptionBlock> blocks;
    private final ObservableValue<Language> language;
    private final Messages words;
    private final ListView<DescriptionBlock> list;
    private final HBox undo = new HBox();
    private final Label gone = new Label();
    private Optional<Deleted> deleted = Optional.empty();

    private record Deleted(int at, DescriptionBlock block) {}

    /** @param edit goes to the text of the chosen block */
    BlockList(ObservableList<DescriptionBlock> blocks, ObservableValue<Language> language, Messages words,
            Runnable edit) {
        this.blocks = blocks;
        this.language = language;
        this.words = words;
        getStyleClass().add("block-list");
        list = new ListView<>(blocks);
        list.setId("blocks");
        list.setAccessibleText(words.get("builder.blocks"));
        list.setPlaceholder(new Label(words.get("builder.none")));
        list.setCellFactory(view -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> key(key, edit));
        list.getSelectionModel().selectFirst();
        VBox.setVgrow(list, Priority.ALWAYS);
        language.subscribe((before, now) -> list.refresh());

        Hyperlink back = new Hyperlink(words.get("stock.undo"));
        back.setId("blockBack");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(event -> restore());
        gone.setMinWidth(0);
        LiveRegion.follow(gone);
        undo.getChildren().addAll(gone, back);
        undo.getStyleClass().add("undo-line");
        NodeVisibility.when(undo, false);
        HBox buttons = new HBox(button("blockAdd", Feather.PLUS, this::add),
                button("blockDelete", Feather.TRASH_2, this::delete),
                button("blockUp", Feather.ARROW_UP, () -> move(-1)),
                button("blockDown", Feather.ARROW_DOWN, () -> move(1)), undo);
        buttons.getStyleClass().add("block-buttons");
        getChildren().addAll(list, buttons);
    }

    /** The list itself. */
    ListView<DescriptionBlock> list() {
        return list;
    }

    /** Which one is chosen, counted from 0; none when there is none. */
    ObservableValue<Number> chosen() {
        return list.getSelectionModel().selectedIndexProperty();
    }

    private Button button(String id, Feather icon, Runnable action) {
        Button button = new IconButton(icon, words.get("builder." + id), action);
        button.setId(id);
        button.getStyleClass().add("small-button");
        return button;
    }

    private void key(KeyEvent key, Runnable edit) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case SPACE -> use(at);
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

    private void use(int at) {
        if (at >= 0) {
            blocks.set(at, blocks.get(at).used(!blocks.get(at).used()));
            list.getSelectionModel().select(at);
        }
    }

    private void move(int by) {
        int from = list.getSelectionModel().getSelectedIndex();
        int to = from + by;
        if (from >= 0 && to >= 0 && to < blocks.size()) {
            List<DescriptionBlock> moved = new ArrayList<>(blocks);
            Collections.swap(moved, from, to);
            // One change: the description is built and kept once, and Ctrl+Z in it shows no half of a move.
            blocks.setAll(moved);
            choose(to);
        }
    }

    private void add() {
        if (blocks.size() < BlockRepository.MOST) {
            int at = list.getSelectionModel().getSelectedIndex() + 1;
            blocks.add(at, new DescriptionBlock(words.get("builder.new"), true, Map.of()));
            choose(at);
        }
    }

    private void delete() {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at >= 0) {
            DescriptionBlock block = blocks.remove(at);
            remember(Optional.of(new Deleted(at, block)));
            choose(Math.min(at, blocks.size() - 1));
        }
    }

    private void restore() {
        deleted.ifPresent(last -> {
            int at = Math.min(last.at(), blocks.size());
            blocks.add(at, last.block());
            remember(Optional.empty());
            choose(at);
            list.requestFocus();
        });
    }

    private void remember(Optional<Deleted> last) {
        deleted = last;
        last.ifPresent(one -> gone.setText(words.get("builder.gone", one.block().name())));
        NodeVisibility.when(undo, last.isPresent());
    }

    private void choose(int at) {
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(Math.max(0, at - 1));
    }

    private final class Cell extends ListCell<DescriptionBlock> {
        private final CheckBox box = new CheckBox();
        /** Beside the box and not in it: whoever clicks on a name wants that block. */
        private final Label name = new Label();
        private final Label lacks = new Label();
        private final HBox line = new HBox(box, name, lacks);

        Cell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            box.setFocusTraversable(false);
            box.setMinWidth(USE_PREF_SIZE);
            name.setMinWidth(0);
            box.setOnAction(event -> use(getIndex()));
            lacks.getStyleClass().add("hint");
            lacks.setMinWidth(USE_PREF_SIZE);
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
            name.setText(block.name().isBlank() ? words.get("builder.unnamed") : block.name());
            name.setId("blockName-" + getIndex());
            box.setId("blockUsed-" + getIndex());
            box.setAccessibleText(name.getText());
            box.setSelected(block.used());
            boolean none = block.text(language.getValue()).isBlank();
            lacks.setText(none ? words.get("builder.lacks", language.getValue().ownName()) : "");
            setAccessibleText(name.getText());
            setGraphic(line);
        }
    }
}
