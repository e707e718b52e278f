package app.forecourt.ui.advert;

import app.forecourt.advert.Advert;
import app.forecourt.advert.Description;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.advert.Placeholder;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.MenuTypeAhead;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextAreaTabTraversal;
import app.forecourt.ui.fx.TextLengthLimit;
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

/** Editor for the selected block: its name, and its text in the selected language. */
final class DescriptionBlockEditor extends VBox {
    private static final int LINES = 5;
    /** Most characters of a value in the menu of placeholders. */
    private static final int LONGEST_VALUE = 40;

    private final ObservableList<DescriptionBlock> blocks;
    private final ObservableValue<Number> selectedIndex;
    private final ObservableValue<Language> language;
    private final Messages messages;
    private final Supplier<Advert> advert;
    private final TextField name = new TextField();
    private final TextArea text = new TextArea();
    private final MenuButton insert = new MenuButton();
    private final Label note = LiveRegion.label("block-note", "note");
    private boolean loading;

    DescriptionBlockEditor(
            ObservableList<DescriptionBlock> blocks,
            ObservableValue<Number> selectedIndex,
            ObservableValue<Language> language,
            Messages messages,
            Supplier<Advert> advert) {
        this.blocks = blocks;
        this.selectedIndex = selectedIndex;
        this.language = language;
        this.messages = messages;
        this.advert = advert;
        getStyleClass().add("block-editor");

        name.setId("blockName");
        TextLengthLimit.install(
                name,
                DescriptionBlock.LONGEST_NAME,
                this::storedName,
                length ->
                        showNote(messages.get("problem.too_much_pasted", length, DescriptionBlock.LONGEST_NAME), true));
        text.setId("blockText");
        text.setPrefRowCount(LINES);
        SafeTextWrap.enable(text);
        VBox.setVgrow(text, Priority.ALWAYS);
        TextLengthLimit.install(
                text,
                DescriptionBlock.LONGEST_TEXT,
                () -> block().text(language.getValue()),
                length ->
                        showNote(messages.get("problem.too_much_pasted", length, DescriptionBlock.LONGEST_TEXT), true));
        TextAreaTabTraversal.install(text);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);

        insert.setId("insert");
        insert.setText(messages.get("builder.insert"));
        insert.getStyleClass().add(Styles.SMALL);
        insert.setMinWidth(USE_PREF_SIZE);
        insert.setOnShowing(_ -> insert.getItems().setAll(items()));
        // The menu needs at least one item, because JavaFX does not open an empty menu.
        insert.getItems().setAll(items());
        MenuTypeAhead.install(insert);
        Label nameLabel = label("builder.name", name);
        Label textLabel = new Label();
        textLabel.getStyleClass().add("field-label");
        LabelClick.install(textLabel, text);
        textLabel.textProperty().bind(language.map(value -> messages.get("builder.text", value.ownName())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(textLabel, gap, insert);
        head.getStyleClass().add("block-head");
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(nameLabel, name, head, text, note);

        selectedIndex.subscribe(_ -> load());
        language.subscribe((_, _) -> load());
        name.textProperty().subscribe((_, newName) -> change(block -> block.withName(newName)));
        text.textProperty().subscribe((_, newText) -> change(block -> block.withText(language.getValue(), newText)));
    }

    /** Moves the focus to the text, with the caret at its end. */
    void focusText() {
        text.requestFocus();
        text.end();
    }

    private Label label(String key, TextField field) {
        Label label = new Label(messages.get(key));
        label.getStyleClass().add("field-label");
        LabelClick.install(label, field);
        return label;
    }

    private boolean isBlockSelected() {
        int index = selectedIndex.getValue().intValue();
        return index >= 0 && index < blocks.size();
    }

    private DescriptionBlock block() {
        return isBlockSelected()
                ? blocks.get(selectedIndex.getValue().intValue())
                : new DescriptionBlock("", false, Map.of());
    }

    private String storedName() {
        return block().name();
    }

    /** Shows the selected block in the selected language. */
    private void load() {
        loading = true;
        setDisable(!isBlockSelected());
        name.setText(block().name());
        text.setText(block().text(language.getValue()));
        loading = false;
        refresh();
    }

    private void change(Function<DescriptionBlock, DescriptionBlock> edit) {
        if (!loading && isBlockSelected()) {
            int index = selectedIndex.getValue().intValue();
            blocks.set(index, edit.apply(blocks.get(index)));
        }
        refresh();
    }

    /** Shows the hint on placeholders, or the unknown placeholders of the text. */
    private void refresh() {
        List<String> unknown = Description.unknownPlaceholders(text.getText());
        if (unknown.isEmpty()) {
            showNote(messages.get("builder.hint"), false);
        } else {
            showNote(messages.get("builder.unknown", String.join(", ", unknown)), true);
        }
    }

    private void showNote(String message, boolean isWarning) {
        note.setText(message);
        note.pseudoClassStateChanged(SeverityStyle.WARNING, isWarning);
    }

    /** Opens the menu of placeholders on Ctrl+Space. */
    private void onKeyPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
            insert.show();
            key.consume();
        }
    }

    /** Returns a menu item for each placeholder, with its value for the car in the form. */
    private List<MenuItem> items() {
        Advert current = advert.get();
        return List.of(Placeholder.values()).stream()
                .map(placeholder -> {
                    Label placeholderName = new Label(messages.get("placeholder." + Messages.key(placeholder)));
                    placeholderName.getStyleClass().add("placeholder-name");
                    Label value = new Label(current.value(placeholder)
                            .map(DescriptionBlockEditor::brief)
                            .orElseGet(() -> messages.get("placeholder.none")));
                    value.getStyleClass().add("hint");
                    HBox line = new HBox(placeholderName, value);
                    line.getStyleClass().add("placeholder-line");
                    line.setAccessibleText(placeholderName.getText() + ", " + value.getText());
                    MenuItem item = new CustomMenuItem(line);
                    item.getStyleClass().add("placeholder-item");
                    item.setText(placeholderName.getText());
                    item.setId("insert-" + placeholder.key());
                    item.setOnAction(_ -> {
                        text.replaceSelection(placeholder.inBraces());
                        text.requestFocus();
                    });
                    return item;
                })
                .toList();
    }

    private static String brief(String value) {
        String line = value.replace('\n', ' ');
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
