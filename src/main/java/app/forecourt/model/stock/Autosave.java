package app.forecourt.model.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.RegisterNote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
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

    private final Journal journal;
    private final TaskRunner taskRunner;
    private final Clock clock;
    private final Map<UUID, TypedCar> unsaved = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Deque<Runnable> notes = new ConcurrentLinkedDeque<>();
    private final AtomicReference<@Nullable EditPosition> editPosition = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Optional<JournalException.Reason> notLastingReason = Optional.empty();
    private boolean scheduled;

    /** Draft of a car with the fields of its accepted suggestions. */
    public record TypedCar(CarDraft draft, Set<CarField> acceptedSuggestions) {}

    /** State of the autosave, as shown to the user. */
    public sealed interface State {
        /** State before anything was typed. */
        record Nothing() implements State {}

        /** State after all changes were written to disk. */
        record Saved(Instant at) implements State {}

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
        if (isLasting() && state.get() instanceof State.Failing) {
            schedule(Duration.ZERO);
        }
    }

    /** Returns whether the journal could be opened for writing. */
    public boolean isLasting() {
        return notLastingReason.isEmpty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Schedules the save of a changed car. */
    public void saveCar(UUID car, TypedCar typed) {
        unsaved.put(car, typed);
        schedule(DELAY);
    }

    /** Schedules another write to the journal, after the cars changed before it. */
    public void enqueue(Runnable write) {
        notes.add(write);
        schedule(Duration.ZERO);
    }

    /** Saves RDW's remarks on a car's plate. */
    public void saveNote(UUID car, RegisterNote register) {
        enqueue(() -> journal.saveRegisterNote(car, register));
    }

    /** Schedules the save of the edit position. */
    public void savePosition(EditPosition position) {
        editPosition.set(position);
        schedule(DELAY);
    }

    /** Returns the unsaved draft of a car. */
    public Optional<TypedCar> unsavedCar(UUID car) {
        return Optional.ofNullable(unsaved.get(car));
    }

    /** Returns the number of unsaved changes. */
    public int unsavedCount() {
        return Math.max(unsaved.size(), notes.size());
    }

    private void schedule(Duration pause) {
        if (!scheduled) {
            scheduled = true;
            taskRunner.runLater(pause,
                    () -> taskRunner.run(this::write, this::onWritten, _ -> scheduled = false));
        }
    }

    private void onWritten(Written written) {
        scheduled = false;
        written.failed().ifPresent(reason -> state.set(new State.Failing(reason)));
        if (written.failed().isEmpty() && notLastingReason.isEmpty()
                && (written.cars() || state.get() instanceof State.Failing)) {
            state.set(new State.Saved(clock.instant()));
        }
        if (editPosition.get() != null || !unsaved.isEmpty() || !notes.isEmpty()) {
            schedule(written.failed().isPresent() ? RETRY_DELAY : DELAY);
        }
    }

    private record Written(boolean cars, Optional<JournalException.Reason> failed) {}

    /**
     * Writes all pending changes. Synchronized, because each call writes the latest drafts, so that an older draft
     * never overwrites a newer one.
     */
    private synchronized Written write() {
        // Read before the drafts, because a note may concern a car that is not written yet.
        int noteCount = notes.size();
        Map<UUID, TypedCar> typed;
        synchronized (unsaved) {
            typed = new LinkedHashMap<>(unsaved);
        }
        EditPosition position = editPosition.getAndSet(null);
        try {
            typed.forEach((car, content) -> {
                journal.save(car, content.draft(), content.acceptedSuggestions());
                unsaved.remove(car, content);
            });
            for (int remaining = noteCount; remaining > 0; remaining--) {
                writeNote();
            }
            if (position != null) {
                journal.saveEditPosition(position);
            }
            return new Written(!typed.isEmpty(), Optional.empty());
        } catch (JournalException failure) {
            editPosition.compareAndSet(null, position);
            return new Written(!typed.isEmpty(), Optional.of(failure.reason()));
        }
    }

    /**
     * Runs the first note. A note that the disk rejects stays first; a note that fails by a bug is dropped and its
     * exception thrown.
     */
    private void writeNote() {
        Runnable note = notes.pollFirst();
        if (note != null) {
            try {
                note.run();
            } catch (JournalException failure) {
                notes.addFirst(note);
                throw failure;
            }
        }
    }

    /** Writes all pending changes at once. Called at the end of the program. Blocks on the disk. */
    public void flush() {
        write();
    }
}
