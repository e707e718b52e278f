package app.forecourt.ui.options;

import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.ui.words.Messages;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A cell with an option found in a pasted list, the kind of match, and the matching texts. */
final class PasteMatchCell extends ListCell<Match> {
    private final Messages messages;
    private final Set<String> ticked;
    private final Set<String> alreadyChosen;
    private final CheckBox box = new CheckBox();
    private final Label how = new Label();
    private final Label text = new Label();
    private final VBox lines;

    /**
     * Creates a cell.
     *
     * @param ticked names of the options to be added
     * @param alreadyChosen names of the options that the car already has
     * @param toggle ticks or unticks an option
     */
    PasteMatchCell(Messages messages, Set<String> ticked, Set<String> alreadyChosen, Consumer<Match> toggle) {
        this.messages = messages;
        this.ticked = ticked;
        this.alreadyChosen = alreadyChosen;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        box.setFocusTraversable(false);
        // An option name may contain an underscore.
        box.setMnemonicParsing(false);
        box.setMinWidth(0);
        box.setOnAction(_ -> toggle.accept(getItem()));
        how.setMinWidth(USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(box, between, how);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pasted-head");
        text.getStyleClass().addAll("pasted-text", "pasted-under");
        text.setMinWidth(0);
        text.setTooltip(new Tooltip());
        lines = new VBox(head, text);
        lines.setMinWidth(0);
    }

    @Override
    protected void updateItem(Match match, boolean empty) {
        super.updateItem(match, empty);
        setAccessibleText(null);
        box.setId(null);
        if (empty || match == null) {
            setGraphic(null);
            return;
        }
        String name = match.option().name();
        boolean chosen = alreadyChosen.contains(name);
        box.setId("paste-" + name);
        box.setText(messages.optionTranslator().get().fullName(match.option()));
        box.setSelected(chosen || ticked.contains(name));
        box.setDisable(chosen);
        how.setText(
                messages.get(
                        chosen ? "options.paste.already" : "options.paste." + Messages.key(match.quality())));
        how.getStyleClass().setAll("label", "chip",
                chosen || match.quality().compareTo(MatchQuality.LIKENESS) < 0 ? "sure" : "look");
        text.setText(String.join("  ·  ", match.texts()));
        text.getTooltip().setText(String.join("\n", match.texts()));
        setAccessibleText(
                messages.get(box.isSelected() ? "options.taken" : "options.free", box.getText()) + ", "
                        + how.getText() + ", " + text.getText());
        setGraphic(lines);
    }
}
