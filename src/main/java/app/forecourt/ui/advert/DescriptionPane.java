package app.forecourt.ui.advert;

import app.forecourt.advert.Advert;
import app.forecourt.advert.Description;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldLimits;
import app.forecourt.model.AdvertModel;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextAreaTabTraversal;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Description builder: the blocks on the left, the text that results for the car on the right. The user may edit the
 * text before accepting it. An edited text no longer follows the blocks until the user rebuilds it.
 */
final class DescriptionPane extends HBox {
    private static final int LONGEST =
            CarField.DESCRIPTION.limits().range().max().intValue();

    private final AdvertModel advertising;
    private final Messages messages;
    private final ObjectProperty<Language> language;
    private final ObservableList<DescriptionBlock> blocks;
    private final DescriptionBlockList list;
    private final DescriptionBlockEditor editor;
    private final TextArea text = new TextArea();
    private final Label length = new Label();
    private final Label note = LiveRegion.label("builtNote", "note");
    private final HBox editedLine = new HBox();
    private final ReadOnlyBooleanWrapper fits = new ReadOnlyBooleanWrapper(true);
    private List<DescriptionBlock> stored;
    private boolean hasKept;
    private Description built = new Description("", List.of());

    /**
     * @param edited text that the user edited earlier; empty if none
     * @param onEdited receives each text that the user edits; empty once the text is the built one again
     */
    DescriptionPane(AdvertModel advertising, Messages messages, String edited, Consumer<String> onEdited) {
        this.advertising = advertising;
        this.messages = messages;
        language = new SimpleObjectProperty<>(advertising.language());
        stored = advertising.blocks().blocks(advertising.windowLanguage());
        blocks = FXCollections.observableArrayList(stored);
        getStyleClass().addAll("dialog-content", "builder");

        list = new DescriptionBlockList(blocks, language, messages, this::edit);
        editor = new DescriptionBlockEditor(blocks, list.selectedIndex(), language, messages, this::advert);
        VBox left = new VBox(new LanguageChoice(language.get(), messages, language::set), list, editor);
        left.getStyleClass().add("builder-left");
        VBox.setVgrow(list, Priority.ALWAYS);
        // In a low window the text of the block gives way.
        VBox.setVgrow(editor, Priority.SOMETIMES);

        text.setId("builtText");
        SafeTextWrap.enable(text);
        TextLengthLimit.install(text, FieldLimits.MAX_INPUT_MULTI_LINE, () -> built.text(), _ -> {});
        TextAreaTabTraversal.install(text);
        VBox.setVgrow(text, Priority.ALWAYS);
        length.setId("builtLength");
        length.getStyleClass().add("note");
        note.pseudoClassStateChanged(SeverityStyle.WARNING, true);
        Label title = new Label(messages.get("builder.result"));
        title.getStyleClass().add("field-label");
        LabelClick.install(title, text);
        VBox result = new VBox(text, length, note, editedLine());
        result.getStyleClass().add("builder-result");
        VBox.setVgrow(result, Priority.ALWAYS);
        VBox right = new VBox(title, result);
        right.getStyleClass().add("builder-right");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);

        language.subscribe((_, newLanguage) -> {
            advertising.setLanguage(newLanguage);
            rebuild();
        });
        blocks.addListener((ListChangeListener<DescriptionBlock>) _ -> {
            rebuild();
            storeBlocks();
        });
        text.textProperty().subscribe((_, _) -> refresh());
        build();
        if (!edited.isEmpty()) {
            text.replaceText(0, text.getLength(), edited);
        }
        text.textProperty().subscribe((_, _) -> onEdited.accept(isEditedByHand() ? text.getText() : ""));
    }

    /** Returns the control for the initial focus. */
    Node firstControl() {
        return list.list();
    }

    /** Returns the current text without leading and trailing blanks. */
    String text() {
        return text.getText().strip();
    }

    /** Returns the property that is true while the text is not longer than AutoChat allows. */
    ReadOnlyBooleanProperty fits() {
        return fits.getReadOnlyProperty();
    }

    private void edit() {
        editor.focusText();
    }

    /**
     * Returns the advert of the current car. Built on each call, because a plate lookup may have filled in more fields.
     */
    private Advert advert() {
        return advertising.advert(language.get());
    }

    /**
     * Stores the blocks if they changed. Runs on each change, because everything the user types is saved automatically.
     */
    private void storeBlocks() {
        if (!blocks.equals(stored)) {
            stored = List.copyOf(blocks);
            advertising.blocks().store(stored);
            hasKept = true;
        }
    }

    /** Returns whether the user changed the blocks in this pane. */
    boolean hasChangedBlocks() {
        return hasKept;
    }

    private HBox editedLine() {
        Label label = new Label(messages.get("builder.changed"));
        label.setMinWidth(0);
        SafeTextWrap.enable(label);
        Hyperlink rebuildLink = new Hyperlink(messages.get("builder.anew"));
        rebuildLink.setId("buildAnew");
        rebuildLink.setMinWidth(USE_PREF_SIZE);
        rebuildLink.setOnAction(_ -> {
            build();
            text.requestFocus();
        });
        editedLine.getChildren().addAll(label, rebuildLink);
        editedLine.getStyleClass().add("undo-line");
        return editedLine;
    }

    /** Returns whether the user edited the text. */
    boolean isEditedByHand() {
        return !text.getText().equals(built.text());
    }

    private void rebuild() {
        if (isEditedByHand()) {
            refresh();
        } else {
            build();
        }
    }

    /** Builds the text from the blocks. The text is replaced as if it were typed, so that Ctrl+Z undoes it. */
    private void build() {
        built = Description.of(blocks, advert(), LONGEST);
        text.replaceText(0, text.getLength(), built.text());
        text.positionCaret(0);
        refresh();
    }

    private void refresh() {
        int count = Description.length(text());
        fits.set(count <= LONGEST);
        length.setText(
                count > LONGEST
                        ? messages.get("problem.too_long", LONGEST, count)
                        : messages.descriptionLength(count, true));
        length.pseudoClassStateChanged(SeverityStyle.DANGER, count > LONGEST);
        note.setText(
                built.leftOut().isEmpty() ? "" : messages.get("builder.noroom", String.join(", ", built.leftOut())));
        NodeVisibility.set(note, !built.leftOut().isEmpty());
        NodeVisibility.set(editedLine, isEditedByHand());
    }
}
