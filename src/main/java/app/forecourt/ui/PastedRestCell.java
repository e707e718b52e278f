package app.forecourt.ui;

import app.forecourt.car.Pasted.Rest;
import app.forecourt.car.Pasted.Why;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A text of a pasted list that became no option, and why. */
final class PastedRestCell extends ListCell<Rest> {
    private final Words words;
    private final Label text = new Label();
    private final Label why = new Label();
    private final VBox lines = new VBox(text, why);

    PastedRestCell(Words words) {
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
        text.getTooltip().setText(rest.text());
        why.setText(words.get("options.paste." + Words.key(rest.why())));
        Visible.when(why, rest.why() != Why.UNKNOWN);
        setAccessibleText(rest.text() + ", " + why.getText());
        setGraphic(lines);
    }
}
