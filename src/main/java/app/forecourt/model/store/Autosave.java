package app.forecourt.model.store;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.StoredCar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

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

    private final TaskRunner taskRunner;
    private final Clock clock;
    private final PendingChangesWriter unsaved;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Optional<JournalException.Reason> notLastingReason = Optional.empty();
    private boolean scheduled;
    /** Number of begins and ends of writes, by which a write that still runs is known. */
    private int writeSteps;

    private final StaleReadGuard changes = new StaleReadGuard();
    private Consumer<CarInMemory> priceListener = _ -> {};
    private Consumer<CarInMemory> remoteEditsListener = _ -> {};
    private BiConsumer<UUID, Set<CarField>> replacementListener = (_, _) -> {};
    private Consumer<UUID> savedListener = _ -> {};

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
        this.unsaved = new PendingChangesWriter(journal);
        this.taskRunner = taskRunner;
        this.clock = clock;
    }

    /**
     * Applies the state of the opened journal. Changes stay in memory and are retried if the journal can't be written.
     */
    public void onJournalOpened(JournalOpenState found) {
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
    public void whenPricesChanged(Consumer<CarInMemory> listener) {
        priceListener = listener;
    }

    /** Sets the listener for a car with texts of another desk in the journal. It is called on the FX thread. */
    public void whenRemoteEditsArrive(Consumer<CarInMemory> listener) {
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
    public StaleReadGuard changes() {
        return changes;
    }

    /** Stores the texts typed into a car and schedules their save. */
    public void saveCar(CarInMemory car, CarDraft draft) {
        unsaved.put(car, draft);
        schedule(DELAY);
    }

    /** Schedules the save of a car's texts. */
    public void saveCar(CarInMemory car) {
        saveCar(car, car.draft());
    }

    /** Schedules another write to the journal, after the cars changed before it. */
    public void enqueue(Consumer<Journal> write) {
        add(write, () -> {});
    }

    /** Schedules another write to the journal that changes a car. */
    public void enqueue(UUID car, Consumer<Journal> write) {
        changes.onCarChanged(car);
        add(write, () -> savedListener.accept(car));
    }

    private void add(Consumer<Journal> write, Runnable onSaved) {
        unsaved.add(new PendingChangesWriter.Write(write, onSaved));
        schedule(Duration.ZERO);
    }

    /** Schedules the save of the edit position. */
    public void savePosition(EditPosition position) {
        unsaved.setPosition(position);
        schedule(DELAY);
    }

    /** Returns the number of unsaved changes. */
    public int unsavedCount() {
        return unsaved.count();
    }

    private void schedule(Duration pause) {
        if (!scheduled) {
            scheduled = true;
            taskRunner.runLater(pause, () -> {
                int begun = ++writeSteps;
                taskRunner.run(unsaved::write, this::onWritten, _ -> scheduled = false);
                taskRunner.runLater(SLOW_WRITE, () -> {
                    if (begun == writeSteps && !(state.get() instanceof State.Failing)) {
                        state.set(new State.Pending());
                    }
                });
            });
        }
    }

    private void onWritten(PendingChangesWriter.Written written) {
        scheduled = false;
        writeSteps++;
        report(written);
        if (!unsaved.isEmpty()) {
            schedule(written.failed().isPresent() ? RETRY_DELAY : DELAY);
        }
    }

    private void report(PendingChangesWriter.Written written) {
        written.cars().forEach(this::report);
        written.others().forEach(write -> write.onSaved().run());
        written.failed().ifPresent(reason -> state.set(new State.Failing(reason)));
        if (written.failed().isEmpty()
                && notLastingReason.isEmpty()
                && (!written.cars().isEmpty()
                        || state.get() instanceof State.Failing
                        || state.get() instanceof State.Pending)) {
            state.set(new State.Saved(clock.instant()));
        }
    }

    private void report(PendingChangesWriter.SavedCar car) {
        if (car.pricesChanged()) {
            priceListener.accept(car.car());
        }
        reportReplaced(car.car().id(), car.saved().conflicts());
        if (car.saved().merged().isPresent()) {
            remoteEditsListener.accept(car.car());
        }
        savedListener.accept(car.car().id());
    }

    /**
     * Merges a car in memory with the journal, because another desk has changed it there. Blocks on the disk.
     *
     * @return the car that the journal had; empty if there is none, or if the journal can't be written
     */
    public Optional<StoredCar> merge(CarInMemory car) {
        return unsaved.merge(car).flatMap(merged -> {
            taskRunner
                    .fxThread()
                    .execute(() -> reportReplaced(car.id(), merged.saved().conflicts()));
            return merged.saved().merged();
        });
    }

    /**
     * Writes all pending changes at once, also those that the user makes meanwhile. Called on any thread, and at the
     * end of the program. Blocks on the disk.
     *
     * @return false if the disk has rejected a change, which is retried
     */
    public boolean flush() {
        PendingChangesWriter.Written written = unsaved.write();
        // The save that is scheduled will find nothing to report.
        taskRunner.fxThread().execute(() -> report(written));
        return written.failed().isEmpty() && (unsavedCount() == 0 || flush());
    }
}
