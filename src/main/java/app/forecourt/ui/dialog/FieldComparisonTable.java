package app.forecourt.ui.dialog;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.fx.SafeTextWrap;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Table of fields, each with its name and two values, under a head in line with the columns. */
public final class FieldComparisonTable extends VBox {
    /**
     * The most characters of a value that are shown. Options and descriptions are shown whole, because they differ
     * anywhere.
     */
    private static final int LONGEST = 400;

    private final ListView<Row> list = new ListView<>();
    private final Line titles = new Line(widthProperty());

    /**
     * A line of the table.
     *
     * @param first the first value; {@code ""} is shown as a dash
     * @param second the second value; {@code ""} is shown as a dash
     * @param spoken the line for a screen reader
     */
    public record Row(CarField field, String name, String first, String second, String spoken) {}

    /**
     * Creates an empty table.
     *
     * @param listId id of the list with the rows
     */
    public FieldComparisonTable(String listId) {
        getStyleClass().add("field-table");
        list.setId(listId);
        list.setCellFactory(_ -> new Cell(widthProperty()));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox head = new VBox(titles);
        head.getStyleClass().add("field-table-head");
        head.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, list);
    }

    public ListView<Row> list() {
        return list;
    }

    /** Shows the titles of the columns. */
    public void showTitles(String name, String first, String second) {
        titles.show(name, first, second);
    }

    /** Line of three columns. Their widths depend on the table only, so a scroll bar moves no column. */
    private static final class Line extends HBox {
        private static final double NAME_SHARE = 0.23;
        private static final double VALUE_SHARE = 0.34;
        /** Width in pixels before the table has one. Without it the first layout would wrap after each letter. */
        private static final double FIRST_WIDTH = 500;

        private final Label name = new Label();
        private final Label first = new Label();
        private final Label second = new Label();

        Line(ReadOnlyDoubleProperty tableWidth) {
            getStyleClass().add("field-line");
            name.getStyleClass().add("field-line-name");
            first.getStyleClass().add("field-line-value");
            second.getStyleClass().add("field-line-value");
            for (Label label : List.of(name, first, second)) {
                double share = label.equals(name) ? NAME_SHARE : VALUE_SHARE;
                label.prefWidthProperty()
                        .bind(tableWidth.map(
                                width -> share * (width.doubleValue() > 0 ? width.doubleValue() : FIRST_WIDTH)));
                label.setMinWidth(USE_PREF_SIZE);
                label.setMaxWidth(USE_PREF_SIZE);
                SafeTextWrap.enable(label);
            }
            getChildren().addAll(name, first, second);
        }

        /** Returns the height of the wrapped texts, because a list cell asks for the height without a width. */
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
        }

        void show(String nameText, String firstText, String secondText) {
            name.setText(nameText);
            first.setText(firstText);
            second.setText(secondText);
        }
    }

    /** List cell of a row. */
    private static final class Cell extends ListCell<Row> {
        private final Line line;

        Cell(ReadOnlyDoubleProperty tableWidth) {
            line = new Line(tableWidth);
            // The list never scrolls sideways.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean isFilled = !empty && row != null;
            setText(null);
            setGraphic(isFilled ? line : null);
            setAccessibleText(isFilled ? row.spoken() : null);
            if (isFilled) {
                line.show(row.name(), shown(row.field(), row.first()), shown(row.field(), row.second()));
            }
        }

        private static String shown(CarField field, String value) {
            return value.isEmpty()
                    ? "–"
                    : field.type() == FieldType.OPTIONS
                                    || field == CarField.DESCRIPTION
                                    || TextSanitizer.length(value) <= LONGEST
                            ? value
                            : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
        }
    }
}
