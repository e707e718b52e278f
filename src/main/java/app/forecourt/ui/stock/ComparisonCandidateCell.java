package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.model.stock.ComparisonCandidate;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** List cell of a car to compare with: its name, its price, its plate, and by which fields it may be the same car. */
final class ComparisonCandidateCell extends ListCell<ComparisonCandidate> {
    private final CarNameFormatter names;
    private final Messages messages;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label figures = new Label();
    private final StockDetails details;
    private final VBox lines = new VBox(title, figures, detail);

    ComparisonCandidateCell(CarNameFormatter names, Messages messages) {
        this.names = names;
        this.messages = messages;
        title.getStyleClass().add("stock-title");
        detail.getStyleClass().add("stock-detail");
        title.setMinWidth(0);
        detail.setMinWidth(0);
        details = new StockDetails(messages);
        figures.getStyleClass().add("stock-detail");
        figures.setMinWidth(0);
        figures.managedProperty().bind(figures.textProperty().isNotEmpty());
        // The cell is never wider than the list, so that long text is truncated.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ComparisonCandidate other, boolean empty) {
        super.updateItem(other, empty);
        setText(null);
        setGraphic(empty || other == null ? null : lines);
        if (empty || other == null) {
            setAccessibleText(null);
            return;
        }
        String name = names.nameWithVersion(other.car()::text);
        title.setText(name.isEmpty() ? messages.get("stock.untitled") : name);
        List<CarField> shared = other.sharedFields();
        detail.setText(Stream.of(shared.isEmpty() ? "" : sameFields(shared, messages),
                other.car().text(CarField.LICENSE_PLATE).strip()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        detail.pseudoClassStateChanged(SeverityStyle.WARNING, !shared.isEmpty());
        figures.setText(details.brief(other.car()));
        setAccessibleText(Stream.of(title.getText(), details.text(other.car()), detail.getText())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    /** Returns the beginning of a sentence that says which fields are equal. */
    static String sameFields(List<CarField> fields, Messages messages) {
        String text = messages.get("compare.same",
                fields.stream().map(messages::nameInSentence).collect(Collectors.joining(", ")));
        return text.substring(0, 1).toUpperCase(messages.locale()) + text.substring(1);
    }
}
