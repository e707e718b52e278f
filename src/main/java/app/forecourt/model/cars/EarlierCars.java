package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.car.vocabulary.ModelHistory.Name;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Suggestions from earlier cars: the defaults of a new car, and the names that complete what is typed. */
public final class EarlierCars {
    private final CarValidator validator;
    private final NewCarDefaults defaults;
    /** Names of the cars that left the form since the start. The journal may not have them yet when it is read. */
    private final Map<UUID, Name> leftCars = new ConcurrentHashMap<>();

    private volatile ModelHistory modelHistory;

    /** @param validator validator that interprets typed text */
    EarlierCars(CarValidator validator) {
        this.validator = validator;
        this.defaults = new NewCarDefaults(validator::knownWord);
        this.modelHistory = newHistory();
    }

    private ModelHistory newHistory() {
        return new ModelHistory(
                validator::canonicalBrand, model -> validator.vocabulary().displayName(CarField.MODEL, model));
    }

    /** Returns the defaults of a new car. */
    public NewCarDefaults newCarDefaults() {
        return defaults;
    }

    /** Returns the models and versions of earlier cars, for suggestions. Safe to call from any thread. */
    public ModelHistory modelHistory() {
        return modelHistory;
    }

    /** Returns the values that the next car can learn from a car. Safe to call from any thread. */
    public NewCarDefaults.LearnedValues learnableValues(Instant begun, CarDraft draft) {
        return defaults.learnableValues(begun, validator.parse(draft));
    }

    /** Learns the defaults from the current text of a car. */
    void learnDefaults(Instant begun, ParsedDraft draft) {
        defaults.learn(defaults.learnableValues(begun, draft));
    }

    /**
     * Counts the names of a car that left the form. A car in the form is not counted, because its names may be half
     * typed.
     */
    void onCarLeft(UUID car, Instant begun, CarDraft draft) {
        Name name = Name.of(draft, begun);
        leftCars.put(car, name);
        modelHistory.put(car, name);
    }

    /** Removes a deleted car from the counts. */
    void remove(UUID car) {
        leftCars.remove(car);
        modelHistory.remove(car);
    }

    /** Counts the names of the journal's cars. The time grows with their number. */
    public ModelHistory countNames(Map<UUID, Name> names) {
        ModelHistory counted = newHistory();
        names.forEach(counted::put);
        return counted;
    }

    /** Replaces the counts by those of the journal, and adds the cars that left the form since the start. */
    public void replaceCounts(ModelHistory counts) {
        leftCars.forEach(counts::put);
        modelHistory = counts;
    }
}
