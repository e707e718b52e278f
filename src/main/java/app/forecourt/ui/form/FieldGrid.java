package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** A grid that packs the fields of a card into rows. In a narrow card fewer fields share a row. */
final class FieldGrid extends GridPane {
    private static final int COLUMNS = 12;
    /** Width of a card, in pixels at text size 14, below which fewer fields share a row. */
    private static final double NARROW = 620;

    private final List<FieldView> fields = new ArrayList<>();
    private Predicate<CarField> shown = _ -> true;
    private final ObservableValue<Boolean> narrow = widthProperty().map(width -> width.doubleValue() < NARROW);

    FieldGrid() {
        getStyleClass().add("card-grid");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(share);
        }
        narrow.subscribe(_ -> {
            pack();
            // The width changes during the layout of the card, which then does not measure the new rows.
            Platform.runLater(this::requestLayout);
        });
    }

    /** Adds fields after the others. */
    void add(List<FieldView> more) {
        fields.addAll(more);
        more.forEach(view -> view.show(shown.test(view.field())));
        pack();
        getChildren().addAll(more);
    }

    /** Shows only the fields that match the predicate. */
    void showOnly(Predicate<CarField> visible) {
        shown = visible;
        fields.forEach(view -> view.show(visible.test(view.field())));
        pack();
    }

    private void pack() {
        int row = 0;
        int column = 0;
        for (FieldView view : fields) {
            if (view.isManaged()) {
                int span = narrow.getValue() ? narrowSpan(view.field()) : span(view.field());
                if (column + span > COLUMNS) {
                    row++;
                    column = 0;
                }
                setConstraints(view, column, row, span, 1);
                column += span;
            }
        }
    }

    /** Returns how many columns a field takes in a narrow card: half of them. No VIN is cut off. */
    private static int narrowSpan(CarField field) {
        return switch (field) {
            case LICENSE_PLATE -> 5;
            case VIN -> 7;
            default -> span(field) > 4 ? COLUMNS : COLUMNS / 2;
        };
    }

    /** Returns how many of the twelve columns a field takes in a wide card. Most fields take a quarter of the row. */
    private static int span(CarField field) {
        return switch (field) {
            case INTERNAL_ID -> 2;
            case VIN -> 4;
            case VERSION, IS_TAX_DEDUCTIBLE -> 6;
            case DESCRIPTION, TAGS, IMAGES -> COLUMNS;
            default -> 3;
        };
    }
}
