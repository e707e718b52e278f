package app.forecourt.model.stock;

import app.forecourt.car.CarField;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Index of the stock list that finds duplicates of new cars. Cars are equal by VIN, licence plate or stock number, in
 * any spelling.
 */
public final class StockDuplicateSearch {
    /**
     * Fields that identify a draft. The stock number is left out, because it may be a placeholder until the car has
     * one.
     */
    private static final List<CarField> SAME_CAR = List.of(CarField.VIN, CarField.LICENSE_PLATE);

    private final Set<Map.Entry<CarField, String>> keysInList = new HashSet<>();

    /**
     * New car that the list has already.
     *
     * @param sharedField field that is equal in both cars
     */
    public record Duplicate(StockRow car, CarField sharedField) {}

    /** @param cars cars of the list; deleted ones are ignored */
    StockDuplicateSearch(List<IndexedCar> cars) {
        cars.stream()
                .filter(indexedCar -> indexedCar.row().mark() != StockMark.DELETED)
                .map(IndexedCar::keys)
                .forEach(this::add);
    }

    /** Returns another car without a mark that has the same VIN or licence plate. */
    static Optional<Duplicate> findOther(StockRow car, List<IndexedCar> cars) {
        Map<CarField, String> keys = car.duplicateKeys();
        return SAME_CAR.stream()
                .flatMap(field -> Stream.ofNullable(keys.get(field))
                        .flatMap(key -> cars.stream()
                                .filter(candidate -> key.equals(candidate.keys().get(field))))
                        .map(IndexedCar::row)
                        .filter(candidate -> !candidate.id().equals(car.id()) && candidate.mark() == StockMark.NONE)
                        .map(candidate -> new Duplicate(candidate, field)))
                .findFirst();
    }

    /** Returns the cars without a mark that share their VIN or plate with another one. */
    static List<IndexedCar> sameCars(List<IndexedCar> cars) {
        List<IndexedCar> unmarked =
                cars.stream().filter(car -> car.row().mark() == StockMark.NONE).toList();
        Map<Map.Entry<CarField, String>, Long> counts = unmarked.stream()
                .flatMap(StockDuplicateSearch::identity)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return unmarked.stream()
                .filter(car -> identity(car).anyMatch(key -> counts.getOrDefault(key, 0L) > 1))
                .toList();
    }

    private static Stream<Map.Entry<CarField, String>> identity(IndexedCar car) {
        return car.keys().entrySet().stream().filter(key -> SAME_CAR.contains(key.getKey()));
    }

    /**
     * Returns the car with the field by which the list has it already, empty if it is new. Adds the car to the index.
     */
    public Optional<Duplicate> findDuplicate(StockRow car) {
        Map<CarField, String> keys = car.duplicateKeys();
        Optional<CarField> by = StockRow.IDENTITY.stream()
                .filter(keys::containsKey)
                .filter(field -> keysInList.contains(Map.entry(field, keys.get(field))))
                .findFirst();
        add(keys);
        return by.map(field -> new Duplicate(car, field));
    }

    private void add(Map<CarField, String> keys) {
        keysInList.addAll(keys.entrySet());
    }
}
