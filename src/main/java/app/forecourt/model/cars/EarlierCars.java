package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.car.vocabulary.ModelHistory.Name;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The names of earlier cars, which complete what is typed. */
public final class EarlierCars {
    private final CarValidator validator;
    /** Names of the cars that left the form since the start. The journal may not have them yet when it is read. */
    private final Map<UUID, Name> leftCars = new ConcurrentHashMap<>();

    private volatile ModelHistory modelHistory;

    /** @param validator validator that interprets typed text */
    EarlierCars(CarValidator validator) {
        this.validator = validator;
        this.modelHistory = newHistory();
    }

    private ModelHistory newHistory() {
        return new ModelHistory(
                validator::canonicalBrand, model -> validator.vocabulary().displayName(CarField.MODEL, model));
    }

    /** Returns the models and versions of earlier cars, for suggestions. Safe to call from any thread. */
    public ModelHistory modelHistory() {
        return modelHistory;
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
