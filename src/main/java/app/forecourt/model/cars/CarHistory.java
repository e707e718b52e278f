package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.car.vocabulary.ModelHistory.Name;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the desk's cars teach for the next ones: what a new car begins with, and what may be meant by a few letters. */
public final class CarHistory {
    private final CarValidator check;
    private final NewCarDefaults habits;
    /** Those that were left since the start; the journal may not have them yet when it is read. */
    private final Map<UUID, Name> left = new ConcurrentHashMap<>();
    private volatile ModelHistory earlier;

    /** @param check tells what is meant by what was typed */
    CarHistory(CarValidator check) {
        this.check = check;
        this.habits = new NewCarDefaults(check::known);
        this.earlier = new ModelHistory(check::brand);
    }

    /** What a new car begins with. */
    public NewCarDefaults habits() {
        return habits;
    }

    /** What goes with what is typed in a field, of what earlier cars had there. May be asked from any thread. */
    public ModelHistory earlier() {
        return earlier;
    }

    /** A car is typed so by now. */
    void typed(Instant begun, CarDraft draft) {
        habits.remember(habits.of(begun, draft));
    }

    /** She has gone from a car to another one. Half a word is no precedent, so it counts only now. */
    void onCarLeft(UUID car, Instant begun, CarDraft draft) {
        Name name = Name.of(draft, begun);
        left.put(car, name);
        earlier.put(car, name);
    }

    /** A car is deleted. */
    void gone(UUID car) {
        left.remove(car);
        earlier.remove(car);
    }

    /** Counts what the journal has. Takes as long as there are many. */
    public ModelHistory count(Map<UUID, Name> names) {
        var counted = new ModelHistory(check::brand);
        names.forEach(counted::put);
        return counted;
    }

    /** What the journal has was counted. */
    public void counted(ModelHistory all) {
        left.forEach(all::put);
        earlier = all;
    }
}
