package app.forecourt.model.cars;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.history.StoredStep;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.stock.IndexedCar;
import app.forecourt.model.stock.StockNotice;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.model.store.StaleReadGuard;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.SubmissionSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changes of other desks in the window: cars that a sync has written into the journal. The form, the stock list and
 * the cars in memory take them over. Used on the FX thread only.
 */
public final class RemoteChanges {
    /** Cars that are read at once, so that the journal also saves what the user types. */
    private static final int BATCH = 50;
    /** Number of cars after which the window gets time for the user, as when a desk joins a large stock. */
    private static final int MANY = 100;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CarsModel cars;
    private final Journal journal;
    private final TaskRunner taskRunner;
    private final Set<UUID> waiting = new HashSet<>();
    private boolean isReading;
    private Runnable textsTakenListener = () -> {};

    /**
     * What the journal has.
     *
     * @param merged the cars in memory, as the journal had them
     * @param deletedBy the names of the desks that have deleted cars in memory
     * @param returnedBy the names of the desks that have brought back cars that this desk had deleted
     * @param rows the rows of all other cars
     */
    private record Read(
            Map<CarInMemory, StoredCar> merged,
            Map<UUID, String> deletedBy,
            Map<UUID, String> returnedBy,
            List<IndexedCar> rows) {
        Stream<UUID> cars() {
            return Stream.concat(
                    merged.keySet().stream().map(CarInMemory::id),
                    rows.stream().map(car -> car.row().id()));
        }
    }

    RemoteChanges(CarsModel cars, Journal journal, TaskRunner taskRunner) {
        this.cars = cars;
        this.journal = journal;
        this.taskRunner = taskRunner;
    }

    /** Takes over cars that another desk has changed. */
    public void refresh(Set<UUID> changed) {
        waiting.addAll(changed);
        read();
    }

    /** Sets a listener for texts of another desk in the car in the form. The stock list does not show each of them. */
    public void whenTextsTaken(Runnable listener) {
        textsTakenListener = listener;
    }

    /** Takes over what another desk has typed into a car in memory. What the user has typed meanwhile is saved. */
    void takeEdits(CarInMemory car) {
        boolean isInForm = car == cars.current().car().get();
        boolean isTaken = isInForm
                ? car.takeRemoteEdits(edits -> cars.autosave()
                        .reportReplaced(car.id(), cars.current().content().takeOver(car, edits)))
                : car.takeRemoteEdits(cars.autosave());
        if (isTaken) {
            if (car.hasEdits()) {
                cars.autosave().saveCar(car);
            }
            cars.stock().put(car.row());
            if (isInForm) {
                textsTakenListener.run();
            }
        }
    }

    private void read() {
        if (isReading || waiting.isEmpty()) {
            return;
        }
        isReading = true;
        Set<UUID> ids = Set.copyOf(waiting);
        waiting.clear();
        long before = cars.autosave().changes().count();
        Optional<UUID> edited = Optional.of(cars.current().car().get())
                .filter(CarInMemory::hasEdits)
                .map(CarInMemory::id);
        Set<UUID> deleted = cars.stock().deletedAmong(ids);
        List<CarInMemory> inMemory = ids.stream()
                .map(cars.store()::inMemory)
                .flatMap(Optional::stream)
                .toList();
        taskRunner.run(
                () -> read(ids, inMemory, deleted),
                read -> {
                    read.ifPresentOrElse(found -> show(found, before, edited), () -> waiting.addAll(ids));
                    if (ids.size() > MANY || read.isEmpty()) {
                        // A disk that fails must not be asked without a pause.
                        taskRunner.runLater(PAUSE, this::readNext);
                    } else {
                        readNext();
                    }
                },
                _ -> isReading = false);
    }

    private void readNext() {
        isReading = false;
        read();
    }

