package app.forecourt.model.store;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.history.CarHistory;
import app.forecourt.history.StoredHistory;
import app.forecourt.history.StoredStep;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is known of each car: from memory if the car is in the form, unsaved or about to be sent, else from the journal.
 * Used on the FX thread only.
 */
public final class CarCache {
    private final Journal journal;
    private final Autosave autosave;
    private final TaskRunner taskRunner;
    private final Map<UUID, CarInMemory> inMemory = new HashMap<>();

    public CarCache(Journal journal, Autosave autosave, TaskRunner taskRunner) {
        this.journal = journal;
        this.autosave = autosave;
        this.taskRunner = taskRunner;
        autosave.state().subscribe(_ -> releaseSaved());
    }

    public Optional<CarInMemory> inMemory(UUID car) {
        return Optional.ofNullable(inMemory.get(car));
    }

    /** Keeps a car in memory until it is saved, or for as long as it is in the form. */
    public void keep(CarInMemory car) {
        inMemory.put(car.id(), car);
        // Its texts may be saved, and the car released, before an earlier read of it arrives.
        autosave.changes().onCarChanged(car.id());
    }

    /** Releases the cars that are on disk, except the one in the form and those about to be sent. */
    public void releaseSaved() {
        // A pending write may be the only record of a submission that could not be written.
        if (autosave.unsavedCount() == 0) {
            inMemory.values()
                    .removeIf(car -> !car.isInForm() && !car.submissions().hasRequest());
        }
    }

    /**
     * Finds a car: in memory at once, else in the journal in the background.
     *
     * @param found receives the car, or nothing if the journal lacks it or can't be read
     */
    public void find(UUID car, Consumer<Optional<CarInMemory>> found) {
        Optional<CarInMemory> known = inMemory(car);
        if (known.isPresent()) {
            found.accept(known);
        } else {
            long before = autosave.changes().count();
            taskRunner.run(
                    () -> readable(() -> journal.car(car)),
                    stored -> {
                        // The journal may have been read before the change.
                        if (inMemory.containsKey(car) || autosave.changes().isCarChangedSince(car, before)) {
                            find(car, found);
                        } else {
                            found.accept(stored.map(CarInMemory::of));
                        }
                    },
                    _ -> found.accept(Optional.empty()));
        }
    }

    /**
     * Finds the history of a car in the background, after the save of what was typed last.
     *
     * @param build builds the history on the FX thread from what is stored
     * @param found receives the history, or nothing if the journal lacks the car or can't be read
     */
    public void findHistory(UUID car, Function<StoredHistory, CarHistory> build, Consumer<Optional<CarHistory>> found) {
        readSaved(() -> journal.history(car), stored -> found.accept(stored.map(build)));
    }

    /**
     * Finds the other desk that has marked a car, in the background, after the save of the user's marks.
     *
     * @param mark the car's mark
     * @param found receives the name of the desk; empty if this desk has marked the car
     */
    public void findMarkAuthor(UUID car, StockMark mark, Consumer<Optional<String>> found) {
        readSaved(
                () -> journal.syncAccess().lastMarks(car).stream()
                        .findFirst()
                        .filter(last -> last.event().name().equals(mark.name()))
                        .flatMap(StoredStep::author),
                found);
    }

    /** Reads in the background, after the save of what the user has typed and marked. */
    private <T> void readSaved(Supplier<Optional<T>> read, Consumer<Optional<T>> found) {
        taskRunner.run(
                () -> {
                    autosave.flush();
                    return readable(read);
                },
                found,
                _ -> found.accept(Optional.empty()));
    }

    private static <T> Optional<T> readable(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (JournalException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Applies the new state of a submission to its car in memory. Saves a draft again that differs from the sent one,
     * because the journal stored the draft of the request. The user may have typed for another profile since.
     *
     * @return the car, if it is in memory
     */
    public Optional<CarInMemory> onSubmissionChanged(Submission submission) {
        autosave.changes().onCarChanged(submission.car());
        Optional<CarInMemory> known = inMemory(submission.car());
        known.ifPresent(car -> {
            car.submissions().put(submission);
            if (!car.draft().equals(submission.draft())) {
                autosave.saveCar(car);
            }
        });
        return known;
    }
}
