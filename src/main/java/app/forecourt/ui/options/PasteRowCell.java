package app.forecourt.ui.options;

import app.forecourt.option.paste.PasteResult.UnmatchedText;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * A cell of a pasted list: the pasted text, and beside it the option found with the kind of match, or the reason why
 * there is none with a button that searches one.
 */
final class PasteRowCell extends ListCell<PasteRow> {
    private static final PseudoClass LINE_START = PseudoClass.getPseudoClass("line-start");
    private static final PseudoClass GROUP_START = PseudoClass.getPseudoClass("group-start");
    /** Share of the list's width for the pasted text. */
    private static final double SOURCE_SHARE = 0.36;

    private final Messages messages;
    private final Set<String> ticked;
    private final Set<String> alreadyChosen;
    private final Label source = new Label();
    private final CheckBox box = new CheckBox();
    private final Label reason = new Label();
    private final Label how = new Label();
    /** A label of its own, because one that changes its style class in a layout is painted once without its styles. */
    private final Label doubt = new Label();

    private final Button search;
    private final HBox line;

    /**
     * Creates a cell.
     *
     * @param ticked names of the options to be added
     * @param alreadyChosen names of the options that the car already has
     * @param toggle ticks or unticks an option
     * @param searchOption searches an option for the text of a row
     */
    PasteRowCell(
            ListView<PasteRow> list,
            Messages messages,
            Set<String> ticked,
            Set<String> alreadyChosen,
            Consumer<PasteRow.Found> toggle,
            IntConsumer searchOption) {
        this.messages = messages;
        this.ticked = ticked;
        this.alreadyChosen = alreadyChosen;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        source.prefWidthProperty().bind(list.widthProperty().multiply(SOURCE_SHARE));
        source.setMinWidth(USE_PREF_SIZE);
        source.setTooltip(new Tooltip());
        SafeTextWrap.enable(source);
        box.setFocusTraversable(false);
        // An option name may contain an underscore.
        box.setMnemonicParsing(false);
        box.setMinWidth(0);
        SafeTextWrap.enable(box);
        box.setOnAction(_ -> {
            if (getItem() instanceof PasteRow.Found found) {
                toggle.accept(found);
            }
        });
        reason.getStyleClass().add("pasted-text");
        reason.setMinWidth(0);
        SafeTextWrap.enable(reason);
        // What is sure does not draw the eye.
        how.getStyleClass().add("pasted-text");
        doubt.getStyleClass().addAll("chip", "look");
        List.of(how, doubt).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
        search = new Button(messages.get("options.paste.search"), Icons.of(Feather.SEARCH));
        search.getStyleClass().add(Styles.SMALL);
        search.setFocusTraversable(false);
        search.setMinWidth(USE_PREF_SIZE);
        search.setOnAction(_ -> searchOption.accept(getIndex()));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        line = new HBox(source, box, reason, between, how, doubt, search);
        line.getStyleClass().add("pasted-line");
    }

    /** Shows the row again after an option was ticked or unticked. */
    void refresh() {
        updateItem(getItem(), isEmpty());
    }

    @Override
    protected void updateItem(PasteRow row, boolean empty) {
        super.updateItem(row, empty);
        setAccessibleText(null);
        box.setUserData(null);
        PasteRow.Start start = empty || row == null || getIndex() == 0 ? PasteRow.Start.NONE : row.start();
        pseudoClassStateChanged(LINE_START, start == PasteRow.Start.LINE);
        pseudoClassStateChanged(GROUP_START, start == PasteRow.Start.GROUP);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        source.setText(row.source());
        source.getTooltip().setText(row.source());
        boolean isFound = row instanceof PasteRow.Found;
        NodeVisibility.set(box, isFound);
        NodeVisibility.set(reason, !isFound);
        NodeVisibility.set(search, !isFound);
        switch (row) {
            case PasteRow.Found found -> show(found);
            case PasteRow.Leftover(var _, var _, var text) -> show(text);
        }
        setGraphic(line);
    }

    private void show(PasteRow.Found found) {
        String name = found.option().name();
        boolean chosen = alreadyChosen.contains(name);
        // No id, because a node that changes its id in a layout is painted once without its styles.
        box.setUserData(name);
        box.setText(messages.optionTranslator().get().distinctName(found.option()));
        box.setSelected(chosen || ticked.contains(name));
        box.setDisable(chosen);
        boolean isSure = chosen
                || found.quality().filter(quality -> !PasteRow.isSure(quality)).isEmpty();
        String kind = messages.get("options.paste."
                + (chosen ? "already" : found.quality().map(Messages::key).orElse("picked")));
        (isSure ? how : doubt).setText(kind);
        NodeVisibility.set(how, isSure);
        NodeVisibility.set(doubt, !isSure);
        setAccessibleText(messages.get(box.isSelected() ? "options.taken" : "options.free", box.getText()) + ", " + kind
                + (found.source().isEmpty() ? "" : ", " + found.source()));
    }

    private void show(UnmatchedText text) {
        List.of(how, doubt).forEach(label -> NodeVisibility.set(label, false));
        String why = messages.get("options.paste." + Messages.key(text.reason()));
        reason.setText(Stream.concat(
                        text.isPart() ? Stream.of(messages.get("options.paste.part", text.text())) : Stream.empty(),
                        Stream.of(why))
                .collect(Collectors.joining("  ·  ")));
        search.setAccessibleText(messages.get("options.paste.search.for", text.text()));
        setAccessibleText(text.text() + ", " + why);
    }
}
