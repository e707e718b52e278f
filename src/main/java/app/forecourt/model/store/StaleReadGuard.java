package app.forecourt.model.store;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The number of changes by the user, so that what was read before a change is not shown after it. Used on the FX
 * thread.
 */
public final class StaleReadGuard {
    private long count;
    /** The number of the last change of each car. */
    private final Map<UUID, Long> lastOfCar = new HashMap<>();

    void onCarChanged(UUID car) {
        lastOfCar.put(car, ++count);
    }

    /** Returns the number of changes so far. */
    public long count() {
        return count;
    }

    /** Returns whether a car was changed since there were that many changes. */
    public boolean isCarChangedSince(UUID car, long before) {
        return lastOfCar.getOrDefault(car, 0L) > before;
    }
}
