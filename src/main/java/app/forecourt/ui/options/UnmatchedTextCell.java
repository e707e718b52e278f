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

/** A text of a pasted list that became no option, and why. */
final class UnmatchedTextCell extends ListCell<Rest> {
    private final Messages words;
    private final Label text = new Label();
    private final Label why = new Label();
    private final VBox lines = new VBox(text, why);

    UnmatchedTextCell(Messages words) {
        this.words = words;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        text.setMinWidth(0);
        text.setTooltip(new Tooltip());
        why.getStyleClass().add("pasted-text");
        why.setMinWidth(0);
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
        List<String> around = rest.isPart() ? List.of(rest.within()) : List.of();
        Stream<String> known = rest.why() == Why.UNKNOWN ? Stream.empty() : Stream.of(reason);
        why.setText(Stream.concat(known, around.stream()).collect(Collectors.joining("  ·  ")));
        NodeVisibility.when(why, !why.getText().isEmpty());
        setAccessibleText(Stream.concat(Stream.of(rest.text(), reason), around.stream())
                .collect(Collectors.joining(", ")));
        setGraphic(lines);
    }
}
