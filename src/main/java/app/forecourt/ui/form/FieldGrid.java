package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The fields of a card, packed into rows; where there is little room fewer share one. */
final class FieldGrid extends GridPane {
    private static final int COLUMNS = 12;
    /** Below this width of a card, in pixels at text size 14, fewer fields share a row. */
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
        narrow.subscribe(any -> pack());
    }

    /** Shows those of its fields only. */
    void show(Predicate<CarField> asked) {
        fields.forEach(view -> view.show(asked.test(view.field())));
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
                    // What is left of a row is its last field's: a VIN beside a plate needs it.
                    int rest = COLUMNS - column;
                    last.ifPresent(before -> setColumnSpan(before,
                            getColumnSpan(before) + rest));
                    row++;
                    column = 0;
                }
                setConstraints(view, column, row, span, 1);
                column += span;
                last = Optional.of(view);
            }
        }
    }

    /** Three to a row, two, or one. */
    private static int narrowed(int span) {
        return span <= 2 ? 4 : span <= 4 ? 6 : COLUMNS;
    }

    /** How many of a wide row's twelve columns a field takes; a new field gets what its kind needs. */
    private static int span(CarField field, Set<CarField> shown) {
        return switch (field) {
            case LICENSE_PLATE -> 2;
            case BRAND, MODEL -> 3;
            case VIN, SALES_PRICE -> 4;
            default -> switch (field.kind()) {
                case LONG_TEXT, TAGS, LINKS -> COLUMNS;
                case INTEGER, WORD -> field.section() == Section.HISTORY ? 3 : 4;
                // Three of them without rest BPM, four with it.
                case MONEY -> shown.contains(CarField.REST_BPM) ? 3 : 4;
                case FLAG -> 4;
                case CODE -> field.section() == Section.PRICE ? 4 : 3;
                default -> field == CarField.VERSION ? 6 : 3;
            };
        };
    }
}
