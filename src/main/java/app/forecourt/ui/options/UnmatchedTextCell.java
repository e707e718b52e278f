package app.forecourt.ui.options;

import app.forecourt.option.paste.PasteResult.Rest;
import app.forecourt.option.paste.PasteResult.Why;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A cell with an unrecognised text of a pasted list and the reason. */
final class UnmatchedTextCell extends ListCell<Rest> {
    private final Messages words;
    private final Label text = new Label();
    private final Label reasonLabel = new Label();
    private final VBox lines = new VBox(text, reasonLabel);

    UnmatchedTextCell(Messages words) {
        this.words = words;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        text.setMinWidth(0);
        text.setTooltip(new Tooltip());
        reasonLabel.getStyleClass().add("pasted-text");
        reasonLabel.setMinWidth(0);
        lines.setMinWidth(0);
    }

    @Override
    protected void updateItem(Rest rest, boolean empty) {
        super.updateItem(rest, empty);
        setAccessibleText(null);
        if (empty || rest == null) {
            setGraphic(null);
            return;
        }
        text.setText(rest.text());
        text.getTooltip().setText(rest.within());
        String reason = words.get("options.paste." + Messages.key(rest.why()));
        List<String> context = rest.isPart() ? List.of(rest.within()) : List.of();
        Stream<String> shownReason = rest.why() == Why.UNKNOWN ? Stream.empty() : Stream.of(reason);
        reasonLabel
                .setText(Stream.concat(shownReason, context.stream()).collect(Collectors.joining("  ·  ")));
        NodeVisibility.when(reasonLabel, !reasonLabel.getText().isEmpty());
        setAccessibleText(Stream.concat(Stream.of(rest.text(), reason), context.stream())
                .collect(Collectors.joining(", ")));
        setGraphic(lines);
    }
}
