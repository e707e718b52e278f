package app.forecourt.car.vocabulary;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.text.TextNormalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Models, versions and displacements of the user's cars, for suggestions: the most frequent first, then the most
 * recent. Counts change only when cars are added or removed, so that queries stay fast with many cars. Thread-safe.
 */
public final class ModelHistory {
    private final UnaryOperator<String> canonicalBrand;
    private final UnaryOperator<String> modelName;
    private final Map<UUID, Name> cars = new HashMap<>();
    /** Models by brand, versions by brand and model, displacements by both and the field. */
    private final Map<List<String>, SpellingCounter> counters = new HashMap<>();

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
        Optional<Name> previous = Optional.ofNullable(cars.put(car, name));
        if (previous.filter(name::equals).isEmpty()) {
            previous.ifPresent(this::uncount);
            count(name);
        }
    }

    /** Removes a car. */
    public synchronized void remove(UUID car) {
        Optional.ofNullable(cars.remove(car)).ifPresent(this::uncount);
    }

    private void count(Name name) {
        counters.computeIfAbsent(brandKey(name.brand()), _ -> new SpellingCounter())
                .add(name.model(), name.begun());
        counters.computeIfAbsent(modelKey(name.brand(), name.model()), _ -> new SpellingCounter())
                .add(name.version(), name.begun());
        counters.computeIfAbsent(engineKey(name.brand(), name.model()), _ -> new SpellingCounter())
                .add(name.displacement(), name.begun());
    }

    private void uncount(Name name) {
        counter(brandKey(name.brand())).remove(name.model());
        counter(modelKey(name.brand(), name.model())).remove(name.version());
        counter(engineKey(name.brand(), name.model())).remove(name.displacement());
    }

    /** Returns the names of a brand's models that match the typed text. */
    public synchronized List<String> models(String brand, String typed) {
        return counter(brandKey(brand)).find(typed).stream().map(modelName).toList();
    }

    /** Returns the versions of a model that match the typed text. */
    public synchronized List<String> versions(String brand, String model, String typed) {
        return counter(modelKey(brand, model)).find(typed);
    }

    /** Returns the displacements of a model. */
    public synchronized List<String> displacements(String brand, String model) {
        return counter(engineKey(brand, model)).find("");
    }

    private SpellingCounter counter(List<String> key) {
        return counters.getOrDefault(key, new SpellingCounter());
    }

    private List<String> brandKey(String brand) {
        return List.of(TextNormalizer.normalize(canonicalBrand.apply(brand)));
    }

    private List<String> modelKey(String brand, String model) {
        return List.of(TextNormalizer.normalize(canonicalBrand.apply(brand)), TextNormalizer.normalize(model));
    }

    private List<String> engineKey(String brand, String model) {
        return Stream.concat(modelKey(brand, model).stream(), Stream.of(CarField.ENGINE_DISPLACEMENT.apiName()))
                .toList();
    }
}
