package app.forecourt.ui.advert;

import app.forecourt.advert.Advert;
import app.forecourt.advert.Description;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.advert.Placeholder;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.MenuTypeAhead;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TabTraversal;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen block's name, and its text in the chosen language. */
final class BlockEditor extends VBox {
    private static final int LINES = 5;
    /** Characters of a value that a menu shows. */
    private static final int LONGEST_VALUE = 40;

    private final ObservableList<DescriptionBlock> blocks;
    private final ObservableValue<Number> chosen;
    private final ObservableValue<Language> language;
    private final Messages words;
    private final Supplier<Advert> advert;
    private final TextField name = new TextField();
    private final TextArea text = new TextArea();
    private final MenuButton insert = new MenuButton();
    private final Label note = new Label();
    private boolean loading;

    BlockEditor(ObservableList<DescriptionBlock> blocks, ObservableValue<Number> chosen,
            ObservableValue<Language> language, Messages words, Supplier<Advert> advert) {
        this.blocks = blocks;
        this.chosen = chosen;
        this.language = language;
        this.words = words;
        this.advert = advert;
        getStyleClass().add("block-editor");

        name.setId("blockName");
        PasteLimit.install(name, DescriptionBlock.LONGEST_NAME, this::known,
                length -> say(words.get("problem.too_much_pasted", length, DescriptionBlock.LONGEST_NAME),
                        true));
        text.setId("blockText");
        text.setPrefRowCount(LINES);
        TextWrap.enable(text);
        PasteLimit.install(text, DescriptionBlock.LONGEST_TEXT, () -> block().text(language.getValue()),
                length -> say(words.get("problem.too_much_pasted", length, DescriptionBlock.LONGEST_TEXT),
                        true));
        TabTraversal.in(text);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);

        insert.setId("insert");
        insert.setText(words.get("builder.insert"));
        insert.getStyleClass().add(Styles.SMALL);
        insert.setMinWidth(USE_PREF_SIZE);
        insert.setOnShowing(event -> insert.getItems().setAll(items()));
        // Something has to be there, or the menu would not open.
        insert.getItems().setAll(items());
        MenuTypeAhead.install(insert);
        Label called = label("builder.name", name);
        Label written = new Label();
        written.getStyleClass().add("field-label");
        LabelClick.leadsTo(written, text);
        written.textProperty().bind(language.map(now -> words.get("builder.text", now.ownName())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(written, gap, insert);
        head.getStyleClass().add("block-head");
        note.getStyleClass().add("note");
        note.setId("block-note");
        TextWrap.enable(note);
        LiveRegion.follow(note);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(called, name, head, text, note);

        chosen.subscribe(any -> load());
        language.subscribe((before, now) -> load());
        name.textProperty().subscribe((before, now) -> change(block -> block.called(now)));
        text.textProperty()
                .subscribe((before, now) -> change(block -> block.with(language.getValue(), now)));
    }

    /** Puts the caret into the text. */
    void edit() {
        text.requestFocus();
        text.end();
    }

    private Label label(String key, TextField field) {
        Label label = new Label(words.get(key));
        label.getStyleClass().add("field-label");
        LabelClick.leadsTo(label, field);
        return label;
    }

    private boolean isChosen() {
        int at = chosen.getValue().intValue();
        return at >= 0 && at < blocks.size();
    }

    private DescriptionBlock block() {
        return isChosen() ? blocks.get(chosen.getValue().intValue())
                : new DescriptionBlock("", false, Map.of());
    }

    private String known() {
        return block().name();
    }

    /** Shows another block, or the same in another language. */
    private void load() {
        loading = true;
        setDisable(!isChosen());
        name.setText(block().name());
        text.setText(block().text(language.getValue()));
        loading = false;
        refresh();
    }

    private void change(Function<DescriptionBlock, DescriptionBlock> how) {
        if (!loading && isChosen()) {
            int at = chosen.getValue().intValue();
            blocks.set(at, how.apply(blocks.get(at)));
        }
        refresh();
    }

    /** How placeholders are used, or which of them is none. */
    private void refresh() {
        List<String> unknown = Description.unknown(text.getText());
        if (unknown.isEmpty()) {
            say(words.get("builder.hint"), false);
        } else {
            say(words.get("builder.unknown", String.join(", ", unknown)), true);
        }
    }

    private void say(String said, boolean wrong) {
        note.setText(said);
        note.pseudoClassStateChanged(SeverityStyle.WARNING, wrong);
    }

    /** Ctrl+Space shows what can be put in. */
    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
            insert.show();
            key.consume();
        }
    }

    /** Each placeholder with what stands there for this car. */
    private List<MenuItem> items() {
        Advert now = advert.get();
        return List.of(Placeholder.values()).stream().map(placeholder -> {
            Label what = new Label(words.get("placeholder." + Messages.key(placeholder)));
            what.getStyleClass().add("placeholder-name");
            Label value = new Label(now.value(placeholder).map(BlockEditor::brief)
                    .orElseGet(() -> words.get("placeholder.none")));
            value.getStyleClass().add("hint");
            HBox line = new HBox(what, value);
            line.getStyleClass().add("placeholder-line");
            line.setAccessibleText(what.getText() + ", " + value.getText());
            MenuItem item = new CustomMenuItem(line);
            item.getStyleClass().add("placeholder-item");
            item.setText(what.getText());
            item.setId("insert-" + placeholder.key());
            item.setOnAction(event -> {
                text.replaceSelection(placeholder.written());
                text.requestFocus();
            });
            return item;
        }).toList();
    }

    private static String brief(String value) {
        String line = value.replace('\n', ' ');
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
