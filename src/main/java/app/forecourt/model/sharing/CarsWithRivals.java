package app.forecourt.model.sharing;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.sharing.StockSync;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The cars with rivals, which the stock list marks, as one sync has them. Used on the FX thread only. */
final class CarsWithRivals {
    /** Number of changed cars from which all cars are searched at once. */
    private static final int MANY = 100;

    private final StockSync sync;
    private final TaskRunner taskRunner;
    private final Predicate<UUID> isOffered;
    private final Consumer<Set<UUID>> show;
    private final Set<UUID> waiting = new HashSet<>();
    private Set<UUID> found = Set.of();
    private boolean areAllWaiting;
    private boolean isReading;

    /**
     * Creates an empty set.
     *
     * @param isOffered the test for cars with texts that the sync does not have as rivals
     * @param show receives the cars after each change
     */
    CarsWithRivals(StockSync sync, TaskRunner taskRunner, Predicate<UUID> isOffered,
            Consumer<Set<UUID>> show) {
        this.sync = sync;
        this.taskRunner = taskRunner;
        this.isOffered = isOffered;
        this.show = show;
    }

    /** Searches all cars in the background. */
    void refreshAll() {
        areAllWaiting = true;
        read();
    }

    /** Looks at the marked cars again, because the answers of the user have got to the stock. */
    void refreshMarked() {
        refresh(found);
    }

    /** Looks at changed cars in the background. */
    void refresh(Set<UUID> changed) {
        if (changed.size() > MANY) {
            areAllWaiting = true;
        } else {
            waiting.addAll(changed);
        }
        read();
    }

    private void read() {
        if (isReading || (waiting.isEmpty() && !areAllWaiting)) {
            return;
        }
        isReading = true;
        boolean isSearch = areAllWaiting;
        Set<UUID> cars = Set.copyOf(waiting);
        areAllWaiting = false;
        waiting.clear();
        taskRunner.run(() -> {
            Set<UUID> all = new HashSet<>(isSearch ? sync.carsWithRivals() : List.of());
            all.addAll(cars);
            return all.stream().filter(sync::hasRivals).collect(Collectors.toSet());
        }, rivals -> {
            Set<UUID> kept = new HashSet<>(isSearch ? Set.of() : found);
            kept.removeAll(cars);
            kept.addAll(rivals);
            cars.stream().filter(isOffered).forEach(kept::add);
            if (!kept.equals(found)) {
                found = Set.copyOf(kept);
                show.accept(found);
            }
            isReading = false;
            read();
        }, _ -> isReading = false);
    }
}
