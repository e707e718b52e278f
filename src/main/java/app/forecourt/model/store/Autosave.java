package app.forecourt.model.store;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.MergingCarWriter;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.StoredCar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Autosave of the cars that the user types, within one second. Changes that the disk rejects stay in memory and are
 * retried.
 */
public final class Autosave {
    /** Delay from a change to its save. At most one second of work may be lost; half of it is left for a slow disk. */
    private static final Duration DELAY = Duration.ofMillis(400);

    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);
    /** The time after which a write that still runs is reported. */
    private static final Duration SLOW_WRITE = Duration.ofSeconds(2);

    private final Journal journal;
    private final TaskRunner taskRunner;
    private final Clock clock;
    /** Cars with unsaved texts, in the order of their changes. */
    private final Map<UUID, CarRecord> unsaved = new LinkedHashMap<>();

    private final Deque<Write> pendingWrites = new ConcurrentLinkedDeque<>();
    private final AtomicReference<@Nullable EditPosition> editPosition = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Optional<JournalException.Reason> notLastingReason = Optional.empty();
    private boolean scheduled;
    /** Number of begins and ends of writes, by which a write that still runs is known. */
    private int writeSteps;

    private final ChangeCounter changes = new ChangeCounter();
    private Consumer<CarRecord> priceListener = _ -> {};
    private Consumer<CarRecord> remoteEditsListener = _ -> {};
    private BiConsumer<UUID, Set<CarField>> replacementListener = (_, _) -> {};
    private Consumer<UUID> savedListener = _ -> {};

    /**
     * Another write to the journal.
     *
     * @param onSaved runs on the FX thread after the write
     */
    private record Write(Consumer<Journal> action, Runnable onSaved) {}

    /** State of the autosave, as shown to the user. */
    public sealed interface State {
        /** State before anything was typed. */
        record Nothing() implements State {}

        /** State after all changes were written to disk. */
        record Saved(Instant at) implements State {}

        /** State while a write takes longer than usual. */
        record Pending() implements State {}

        /** State after the latest changes could not be written. */
        record Failing(JournalException.Reason reason) implements State {}
    }

    public Autosave(Journal journal, TaskRunner taskRunner, Clock clock) {
        this.journal = journal;
        this.taskRunner = taskRunner;
        this.clock = clock;
    }

    /**
     * Applies the state of the opened journal. Changes stay in memory and are retried if the journal can't be written.
     */
    public void onJournalOpened(JournalState found) {
        notLastingReason = found.reason();
        notLastingReason.ifPresent(reason -> state.set(new State.Failing(reason)));
        if (notLastingReason.isEmpty() && state.get() instanceof State.Failing) {
            schedule(Duration.ZERO);
        }
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Sets the listener for a car whose earlier prices changed with a save. It is called on the FX thread. */
    public void whenPricesChanged(Consumer<CarRecord> listener) {
        priceListener = listener;
    }

    /** Sets the listener for a car with texts of another desk in the journal. It is called on the FX thread. */
    public void whenRemoteEditsArrive(Consumer<CarRecord> listener) {
        remoteEditsListener = listener;
    }

    /** Sets the listener for a car after a save of it. It is called on the FX thread. */
    public void whenSaved(Consumer<UUID> listener) {
        savedListener = listener;
    }

    /** Sets the listener for the fields of a car in which the user's texts replace those of another desk. */
    public void whenTextsReplaced(BiConsumer<UUID, Set<CarField>> listener) {
        replacementListener = listener;
    }

    /** Reports the fields of a car in which the user's texts replace those of another desk, if there are any. */
    public void reportReplaced(UUID car, Set<CarField> fields) {
        if (!fields.isEmpty()) {
            replacementListener.accept(car, fields);
        }
    }

    /** Returns the counter of the user's changes. Texts typed into a car in memory are not counted. */
    public ChangeCounter changes() {
        return changes;
    }

    /** Stores the texts typed into a car and schedules their save. */
    public void saveCar(CarRecord car, CarDraft draft) {
        synchronized (unsaved) {
            car.setDraft(draft);
            unsaved.put(car.id(), car);
        }
        schedule(DELAY);
    }

    /** Schedules the save of a car's texts. */
    public void saveCar(CarRecord car) {
        saveCar(car, car.draft());
    }

    /** Schedules another write to the journal, after the cars changed before it. */
    public void enqueue(Consumer<Journal> write) {
        add(new Write(write, () -> {}));
    }

    /** Schedules another write to the journal that changes a car. */
    public void enqueue(UUID car, Consumer<Journal> write) {
        changes.onCarChanged(car);
        add(new Write(write, () -> savedListener.accept(car)));
    }

    private void add(Write write) {
        pendingWrites.add(write);
        schedule(Duration.ZERO);
    }

    /** Schedules the save of the edit position. */
    public void savePosition(EditPosition position) {
        editPosition.set(position);
        schedule(DELAY);
    }

    /** Returns the number of unsaved changes. */
    public int unsavedCount() {
        return Math.max(unsavedCars().size(), pendingWrites.size());
    }

    /** Returns whether the texts of a car are on the disk. */
    public boolean isSaved(UUID car) {
        synchronized (unsaved) {
            return !unsaved.containsKey(car);
        }
    }

    private List<CarRecord> unsavedCars() {
        synchronized (unsaved) {
            return List.copyOf(unsaved.values());
        }
    }

    /** Ends the save of a car, unless the user has typed on meanwhile. */
    private void onSaved(CarRecord car, MergingCarWriter.Version version, MergingCarWriter.Saved saved) {
        car.text().onSaved(version, saved);
        synchronized (unsaved) {
            if (car.typed().equals(version.typed())) {
                unsaved.remove(car.id(), car);
            }
        }
    }

    private void schedule(Duration pause) {
        if (!scheduled) {
            scheduled = true;
            taskRunner.runLater(pause, () -> {
                int begun = ++writeSteps;
                taskRunner.run(this::write, this::onWritten, _ -> scheduled = false);
                taskRunner.runLater(SLOW_WRITE, () -> {
                    if (begun == writeSteps && !(state.get() instanceof State.Failing)) {
                        state.set(new State.Pending());
                    }
                });
            });
        }
    }

    private void onWritten(Written written) {
        scheduled = false;
        writeSteps++;
        report(written);
        if (editPosition.get() != null || !unsavedCars().isEmpty() || !pendingWrites.isEmpty()) {
            schedule(written.failed().isPresent() ? RETRY_DELAY : DELAY);
        }
    }

    private void report(Written written) {
        written.reports().forEach(Runnable::run);
        written.failed().ifPresent(reason -> state.set(new State.Failing(reason)));
        if (written.failed().isEmpty()
                && notLastingReason.isEmpty()
                && (written.cars() || state.get() instanceof State.Failing || state.get() instanceof State.Pending)) {
            state.set(new State.Saved(clock.instant()));
        }
    }

    /**
     * The result of a write.
     *
     * @param cars whether there were cars to save
     * @param reports run on the FX thread
     */
    private record Written(boolean cars, List<Runnable> reports, Optional<JournalException.Reason> failed) {}

    /**
     * Writes all pending changes. Synchronized, because each call writes the latest drafts, so that an older draft
     * never overwrites a newer one.
     */
    private synchronized Written write() {
        // Read before the drafts, because a pending write may concern a car that is not written yet.
        int writeCount = pendingWrites.size();
        List<CarRecord> cars = unsavedCars();
        List<Runnable> reports = new ArrayList<>();
        Optional<JournalException.Reason> failed = Optional.empty();
        EditPosition position = editPosition.getAndSet(null);
        try {
            for (CarRecord car : cars) {
                reports.add(save(car));
            }
            for (int remaining = writeCount; remaining > 0; remaining--) {
                writeFirstPending().ifPresent(reports::add);
            }
            if (position != null) {
                journal.saveEditPosition(position);
            }
        } catch (JournalException failure) {
            editPosition.compareAndSet(null, position);
            failed = Optional.of(failure.reason());
        }
        return new Written(!cars.isEmpty(), reports, failed);
    }

    /** Saves a car and returns its report. */
    private Runnable save(CarRecord car) {
        MergingCarWriter.Version version = car.text().beginSave();
        try {
            MergingCarWriter.Saved saved = journal.carWriter().save(car.id(), version);
            onSaved(car, version, saved);
            boolean repriced = car.setPrices(saved.prices());
            return () -> {
                if (repriced) {
                    priceListener.accept(car);
                }
                reportReplaced(car.id(), saved.conflicts());
                if (saved.merged().isPresent()) {
                    remoteEditsListener.accept(car);
                }
                savedListener.accept(car.id());
            };
        } finally {
            car.text().endSave();
        }
    }

    /**
     * Merges a car in memory with the journal, because another desk has changed it there. Blocks on the disk.
     *
     * @return the car that the journal had; empty if there is none, or if the journal can't be written
     */
    public synchronized Optional<StoredCar> merge(CarRecord car) {
        MergingCarWriter.Version version = car.text().beginSave();
        try {
            Optional<MergingCarWriter.Saved> saved = journal.carWriter().merge(car.id(), version);
            saved.ifPresent(merged -> {
                onSaved(car, version, merged);
                car.setPrices(merged.prices());
                taskRunner.fxThread().execute(() -> reportReplaced(car.id(), merged.conflicts()));
            });
            return saved.flatMap(MergingCarWriter.Saved::merged);
        } catch (JournalException unwritable) {
            // The next save merges the car.
            return Optional.empty();
        } finally {
            car.text().endSave();
        }
    }

    /**
     * Runs the first pending write. One that the disk rejects stays first; one that fails by a bug is dropped and its
     * exception thrown.
     *
     * @return what to run after the write
     */
    private Optional<Runnable> writeFirstPending() {
        Write write = pendingWrites.peekFirst();
        if (write == null) {
            return Optional.empty();
        }
        try {
            write.action().accept(journal);
        } catch (JournalException failure) {
            throw failure;
        } catch (RuntimeException bug) {
            pendingWrites.removeFirst();
            throw bug;
        }
        // Only now, because until then it counts as unsaved.
        pendingWrites.removeFirst();
        return Optional.of(write.onSaved());
    }

    /**
     * Writes all pending changes at once. Called on any thread, and at the end of the program. Blocks on the disk.
     *
     * @return false if the disk has rejected a change, which is retried
     */
    public boolean flush() {
        Written written = write();
        // The save that is scheduled will find nothing to report.
        taskRunner.fxThread().execute(() -> report(written));
        return written.failed().isEmpty();
    }
}
