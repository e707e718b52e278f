package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** A grid that packs the fields of a card into rows. In a narrow card fewer fields share a row. */
final class FieldGrid extends GridPane {
    private static final int COLUMNS = 12;
    /** Width of a card, in pixels at text size 14, below which fewer fields share a row. */
    private static final double NARROW = 620;

    private final List<FieldView> fields;
    private final ObservableValue<Boolean> narrow = widthProperty()
            .map(width -> width.doubleValue() < NARROW);

    FieldGrid(List<FieldView> fields) {
        this.fields = fields;
        getStyleClass().add("card-grid");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(share);
        }
        getChildren().addAll(fields);
        narrow.subscribe(_ -> pack());
    }

    /** Shows only the fields that match the predicate. */
    void showOnly(Predicate<CarField> visible) {
        fields.forEach(view -> view.show(visible.test(view.field())));
        pack();
    }

    private void pack() {
        Set<CarField> shown = fields.stream().filter(FieldView::isManaged).map(FieldView::field)
                .collect(Collectors.toSet());
        int row = 0;
        int column = 0;
        Optional<FieldView> last = Optional.empty();
        for (FieldView view : fields) {
            if (view.isManaged()) {
                int wide = span(view.field(), shown);
                int span = narrow.getValue() ? narrowed(wide) : wide;
                if (column + span > COLUMNS) {
                    // The last field of a row gets the remaining columns: a VIN beside a plate needs them.
                    int rest = COLUMNS - column;
                    last.ifPresent(previous -> setColumnSpan(previous,
                            getColumnSpan(previous) + rest));
                    row++;
                    column = 0;
                }
                setConstraints(view, column, row, span, 1);
                column += span;
                last = Optional.of(view);
            }
        }
    }

    /** Returns the columns of a field in a narrow card, so that three, two or one share a row. */
    private static int narrowed(int span) {
        return span <= 2 ? 4 : span <= 4 ? 6 : COLUMNS;
    }

    /** Returns how many of the twelve columns a field takes in a wide card. By default its kind decides. */
    private static int span(CarField field, Set<CarField> shown) {
        return switch (field) {
            case LICENSE_PLATE -> 2;
            case BRAND, MODEL -> 3;
            case VIN, SALES_PRICE -> 4;
            default -> switch (field.type()) {
                case LONG_TEXT, TAGS, LINKS -> COLUMNS;
                case INTEGER, WORD -> field.section() == CarField.Section.HISTORY ? 3 : 4;
                // There are three money fields without rest BPM, four with it.
                case MONEY -> shown.contains(CarField.REST_BPM) ? 3 : 4;
                case FLAG -> 4;
                case CODE -> field.section() == CarField.Section.PRICE ? 4 : 3;
                default -> field == CarField.VERSION ? 6 : 3;
            };
        };
    }
}
