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
import java.util.HashSet;
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
 * Keeps what is typed, within a second, without being asked. What can't be kept now, since the disk will not take it,
 * stays here and is tried again.
 */
public final class Autosave {
    /** So that nothing older than a second is ever lost, with half of it to spare for a slow disk. */
    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Journal journal;
    private final TaskRunner background;
    private final Clock clock;
    private final Map<UUID, Typed> unsaved = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Deque<Runnable> notes = new ConcurrentLinkedDeque<>();
    private final AtomicReference<@Nullable EditPosition> place = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final Set<UUID> notKept = new HashSet<>();
    private Optional<JournalException.Reason> lost = Optional.empty();
    private boolean scheduled;

    /** A car as it is typed. */
    public record Typed(CarDraft draft, Set<CarField> taken) {}

    /** What there is to say of it. */
    public sealed interface State {
        /** Nothing was typed yet. */
        record Nothing() implements State {}

        /** All that was typed is on the disk. */
        record Saved(Instant at) implements State {}

        /** What was typed last could not be saved. */
        record Failing(JournalException.Reason reason) implements State {}
    }

    public Autosave(Journal journal, TaskRunner background, Clock clock) {
        this.journal = journal;
        this.background = background;
        this.clock = clock;
    }

    /** The journal was opened; where it lasts as long as this run only, nothing is ever called saved. */
    public void opened(JournalState found) {
        lost = found.reason();
        lost.ifPresent(reason -> state.set(new State.Failing(reason)));
    }

    /** Whether what is written now is there at the next start. */
    public boolean lasts() {
        return lost.isEmpty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** A car has changed. */
    public void changed(UUID car, Typed typed) {
        unsaved.put(car, typed);
        if (lost.isPresent()) {
            notKept.add(car);
        }
        soon(SOON);
    }

    /** Something else is to be written, after what was typed before it. */
    public void note(Runnable write) {
        notes.add(write);
        soon(Duration.ZERO);
    }

    /** Keeps what the register remarked of a car's plate. */
    public void keep(UUID car, RegisterNote register) {
        note(() -> journal.keep(car, register));
    }

    /** She is somewhere else. */
    public void moved(EditPosition now) {
        place.set(now);
        soon(SOON);
    }

    /** What of a car is not on the disk yet. */
    public Optional<Typed> unsaved(UUID car) {
        return Optional.ofNullable(unsaved.get(car));
    }

    /** How many things are not on the disk yet. */
    public int behind() {
        return Math.max(notKept.size(), Math.max(unsaved.size(), notes.size()));
    }

    private void soon(Duration pause) {
        if (!scheduled) {
            scheduled = true;
            background.later(pause,
                    () -> background.run(this::write, this::written, bug -> scheduled = false));
        }
    }

    private void written(Written written) {
        scheduled = false;
        written.failed().ifPresent(reason -> state.set(new State.Failing(reason)));
        if (written.failed().isEmpty() && lost.isEmpty()
                && (written.cars() || state.get() instanceof State.Failing)) {
            state.set(new State.Saved(clock.instant()));
        }
        if (place.get() != null || !unsaved.isEmpty() || !notes.isEmpty()) {
            soon(written.failed().isPresent() ? AGAIN : SOON);
        }
    }

    private record Written(boolean cars, Optional<JournalException.Reason> failed) {}

    /** One at a time, and each writes what is typed by then: so nothing older can come after something newer. */
    private synchronized Written write() {
        // Before what is typed: a note may be of a car that is not written yet.
        int known = notes.size();
        Map<UUID, Typed> typed;
        synchronized (unsaved) {
            typed = new LinkedHashMap<>(unsaved);
        }
        EditPosition where = place.getAndSet(null);
        try {
            typed.forEach((car, as) -> {
                journal.save(car, as.draft(), as.taken());
                unsaved.remove(car, as);
            });
            for (int left = known; left > 0; left--) {
                writeNote();
            }
            if (where != null) {
                journal.keepPlace(where);
            }
            return new Written(!typed.isEmpty(), Optional.empty());
        } catch (JournalException failure) {
            place.compareAndSet(null, where);
            return new Written(!typed.isEmpty(), Optional.of(failure.reason()));
        }
    }

    /** One that is a fault of ours is told and gone; one that the disk will not take stays the first. */
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

    /** Writes what is not written yet, at once. Blocks on the disk; for the end of the program. */
    public void finish() {
        write();
    }
}
