package app.forecourt.car.vocabulary;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.TextSanitizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Models, versions and displacements of the user's cars, for suggestions: the most frequent first, then the most
 * recent. Thread-safe.
 */
public final class ModelHistory {
    /** Maximum number of suggestions. */
    private static final int MAX_RESULTS = 12;

    /** The most frequent text first, then the most recent. */
    private static final Comparator<Map.Entry<String, Counted>> RANK = Map.Entry.<String, Counted>comparingByValue(
                    Comparator.comparingInt(Counted::count)
                            .thenComparing(counted -> counted.newest().begun())
                            .reversed())
            .thenComparing(Map.Entry.comparingByKey());

    private final UnaryOperator<String> canonicalBrand;
    private final UnaryOperator<String> modelName;
    private final Map<UUID, Car> cars = new HashMap<>();

    /** A car with the spellings of its brand and model by which it is found. */
    private record Car(String brand, String model, Name name) {}

    /** The number of cars with a spelling, and the newest of them, whose text is shown. */
    private record Counted(int count, Name newest) {
        Counted plus(Counted other) {
            return new Counted(
                    count + other.count, newest.begun().isBefore(other.newest.begun()) ? other.newest : newest);
        }
    }

    /**
     * Brand, model, version and displacement of a car, as typed.
     *
     * @param begun time at which the user typed the car's first character
     */
    public record Name(String brand, String model, String version, String displacement, Instant begun) {
        /** Returns the name of a draft. */
        public static Name of(CarDraft draft, Instant begun) {
            return new Name(
                    draft.text(CarField.BRAND),
                    draft.text(CarField.MODEL),
                    draft.text(CarField.VERSION),
                    draft.text(CarField.ENGINE_DISPLACEMENT),
                    begun);
        }
    }

    /**
     * Creates an empty history.
     *
     * @param canonicalBrand returns the sent spelling of a typed brand, so that all names of a brand are counted
     *     together
     * @param modelName returns a typed model as people write it
     */
    public ModelHistory(UnaryOperator<String> canonicalBrand, UnaryOperator<String> modelName) {
        this.canonicalBrand = canonicalBrand;
        this.modelName = modelName;
    }

    /** Adds a car, or replaces the name of a known car. */
    public synchronized void put(UUID car, Name name) {
        cars.put(car, new Car(brandSpelling(name.brand()), TextNormalizer.normalize(name.model()), name));
    }

    /** Removes a car. */
    public synchronized void remove(UUID car) {
        cars.remove(car);
    }

    /** Returns the names of a brand's models that match the typed text. */
    public synchronized List<String> models(String brand, String typed) {
        String brandSpelling = brandSpelling(brand);
        return find(car -> car.brand().equals(brandSpelling), Car::model, Name::model, typed).stream()
                .map(modelName)
                .toList();
    }

    /** Returns the versions of a model that match the typed text. */
    public synchronized List<String> versions(String brand, String model, String typed) {
        return find(brand, model, Name::version, typed);
    }

    /** Returns the displacements of a model. */
    public synchronized List<String> displacements(String brand, String model) {
        return find(brand, model, Name::displacement, "");
    }

    private List<String> find(String brand, String model, Function<Name, String> text, String typed) {
        String brandSpelling = brandSpelling(brand);
        String modelSpelling = TextNormalizer.normalize(model);
        return find(
                car -> car.model().equals(modelSpelling) && car.brand().equals(brandSpelling),
                car -> TextNormalizer.normalize(text.apply(car.name())),
                text,
                typed);
    }

    /** Returns texts that begin with the typed one, then those with a later part that does. */
    private List<String> find(
            Predicate<Car> isMeant, Function<Car, String> spelling, Function<Name, String> text, String typed) {
        String prefix = TextNormalizer.normalize(typed);
        Map<String, Counted> bySpelling = cars.values().stream()
                .filter(isMeant)
                .collect(Collectors.toMap(spelling, car -> new Counted(1, car.name()), Counted::plus));
        bySpelling.remove("");
        List<Map.Entry<String, Counted>> ranked =
                bySpelling.entrySet().stream().sorted(RANK).toList();
        return Stream.concat(
                        ranked.stream().filter(entry -> entry.getKey().startsWith(prefix)),
                        ranked.stream()
                                .filter(entry -> !entry.getKey().startsWith(prefix)
                                        && TextNormalizer.hasPartStartingWith(
                                                text.apply(entry.getValue().newest()), prefix)))
                .limit(MAX_RESULTS)
                .map(entry -> TextSanitizer.trim(text.apply(entry.getValue().newest())))
                .toList();
    }

    private String brandSpelling(String brand) {
        return TextNormalizer.normalize(canonicalBrand.apply(brand));
    }
}
