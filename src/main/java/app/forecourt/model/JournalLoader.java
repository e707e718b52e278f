package app.forecourt.model;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.database.UnreadableRows;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.stock.IndexedCar;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Loader of the journal's cars into the model: at the start, after a merge, and when the file was opened again. */
final class JournalLoader {
    /**
     * Number of cars loaded first: more than the list shows at once, so that many old cars don't delay the first view.
     */
    private static final int FIRST_BATCH = 60;
    /** Time for drawing the first cars, because reading the whole file takes the processor from the window. */
    private static final Duration REST_DELAY = Duration.ofMillis(800);

    private final Journal journal;
    private final CarsModel cars;
    private final Runnable startSending;
    private final TaskRunner taskRunner;
    /** The receivers of the next result. */
    private final List<BiConsumer<JournalOpenState, Optional<EditPosition>>> waiting = new ArrayList<>();

    private JournalProblemListener listener = new JournalProblemListener() {};
    /** Counts the files opened again, because a result read from an earlier file is dropped. */
    private int generation;
    /** Number of unreadable rows that the user knows of. */
    private int reportedRows;
    /** Number of requests to show a car that do not count, because the program made them. */
    private long ownRequests;

    private record Opened(
            JournalOpenState state, List<IndexedCar> stock, Optional<StoredCar> car, Optional<EditPosition> place) {}

    /** @param startSending sends the cars that wait; called after each load */
    JournalLoader(Journal journal, CarsModel cars, Runnable startSending, TaskRunner taskRunner) {
        this.journal = journal;
        this.cars = cars;
        this.startSending = startSending;
        this.taskRunner = taskRunner;
        journal.whenReopened(_ -> taskRunner.fxThread().execute(this::onReopened));
    }

    /** Sets the receiver of the journal's problems. */
    void setListener(JournalProblemListener listener) {
        this.listener = listener;
    }

    /**
     * Loads the cars in the background.
     *
     * @param opened receives the journal's state and the last edit position, empty if the user began to type meanwhile
     */
    void load(BiConsumer<JournalOpenState, Optional<EditPosition>> opened) {
        waiting.add(opened);
        read();
    }

    private void read() {
        int expected = generation;
        long changes = cars.autosave().changes().count();
        taskRunner.run(
                () -> {
                    JournalOpenState state = journal.open();
                    Optional<EditPosition> place = journal.editPosition();
                    Optional<StoredCar> car = place.map(EditPosition::car).flatMap(journal::car);
                    return new Opened(state, IndexedCar.of(firstCars(car), cars.names()), car, place);
                },
                result -> {
                    if (expected != generation) {
                        // The file was opened again meanwhile; the receivers get the result of that.
                        return;
                    }
                    cars.autosave().onJournalOpened(result.state());
                    cars.stock().addCars(result.stock());
                    // In a task of its own, so that the window answers between both.
                    taskRunner.fxThread().execute(() -> {
                        if (expected == generation) {
                            onFirstCars(result, changes);
                        }
                    });
                });
    }

    /**
     * Shows the car that was open last, unless the user has begun another one: by typing, by asking for a new car, by
     * moving on to another field, or by a click in the form.
     *
     * @param changes number of changes before the journal was read
     * @return true if that car is shown
     */
    private boolean showLastCar(Optional<StoredCar> lastCar, long changes) {
        boolean untouched = cars.current().isUntouched();
        boolean notBegun = untouched
                && ownRequests == cars.chosen().requests()
                && cars.current().position().isAtFirstField();
        Optional<StoredCar> shown = lastCar.filter(car -> notBegun && car.mark() != StockMark.DELETED)
                .filter(car -> !cars.autosave().changes().isCarChangedSince(car.id(), changes));
        shown.ifPresent(car -> cars.show(cars.store().inMemory(car.id()).orElseGet(() -> CarInMemory.of(car))));
        if (shown.isEmpty() && untouched) {
            cars.current().onProfileChanged();
        }
        return shown.isPresent();
    }

    /** Returns the newest cars and the car for the form, whose mark decides whether it may be sent. */
    private List<StockRow> firstCars(Optional<StoredCar> car) {
        List<StockRow> newest = journal.newest(FIRST_BATCH);
        return Stream.concat(
                        newest.stream(),
                        car
                                .map(StoredCar::row)
                                .filter(row -> newest.stream()
                                        .noneMatch(other -> other.id().equals(row.id())))
                                .stream())
                .toList();
    }

    private void onFirstCars(Opened result, long changes) {
        int expected = generation;
        boolean restored = showLastCar(result.car(), changes);
        taskRunner.runLater(REST_DELAY, () -> {
            runIfCurrent(expected, journal::templates, cars.templates()::addStored);
            // Checks the whole file first.
            startSending.run();
            readRest(expected);
        });
        var receivers = List.copyOf(waiting);
        waiting.clear();
        receivers.forEach(opened -> opened.accept(result.state(), result.place().filter(_ -> restored)));
    }

    /**
     * Reads all cars, then what is less urgent. Each task begins after the one before it, because two at once would
     * leave no core of two to the window.
     */
    private void readRest(int expected) {
        runIfCurrent(expected, () -> IndexedCar.of(journal.stock(), cars.names()), rows -> {
            cars.stock().addCars(rows);
            cars.stock().setComplete();
            runIfCurrent(expected, journal::unreadableRows, unreadable -> {
                removeUnreadable(unreadable);
                taskRunner.run(journal::backUp);
            });
        });
    }

    /** Reads in the background and passes the result on, unless the file was replaced meanwhile. */
    private <T> void runIfCurrent(int expected, Callable<T> read, Consumer<T> done) {
        taskRunner.run(read, value -> {
            if (expected == generation) {
                done.accept(value);
            }
        });
    }

    /** Removes unreadable rows from the stock list and reports their number once. */
    private void removeUnreadable(UnreadableRows unreadable) {
        cars.stock().leaveOut(unreadable.cars());
        if (unreadable.count() > reportedRows) {
            listener.onRowsLeftOut(unreadable.count());
        }
        reportedRows = unreadable.count();
    }

    /** Clears the model and loads the journal again, after another journal was merged into it. */
    void reload() {
        cars.newCar();
        ownRequests = cars.chosen().requests();
        cars.store().releaseSaved();
        cars.stock().clear();
        cars.actions().forget();
        cars.templates().clear();
        load((_, _) -> {});
    }

    /** Writes the text in the form to the journal, and loads the journal's cars again. */
    private void onReopened() {
        generation++;
        cars.current().writeToNewJournal();
        if (waiting.isEmpty()) {
            waiting.add((found, _) -> listener.onJournalReopened(found));
        }
        // Saved first, so that the list also shows the changes that could not be saved before.
        taskRunner.run(
                () -> {
                    cars.autosave().flush();
                    return true;
                },
                _ -> read(),
                _ -> read());
    }
}
