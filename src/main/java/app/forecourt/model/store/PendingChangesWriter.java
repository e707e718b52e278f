package app.forecourt.model.store;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.Journal;
import app.forecourt.journal.UserEditMergingWriter;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.EditPosition;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The changes that are not on the disk yet, and their writing. Safe to use from any thread. */
final class PendingChangesWriter {
    private final Journal journal;
    /** Cars with unsaved texts, in the order of their changes. */
    private final Map<UUID, CarInMemory> cars = new LinkedHashMap<>();

    private final Deque<Write> otherWrites = new ConcurrentLinkedDeque<>();
    private final AtomicReference<@Nullable EditPosition> editPosition = new AtomicReference<>();

    /**
     * Another write to the journal.
     *
     * @param onSaved runs on the FX thread after the write
     */
    record Write(Consumer<Journal> action, Runnable onSaved) {}

    /** A car after a save of it. */
    record SavedCar(CarInMemory car, UserEditMergingWriter.Saved saved, boolean pricesChanged) {}

    /**
     * The result of a write.
     *
     * @param others the other writes that the disk has taken
     */
    record Written(List<SavedCar> cars, List<Write> others, Optional<JournalException.Reason> failed) {}

    PendingChangesWriter(Journal journal) {
        this.journal = journal;
    }

    /** Stores the texts typed into a car. */
    void put(CarInMemory car, CarDraft draft) {
        synchronized (cars) {
            car.setDraft(draft);
            cars.put(car.id(), car);
        }
    }

    /** Adds a write that follows the cars changed before it. */
    void add(Write write) {
        otherWrites.add(write);
    }

    void setPosition(EditPosition position) {
        editPosition.set(position);
    }

    int count() {
        return Math.max(cars().size(), otherWrites.size());
    }

    boolean isEmpty() {
        return count() == 0 && editPosition.get() == null;
    }

    private List<CarInMemory> cars() {
        synchronized (cars) {
            return List.copyOf(cars.values());
        }
    }

    /**
     * Writes all changes. Synchronized, because each call writes the latest drafts, so that an older draft never
     * overwrites a newer one.
     */
    synchronized Written write() {
        // Read before the drafts, because another write may concern a car that is not written yet.
        int writeCount = otherWrites.size();
        List<SavedCar> savedCars = new ArrayList<>();
        List<Write> others = new ArrayList<>();
        Optional<JournalException.Reason> failed = Optional.empty();
        EditPosition position = editPosition.getAndSet(null);
        try {
            for (CarInMemory car : cars()) {
                savedCars.add(write(
                                car, version -> Optional.of(journal.carWriter().save(car.id(), version)))
                        .orElseThrow());
            }
            while (others.size() < writeCount && !otherWrites.isEmpty()) {
                others.add(writeFirst());
            }
            if (position != null) {
                journal.saveEditPosition(position);
            }
        } catch (JournalException failure) {
            editPosition.compareAndSet(null, position);
            failed = Optional.of(failure.reason());
        }
        return new Written(savedCars, others, failed);
    }

    /**
     * Merges a car in memory with the journal, because another desk has changed it there. Blocks on the disk.
     *
     * @return empty if the journal lacks the car, or can't be written
     */
    synchronized Optional<SavedCar> merge(CarInMemory car) {
        try {
            return write(car, version -> journal.carWriter().merge(car.id(), version));
        } catch (JournalException unwritable) {
            // The next save merges the car.
            return Optional.empty();
        }
    }

    private Optional<SavedCar> write(
            CarInMemory car, Function<UserEditMergingWriter.Version, Optional<UserEditMergingWriter.Saved>> action) {
        UserEditMergingWriter.Version version = car.text().beginSave();
        try {
            return action.apply(version).map(saved -> {
                car.text().onSaved(version, saved);
                synchronized (cars) {
                    // The user may have typed on meanwhile.
                    if (car.typed().equals(version.typed())) {
                        cars.remove(car.id(), car);
                    }
                }
                return new SavedCar(car, saved, car.setPrices(saved.prices()));
            });
        } finally {
            car.text().endSave();
        }
    }

    /** Runs the first other write. One that the disk rejects stays first; one that fails by a bug is dropped. */
    private Write writeFirst() {
        Write write = otherWrites.getFirst();
        try {
            write.action().accept(journal);
        } catch (JournalException failure) {
            throw failure;
        } catch (RuntimeException bug) {
            otherWrites.removeFirst();
            throw bug;
        }
        // Only now, because until then it counts as unsaved.
        return otherWrites.removeFirst();
    }
}