    /** Returns empty if the journal can't be read, or lacks what the user has changed here. */
    private Optional<Read> read(Set<UUID> ids, List<CarInMemory> inMemory, Set<UUID> deleted) {
        // What the user has changed here is written first, so that the read has it too.
        if (!cars.autosave().flush()) {
            return Optional.empty();
        }
        try {
            Map<CarInMemory, StoredCar> merged = new LinkedHashMap<>();
            inMemory.forEach(car -> cars.autosave().merge(car).ifPresent(stored -> merged.put(car, stored)));
            Map<UUID, String> deletedBy = new HashMap<>();
            merged.values().stream()
                    .filter(car -> car.mark() == StockMark.DELETED)
                    .forEach(car -> deletedBy.put(car.id(), markAuthor(car.id())));
            Set<UUID> known = inMemory.stream().map(CarInMemory::id).collect(Collectors.toSet());
            List<UUID> others = ids.stream().filter(car -> !known.contains(car)).toList();
            List<StockRow> rows = new ArrayList<>();
            for (int begin = 0; begin < others.size(); begin += BATCH) {
                rows.addAll(journal.carWriter().rows(others.subList(begin, Math.min(begin + BATCH, others.size()))));
            }
            return Optional.of(new Read(merged, deletedBy, returnedBy(deleted), IndexedCar.of(rows, cars.names())));
        } catch (JournalException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the desks that have brought back cars. A car that another desk had deleted is left out. */
    private Map<UUID, String> returnedBy(Set<UUID> deleted) {
        Map<UUID, String> desks = new HashMap<>();
        for (UUID car : deleted) {
            List<StoredStep> marks = journal.syncAccess().lastMarks(car);
            if (marks.size() == 2
                    && marks.getFirst().event() != StoredStep.Event.DELETED
                    && marks.getLast().event() == StoredStep.Event.DELETED
                    && marks.getLast().author().isEmpty()) {
                desks.put(car, marks.getFirst().author().orElse(""));
            }
        }
        return desks;
    }

    /** Returns the name of the desk that has marked a car last; {@code ""} if it is unknown. */
    private String markAuthor(UUID car) {
        return journal.syncAccess().lastMarks(car).stream()
                .findFirst()
                .flatMap(StoredStep::author)
                .orElse("");
    }

    /**
     * Shows what was read. A car that the user has changed since is read again, because the read lacks that change.
     *
     * @param before the number of changes before the read
     * @param edited the car in the form, if it had unsaved edits before the read
     */
    private void show(Read read, long before, Optional<UUID> edited) {
        StaleReadGuard changes = cars.autosave().changes();
        Predicate<UUID> isFresh = car -> !changes.isCarChangedSince(car, before);
        read.cars().filter(isFresh.negate()).forEach(waiting::add);
        CarInMemory open = cars.current().car().get();
        List<IndexedCar> rows = new ArrayList<>();
        read.rows().stream().filter(row -> isFresh.test(row.row().id())).forEach(rows::add);
        read.merged().forEach((car, stored) -> {
            if (car != open && isFresh.test(car.id())) {
                car.takeOver(stored);
                car.takeRemoteEdits(cars.autosave());
                rows.addAll(IndexedCar.of(List.of(car.row()), cars.names()));
            }
        });
        cars.stock().putAll(rows);
        rows.forEach(row -> cars.actions()
                .notice()
                .endIfMarkedOtherwise(row.row().id(), row.row().mark()));
        Optional.ofNullable(read.merged().get(open))
                .filter(_ -> isFresh.test(open.id()))
                .ifPresent(stored -> showInForm(
                        stored,
                        read.deletedBy().getOrDefault(stored.id(), ""),
                        edited.equals(Optional.of(stored.id()))));
        read.returnedBy()
                .forEach((car, desk) -> cars.stock()
                        .row(car)
                        .filter(_ -> isFresh.test(car))
                        .ifPresent(row -> cars.actions()
                                .notice()
                                .show(new StockNotice.Returned(
                                        row,
                                        desk,
                                        row.submissions().stream().anyMatch(SubmissionSummary::mayReachAutochat)))));
    }

    /**
     * @param deletedBy the name of the desk, if the car was deleted
     * @param wasEdited true if the car had unsaved edits before it was read
     */
    private void showInForm(StoredCar stored, String deletedBy, boolean wasEdited) {
        StockRow before = cars.current().car().get().row();
        boolean isDeletedThere = stored.mark() == StockMark.DELETED
                && cars.current().mark().value().get() != StockMark.DELETED;
        boolean isEdited = wasEdited
                || cars.current().car().get().hasEdits()
                || cars.form().isBeingTyped();
        cars.current().car().get().takeOver(stored);
        takeEdits(cars.current().car().get());
        cars.current().refreshStored();
        cars.actions().notice().endIfMarkedOtherwise(stored.id(), stored.mark());
        if (isDeletedThere && isEdited) {
            // A car is not deleted while the user types into it.
            cars.actions().keepDeleted(deletedBy);
        } else if (isDeletedThere) {
            cars.actions().closeDeleted(before, deletedBy);
        }
    }
}
