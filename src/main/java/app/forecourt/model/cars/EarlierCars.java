package app.forecourt.model.cars;

import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TextSanitizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models and versions of the user's cars, for suggestions: the most frequent first, then the most recent. Used on
 * the FX thread only.
 */
public final class EarlierCars {
    /** Maximum number of suggestions. */
    private static final int MAX_RESULTS = 12;

    /** The most frequent text first, then the most recent. */
    private static final Comparator<Map.Entry<String, Counted>> RANK = Map.Entry.<String, Counted>comparingByValue(
                    Comparator.comparingInt(Counted::count)
                            .thenComparing(counted -> counted.newest().createdAt())
                            .reversed())
            .thenComparing(Map.Entry.comparingByKey());

    private final CarValidator validator;
    private final Supplier<Stream<StockRow>> cars;
    /** Normalized spellings of typed brands and names, because each key asks for those of all cars. */
    private final Map<String, String> brands = new HashMap<>();

    private final Map<String, String> names = new HashMap<>();

    /** The number of cars with a spelling, and the newest of them, whose text is shown. */
    private record Counted(int count, StockRow newest) {
        Counted plus(Counted other) {
            return new Counted(
                    count + other.count, newest.createdAt().isBefore(other.newest.createdAt()) ? other.newest : newest);
        }
    }

    /** @param cars supplier of the cars whose names are whole, as that of the car in the form may be half typed */
    public EarlierCars(CarValidator validator, Supplier<Stream<StockRow>> cars) {
        this.validator = validator;
        this.cars = cars;
    }

    /** Returns the names of a brand's models that match the typed text. */
    public List<String> models(String brand, String typed) {
        return find(carsOf(brand), CarField.MODEL, typed).stream()
                .map(model -> validator.vocabulary().displayName(CarField.MODEL, model))
                .toList();
    }

    /** Returns the versions of a model that match the typed text. */
    public List<String> versions(String brand, String model, String typed) {
        String spelling = TextNormalizer.normalize(model);
        return find(
                carsOf(brand).filter(car -> spelling(car, CarField.MODEL).equals(spelling)), CarField.VERSION, typed);
    }

    private Stream<StockRow> carsOf(String brand) {
        String spelling = brandSpelling(brand);
        return cars.get()
                .filter(car -> car.mark() != StockMark.DELETED
                        && brandSpelling(car.text(CarField.BRAND)).equals(spelling));
    }

    private String brandSpelling(String brand) {
        return brands.computeIfAbsent(
                brand, typed -> TextNormalizer.normalize(validator.vocabulary().canonicalWord(CarField.BRAND, typed)));
    }

    private String spelling(StockRow car, CarField field) {
        return names.computeIfAbsent(car.text(field), TextNormalizer::normalize);
    }

    /** Returns texts that begin with the typed one, then those with a later part that does. */
    private List<String> find(Stream<StockRow> found, CarField field, String typed) {
        String prefix = TextNormalizer.normalize(typed);
        Map<String, Counted> bySpelling =
                found.collect(Collectors.toMap(car -> spelling(car, field), car -> new Counted(1, car), Counted::plus));
        bySpelling.remove("");
        List<Map.Entry<String, Counted>> ranked =
                bySpelling.entrySet().stream().sorted(RANK).toList();
        return Stream.concat(
                        ranked.stream().filter(entry -> entry.getKey().startsWith(prefix)),
                        ranked.stream()
                                .filter(entry -> !entry.getKey().startsWith(prefix)
                                        && TextNormalizer.hasPartStartingWith(
                                                entry.getValue().newest().text(field), prefix)))
                .limit(MAX_RESULTS)
                .map(entry -> TextSanitizer.trim(entry.getValue().newest().text(field)))
                .toList();
    }
}
