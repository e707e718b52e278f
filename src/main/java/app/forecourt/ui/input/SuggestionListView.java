package app.forecourt.ui.input;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.text.Font;

/** The rows of the list below a text field: as wide as the longest value, and as high as the room below the field. */
final class SuggestionListView extends ListView<String> {
    private static final double NARROWEST = 160;
    private static final double WIDEST = 480;
    /** Padding of a row, with the scroll bar, in letters. */
    private static final int ROW_PADDING = 3;

    private final TextField control;
    private final IntegerProperty mostRows = new SimpleIntegerProperty(SuggestionPopup.MOST_ROWS);
    /** Width of the longest value. */
    private final DoubleProperty widest = new SimpleDoubleProperty(NARROWEST);

    SuggestionListView(TextField control, Runnable take) {
        this.control = control;
        getStyleClass().add("suggestions");
        prefWidthProperty().bind(Bindings.max(widest, control.widthProperty()));
        // The style sheet sets the height of a row and the padding.
        prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(mostRows.get(), getItems().size()) * getFixedCellSize() + padding(),
                        getItems(),
                        mostRows,
                        fixedCellSizeProperty(),
                        insetsProperty()));
        setCellFactory(_ -> {
            var cell = new ListCell<String>();
            cell.textProperty().bind(cell.itemProperty());
            cell.setOnMouseClicked(_ -> take.run());
            return cell;
        });
    }

    private double padding() {
        return getInsets().getTop() + getInsets().getBottom();
    }

    /** Makes the list as wide as the longest value. */
    void fitWidth() {
        Font font = control.getFont();
        double width = TextWidth.of(String.join("\n", getItems()), font) + ROW_PADDING * font.getSize();
        widest.set(Math.clamp(width, NARROWEST, WIDEST));
    }

    /** Makes the list no higher than the room below the field. Only a shown list has the row height of the styles. */
    void fitHeight(double room) {
        mostRows.set(SuggestionPopup.rowsIn(room - padding(), getFixedCellSize()));
    }
}
