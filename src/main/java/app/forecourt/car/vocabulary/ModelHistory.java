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

/**
 * What the cars of a desk were called: the models it had of a brand, and the versions of a model, what it had most often
 * first, of those as often the one that was begun last. They are counted as cars come and go, so that asking takes no
 * longer with many cars than with few. May be used from any thread.
 */
public final class ModelHistory {
    private final UnaryOperator<String> brands;
    private final Map<UUID, Name> cars = new HashMap<>();
    /** By brand, and by brand and model. */
    private final Map<List<String>, SpellingCounter> tallies = new HashMap<>();

    /** What a car was called, as typed, and when its first letter was typed. */
    public record Name(String brand, String model, String version, Instant begun) {
        /** What a car that is typed so is called. */
        public static Name of(CarDraft draft, Instant begun) {
            return new Name(draft.text(CarField.BRAND), draft.text(CarField.MODEL),
                    draft.text(CarField.VERSION), begun);
        }
    }

    /**
     * None yet.
     *
     * @param brands how a brand is sent that is typed so: all names of a brand are one
     */
    public ModelHistory(UnaryOperator<String> brands) {
        this.brands = brands;
    }

    /** A car is there, or is called otherwise than before. */
    public synchronized void put(UUID car, Name name) {
        Optional<Name> before = Optional.ofNullable(cars.put(car, name));
        if (before.filter(name::equals).isEmpty()) {
            before.ifPresent(this::uncount);
            count(name);
        }
    }

    /** A car is no longer there. */
    public synchronized void remove(UUID car) {
        Optional.ofNullable(cars.remove(car)).ifPresent(this::uncount);
    }

    private void count(Name name) {
        tallies.computeIfAbsent(models(name.brand()), any -> new SpellingCounter()).add(name.model(),
                name.begun());
        tallies.computeIfAbsent(versions(name.brand(), name.model()), any -> new SpellingCounter())
                .add(name.version(), name.begun());
    }

    private void uncount(Name name) {
        tally(models(name.brand())).remove(name.model());
        tally(versions(name.brand(), name.model())).remove(name.version());
    }

    /** The models of a brand that go with what is typed. */
    public synchronized List<String> models(String brand, String typed) {
        return tally(models(brand)).find(typed);
    }

    /** The versions of a model that go with what is typed. */
    public synchronized List<String> versions(String brand, String model, String typed) {
        return tally(versions(brand, model)).find(typed);
    }

    private SpellingCounter tally(List<String> key) {
        return tallies.getOrDefault(key, new SpellingCounter());
    }

    private List<String> models(String brand) {
        return List.of(TextNormalizer.of(brands.apply(brand)));
    }

    private List<String> versions(String brand, String model) {
        return List.of(TextNormalizer.of(brands.apply(brand)), TextNormalizer.of(model));
    }
}
