package app.forecourt.model.stock;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.text.TextNormalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A car of the list that another one can be compared with.
 *
 * @param sharedFields the fields by which both may be one car: VIN, plate or stock number
 * @param isSameModel whether brand and model are equal
 */
public record ComparisonCandidate(IndexedCar indexed, List<CarField> sharedFields, boolean isSameModel) {
    public ComparisonCandidate {
        sharedFields = List.copyOf(sharedFields);
    }

    /** Returns the other cars of a list without the deleted ones: possible duplicates first, then cars of the same model. */
    static List<ComparisonCandidate> of(StockRow car, List<IndexedCar> all) {
        Map<CarField, String> keys = car.duplicateKeys();
        List<String> model = model(car);
        return all.stream()
                .filter(other -> !other.row().id().equals(car.id())
                        && other.row().mark() != StockMark.DELETED)
                .map(other -> new ComparisonCandidate(other, shared(keys, other.keys()),
                        !model.equals(List.of("", "")) && model.equals(model(other.row()))))
                .sorted(Comparator.comparing((ComparisonCandidate other) -> other.sharedFields.isEmpty())
                        .thenComparing(other -> !other.isSameModel))
                .toList();
    }

    /** Returns the row of the car. */
    public StockRow car() {
        return indexed.row();
    }

    /** Returns whether the car has a search word, as the search of the list understands it. */
    public boolean contains(String word) {
        return indexed.contains(word, IndexedCar.bare(word), Set.of(Profile.values()));
    }

    private static List<CarField> shared(Map<CarField, String> keys, Map<CarField, String> others) {
        return StockRow.IDENTITY.stream()
                .filter(field -> keys.containsKey(field)
                        && Objects.equals(keys.get(field), others.get(field)))
                .toList();
    }

    private static List<String> model(StockRow car) {
        return Stream.of(CarField.BRAND, CarField.MODEL)
                .map(field -> TextNormalizer.normalize(car.text(field))).toList();
    }
}
