package app.forecourt.ui.advert;

import app.forecourt.advert.Advert;
import app.forecourt.advert.Description;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.car.CarField;
import app.forecourt.car.Limits;
import app.forecourt.model.AdvertModel;
import app.forecourt.text.Language;
import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TabTraversal;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import java.util.List;
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
 * A description is built: on the left the blocks, on the right the text that they make of the car. It may be changed by
 * hand before it is taken; from then on it follows the blocks no longer, until she asks for it.
 */
final class DescriptionPane extends HBox {
    private static final int GOOD = 500;
    private static final int BEST = 1_000;
    private static final int MOST = CarField.DESCRIPTION.limits().range().most().intValue();

    private final AdvertModel advertising;
    private final Messages words;
    private final ObjectProperty<Language> language;
    private final ObservableList<DescriptionBlock> blocks;
    private final BlockList list;
    private final BlockEditor editor;
    private final TextArea text = new TextArea();
    private final Label length = new Label();
    private final Label note = new Label();
    private final HBox changed = new HBox();
    private final ReadOnlyBooleanWrapper fits = new ReadOnlyBooleanWrapper(true);
    private List<DescriptionBlock> kept;
    private boolean hasKept;
    private Description built = new Description("", List.of());

    DescriptionPane(AdvertModel advertising, Messages words) {
        this.advertising = advertising;
        this.words = words;
        language = new SimpleObjectProperty<>(advertising.language());
        kept = advertising.blocks().all(advertising.window());
        blocks = FXCollections.observableArrayList(kept);
        getStyleClass().addAll("dialog-content", "builder");

        list = new BlockList(blocks, language, words, this::edit);
        editor = new BlockEditor(blocks, list.chosen(), language, words, this::advert);
        VBox left = new VBox(new LanguageChoice(language.get(), words, language::set), list, editor);
        left.getStyleClass().add("builder-left");
        VBox.setVgrow(list, Priority.ALWAYS);

        text.setId("builtText");
        TextWrap.enable(text);
        PasteLimit.install(text, Limits.TYPED_LINES, () -> built.text(), any -> {});
        TabTraversal.in(text);
        VBox.setVgrow(text, Priority.ALWAYS);
        length.setId("builtLength");
        length.getStyleClass().add("note");
        note.setId("builtNote");
        note.getStyleClass().add("note");
        note.pseudoClassStateChanged(SeverityStyle.WARNING, true);
        TextWrap.enable(note);
        LiveRegion.follow(note);
        Label title = new Label(words.get("builder.result"));
        title.getStyleClass().add("field-label");
        LabelClick.leadsTo(title, text);
        VBox right = new VBox(title, text, length, note, changed());
        right.getStyleClass().add("builder-right");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);

        language.subscribe((before, now) -> {
            advertising.choose(now);
            rebuild();
        });
        blocks.addListener((ListChangeListener<DescriptionBlock>) change -> {
            rebuild();
            keep();
        });
        text.textProperty().subscribe((before, now) -> refresh());
        build();
    }

    /** What the keys go to. */
    Node first() {
        return list.list();
    }

    /** The text as it stands. */
    String text() {
        return text.getText().strip();
    }

    /** Whether a description may be as long as that. */
    ReadOnlyBooleanProperty fits() {
        return fits.getReadOnlyProperty();
    }

    private void edit() {
        editor.edit();
    }

    /** Of the car as it stands now: the register may have told more of it meanwhile. */
    private Advert advert() {
        return advertising.advert(language.get());
    }

    /** Keeps the blocks as they stand: like all that is typed, without being asked. */
    private void keep() {
        if (!blocks.equals(kept)) {
            kept = List.copyOf(blocks);
            advertising.blocks().put(kept);
            hasKept = true;
        }
    }

    /** Whether the blocks were changed in here. */
    boolean hasKept() {
        return hasKept;
    }

    private HBox changed() {
        Label said = new Label(words.get("builder.changed"));
        said.setMinWidth(0);
        TextWrap.enable(said);
        Hyperlink anew = new Hyperlink(words.get("builder.anew"));
        anew.setId("buildAnew");
        anew.setMinWidth(USE_PREF_SIZE);
        anew.setOnAction(event -> {
            build();
            text.requestFocus();
        });
        changed.getChildren().addAll(said, anew);
        changed.getStyleClass().add("undo-line");
        return changed;
    }

    /** Whether it was changed by hand. */
    boolean isChanged() {
        return !text.getText().equals(built.text());
    }

    private void rebuild() {
        if (isChanged()) {
            refresh();
        } else {
            build();
        }
    }

    /** In place of what stands there, as if it were typed: Ctrl+Z takes it back. */
    private void build() {
        built = Description.of(blocks, advert(), MOST);
        text.replaceText(0, text.getLength(), built.text());
        text.positionCaret(0);
        refresh();
    }

    private void refresh() {
        int now = Description.length(text());
        fits.set(now <= MOST);
        length.setText(now > MOST ? words.get("problem.too_long", MOST, now)
                : words.get("builder.length", now, MOST, now >= BEST ? 0 : now >= GOOD ? 1 : 2));
        length.pseudoClassStateChanged(SeverityStyle.DANGER, now > MOST);
        note.setText(built.leftOut().isEmpty() ? ""
                : words.get("builder.noroom", String.join(", ", built.leftOut())));
        NodeVisibility.when(note, !built.leftOut().isEmpty());
        NodeVisibility.when(changed, isChanged());
    }
}
