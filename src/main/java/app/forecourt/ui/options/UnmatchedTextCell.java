package app.forecourt.ui.options;

import app.forecourt.option.paste.PasteResult.Reason;
import app.forecourt.option.paste.PasteResult.UnmatchedText;
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
final class UnmatchedTextCell extends ListCell<UnmatchedText> {
    private final Messages messages;
    private final Label text = new Label();
    private final Label reasonLabel = new Label();
    private final VBox lines = new VBox(text, reasonLabel);

    UnmatchedTextCell(Messages messages) {
        this.messages = messages;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        text.setMinWidth(0);
        text.setTooltip(new Tooltip());
        reasonLabel.getStyleClass().add("pasted-text");
        reasonLabel.setMinWidth(0);
        lines.setMinWidth(0);
    }

    @Override
    protected void updateItem(UnmatchedText rest, boolean empty) {
        super.updateItem(rest, empty);
        setAccessibleText(null);
        if (empty || rest == null) {
            setGraphic(null);
            return;
        }
        text.setText(rest.text());
        text.getTooltip().setText(rest.context());
        String reason = messages.get("options.paste." + Messages.key(rest.reason()));
        List<String> context = rest.isPart() ? List.of(rest.context()) : List.of();
        Stream<String> shownReason = rest.reason() == Reason.UNKNOWN ? Stream.empty() : Stream.of(reason);
        reasonLabel
                .setText(Stream.concat(shownReason, context.stream()).collect(Collectors.joining("  ·  ")));
        NodeVisibility.set(reasonLabel, !reasonLabel.getText().isEmpty());
        setAccessibleText(Stream.concat(Stream.of(rest.text(), reason), context.stream())
                .collect(Collectors.joining(", ")));
        setGraphic(lines);
    }
}
