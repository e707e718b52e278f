package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.journal.Mark;
import app.forecourt.journal.Standing;
import app.forecourt.journal.StockRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of a car that comes in whether the list has it already: same VIN, plate or stock number, however written. */
final class Twins {
    /** A stock number may be a placeholder until the car has one. */
    private static final List<CarField> SAME_CAR = List.of(CarField.VIN, CarField.LICENSE_PLATE);

    /** Each text behind the name of its field. */
    private final Set<String> known = new HashSet<>();

    /**
     * A car that is there already.
     *
     * @param by what it has in common with the one that is there
     */
    record Twin(StockRow car, CarField by) {}

    /** @param there the cars of the list; a deleted one is not there */
    Twins(List<StockRow> there) {
        there.stream().filter(row -> row.mark() != Mark.DELETED).forEach(this::know);
    }

    /** Another car that was not sent either and has the same VIN or plate. */
    static Optional<Twin> unsent(StockRow car, List<StockRow> all) {
        return SAME_CAR.stream().filter(field -> car.key(field).isPresent())
                .flatMap(field -> all.stream().filter(Twins::isUnsent)
                        .filter(other -> !other.id().equals(car.id())
                                && other.key(field).equals(car.key(field)))
                        .map(other -> new Twin(other, field)))
                .findFirst();
    }

    private static boolean isUnsent(StockRow row) {
        return row.mark() == Mark.NONE
                && (row.standing() == Standing.DRAFT || row.standing() == Standing.WAITING);
    }

    /** What is there of a car already; from now on it is there itself. */
    Optional<Twin> meet(StockRow car) {
        Optional<CarField> by = StockRow.IDENTITY.stream()
                .filter(field -> key(field, car).filter(known::contains).isPresent()).findFirst();
        know(car);
        return by.map(field -> new Twin(car, field));
    }

    private void know(StockRow car) {
        StockRow.IDENTITY.forEach(field -> key(field, car).ifPresent(known::add));
    }

    private static Optional<String> key(CarField field, StockRow car) {
        return car.key(field).map(key -> field + " " + key);
    }
}
