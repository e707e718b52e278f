package app.forecourt.model.sharing;

import app.forecourt.concurrent.TaskRunner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The cars with rivals, which the stock list marks, as one sync has them. The form decides about its own car, because
 * it knows the answers of the user before the sync does. Used on the FX thread only.
 */
final class CarsWithRivals {
    /** Number of changed cars from which all cars are searched at once. */
    private static final int MANY = 100;

    private final Source source;
    private final TaskRunner taskRunner;
    private final Supplier<Set<UUID>> offered;
    private final Consumer<Set<UUID>> show;
    private final Set<UUID> waiting = new HashSet<>();
    private Set<UUID> found = Set.of();
    private Optional<OpenCar> openCar = Optional.empty();
    private Set<UUID> shown = Set.of();
    private boolean areAllWaiting;
    private boolean isReading;

    /**
     * What the sync has. Both block on the disk.
     *
     * @param candidates the cars that may have rivals; slow if there are many cars
     * @param hasRivals the test for cars with rivals without an answer
     */
    record Source(Supplier<List<UUID>> candidates, Predicate<UUID> hasRivals) {}

    private record OpenCar(UUID id, boolean hasRivals) {}

    /**
     * Creates an empty set.
     *
     * @param offered the cars with texts that the sync does not have as rivals
     * @param show receives the cars after each change
     */
    CarsWithRivals(Source source, TaskRunner taskRunner, Supplier<Set<UUID>> offered, Consumer<Set<UUID>> show) {
        this.source = source;
        this.taskRunner = taskRunner;
        this.offered = offered;
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

    /** Takes over what the form shows of its car. */
    void onFormChanged(UUID car, boolean hasRivals) {
        openCar = Optional.of(new OpenCar(car, hasRivals));
        publish();
    }

    /** Looks at the car that has left the form. Until then it is marked as the form had it. */
    void onFormLeft() {
        openCar.ifPresent(left -> {
            found = withOpenCar(found);
            openCar = Optional.empty();
            refresh(Set.of(left.id()));
        });
        publish();
    }

    private Set<UUID> withOpenCar(Set<UUID> cars) {
        Set<UUID> all = new HashSet<>(cars);
        openCar.ifPresent(open -> {
            if (open.hasRivals()) {
                all.add(open.id());
            } else {
                all.remove(open.id());
            }
        });
        return Set.copyOf(all);
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
        taskRunner.run(
                () -> {
                    Set<UUID> all = new HashSet<>(isSearch ? source.candidates().get() : List.of());
                    all.addAll(cars);
                    return all.stream().filter(source.hasRivals()).collect(Collectors.toSet());
                },
                rivals -> {
                    Set<UUID> kept = new HashSet<>(isSearch ? Set.of() : found);
                    kept.removeAll(cars);
                    kept.addAll(rivals);
                    found = Set.copyOf(kept);
                    publish();
                    isReading = false;
                    read();
                },
                _ -> isReading = false);
    }

    /** Shows the cars, if others are marked than before. */
    void publish() {
        Set<UUID> all = new HashSet<>(found);
        all.addAll(offered.get());
        Set<UUID> marked = withOpenCar(all);
        if (!marked.equals(shown)) {
            shown = marked;
            show.accept(marked);
        }
    }
}
