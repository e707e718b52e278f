package app.forecourt.model.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.stock.DuplicateKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The comparison of two cars, field by field, in the order of the form, with the options and the long description last.
 * Fields that are empty in both are left out.
 *
 * @param pairs the fields
 */
public record CarComparison(List<Pair> pairs) {
    public CarComparison {
        pairs = List.copyOf(pairs);
    }

    /**
     * A field of both cars.
     *
     * @param first the parsed value of the first car, or its text if it can't be parsed; {@code ""} if it is empty. For
     * options, those that only this car has
     * @param second the same of the second car
     * @param isSame whether the values are equal, in whatever spelling
     */
    public record Pair(CarField field, Object first, Object second, boolean isSame) {}

    /** Compares two cars. */
    public static CarComparison of(ParsedDraft first, ParsedDraft second) {
        List<Pair> pairs = Stream.of(CarField.values())
                .filter(field -> field != CarField.OPTIONS
                        && (isFilled(field, first) || isFilled(field, second)))
                .map(field -> pair(field, first, second)).toList();
        return new CarComparison(
                Stream.concat(pairs.stream(), options(first.draft(), second.draft()).stream())
                        .sorted(Comparator.comparing(pair -> pair.field() == CarField.DESCRIPTION))
                        .toList());
    }

    private static boolean isFilled(CarField field, ParsedDraft car) {
        return !car.draft().text(field).isBlank();
    }

    private static Pair pair(CarField field, ParsedDraft first, ParsedDraft second) {
        Object one = value(field, first);
        Object other = value(field, second);
        return new Pair(field, one, other, key(field, one).equals(key(field, other)));
    }

    private static Object value(CarField field, ParsedDraft car) {
        Optional<Object> value = field == CarField.LICENSE_PLATE ? car.plate().map(LicensePlate::formatted)
                : car.value(field);
        return value.orElseGet(() -> car.draft().text(field).strip());
    }

    /** Returns what counts when two values are compared. The hyphens of a plate don't. */
    private static Object key(CarField field, Object value) {
        return value instanceof String text ? DuplicateKey.of(field, text).orElse(text) : value;
    }

    /** Returns the options that only one of the cars has. */
    private static Optional<Pair> options(CarDraft first, CarDraft second) {
        if (first.options().isEmpty() && second.options().isEmpty()) {
            return Optional.empty();
        }
        List<String> one = without(first.options(), second.options());
        List<String> other = without(second.options(), first.options());
        return Optional.of(new Pair(CarField.OPTIONS, one, other, one.isEmpty() && other.isEmpty()));
    }

    private static List<String> without(List<String> options, List<String> others) {
        List<String> rest = new ArrayList<>(options);
        rest.removeAll(others);
        return rest;
    }

    /** Returns the number of fields that differ. */
    public long differences() {
        return pairs.stream().filter(pair -> !pair.isSame()).count();
    }
}
