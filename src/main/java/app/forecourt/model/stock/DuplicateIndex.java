package app.forecourt.model.stock;

import app.forecourt.car.CarField;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells of a car that comes in whether the list has it already: same VIN, plate or stock number, however written. */
public final class DuplicateIndex {
    /** A stock number may be a placeholder until the car has one. */
    private static final List<CarField> SAME_CAR = List.of(CarField.VIN, CarField.LICENSE_PLATE);

    private final Set<Map.Entry<CarField, String>> known = new HashSet<>();

    /**
     * A car that is there already.
     *
     * @param by what it has in common with the one that is there
     */
    public record Twin(StockRow car, CarField by) {}

    /** @param there the cars of the list; a deleted one is not there */
    DuplicateIndex(List<IndexedCar> there) {
        there.stream().filter(listed -> listed.row().mark() != StockMark.DELETED).map(IndexedCar::keys)
                .forEach(this::know);
    }

    /** Another car that was not sent either and has the same VIN or plate. */
    static Optional<Twin> unsent(StockRow car, List<IndexedCar> all) {
        Map<CarField, String> keys = car.keys();
        return SAME_CAR.stream().flatMap(field -> Stream.ofNullable(keys.get(field))
                .flatMap(key -> all.stream().filter(other -> key.equals(other.keys().get(field))))
                .map(IndexedCar::row).filter(other -> !other.id().equals(car.id()) && isUnsent(other))
                .map(other -> new Twin(other, field))).findFirst();
    }

    private static boolean isUnsent(StockRow row) {
        return row.mark() == StockMark.NONE
                && (row.standing() == ListingStatus.DRAFT || row.standing() == ListingStatus.WAITING);
    }

    /** What is there of a car already; from now on it is there itself. */
    public Optional<Twin> findDuplicate(StockRow car) {
        Map<CarField, String> keys = car.keys();
        Optional<CarField> by = StockRow.IDENTITY.stream().filter(keys::containsKey)
                .filter(field -> known.contains(Map.entry(field, keys.get(field)))).findFirst();
        know(keys);
        return by.map(field -> new Twin(car, field));
    }

    private void know(Map<CarField, String> keys) {
        known.addAll(keys.entrySet());
    }
}
