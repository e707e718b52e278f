package app.forecourt.model.cars;

import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.car.CarDraft;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.stock.IndexedCar;
import app.forecourt.model.stock.StockModel;
import app.forecourt.model.stock.StockNotice;
import app.forecourt.model.stock.StockNoticeModel;
import app.forecourt.model.stock.TemplatesModel;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Actions on cars of the stock list. The last of them can be undone. */
public final class StockActions {
    /** Time that an undo notice stays visible, so that every user can read it and press its link. */
    private static final Duration NOTICE_TIME = Duration.ofSeconds(20);

    private final CarsModel cars;
    private final StockModel stock;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<UndoableAction>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StockNoticeModel notice;

    StockActions(CarsModel cars, TaskRunner taskRunner, Clock clock) {
        this.cars = cars;
        this.stock = cars.stock();
        this.clock = clock;
        this.notice = new StockNoticeModel(last, action -> taskRunner.runLater(NOTICE_TIME, action));
        cars.templates().lastChange().subscribe(this::onTemplateChanged);
    }

    /** Returns the last action that can be undone. */
    public ReadOnlyObjectProperty<Optional<UndoableAction>> last() {
        return last.getReadOnlyProperty();
    }

    /** Returns the notice of the last action. */
    public StockNoticeModel notice() {
        return notice;
    }

    /** Forgets the last action, because the journal is read again. */
    public void forget() {
        last.set(Optional.empty());
    }

    /** Marks a car, or removes its mark. Deleted is a mark too. */
    void mark(UUID car, StockMark mark) {
        stock.row(car).ifPresent(row -> {
            last.set(Optional.of(new UndoableAction.Marked(row, mark)));
            setMark(row, mark, Optional.of(clock.instant()).filter(_ -> mark != StockMark.NONE));
        });
        onMarked(car);
    }

    private void setMark(StockRow row, StockMark mark, Optional<Instant> markedAt) {
        stock.put(row.with(mark, markedAt));
        cars.autosave().enqueue(row.id(), journal -> journal.setMark(row.id(), mark, markedAt));
    }

    /** Gives the car in the form the mark of its row. */
    private void onMarked(UUID car) {
        stock.row(car).filter(_ -> car.equals(cars.current().car().get().id())).ifPresent(row -> {
            CarsModel.copyMark(row, cars.current().car().get());
            cars.current().mark().show(cars.current().car().get());
            if (row.mark() == StockMark.DELETED) {
                cars.showNewCar();
            }
        });
    }

    /**
     * Shows a new car in place of the current one, because another desk has deleted that. The user can bring it back.
     *
     * @param before the car before it was deleted
     */
    void closeDeleted(StockRow before, String desk) {
        cars.showNewCar();
        last.set(Optional.of(new UndoableAction.Marked(before, StockMark.DELETED, Optional.of(desk))));
    }

    /** Keeps the car in the form, although another desk has deleted it. That is no action that could be undone. */
    void keepDeleted(String desk) {
        StockRow deleted = cars.current().car().get().row();
        setMark(deleted, StockMark.NONE, Optional.empty());
        onMarked(deleted.id());
        notice.show(new StockNotice.Kept(deleted, desk));
    }

    /**
     * Records that the advert of a submission was taken off AutoChat.
     *
     * @param done false if the advert is there again
     */
    public void setTakenOff(UUID car, UUID submission, boolean done) {
        Optional<Instant> at = done ? Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)) : Optional.empty();
        cars.store().inMemory(car).ifPresent(known -> known.submissions().setTakenOff(submission, at));
        stock.row(car)
                .ifPresent(row -> row.submissions().stream()
                        .filter(summary -> summary.id().equals(submission))
                        .findFirst()
                        .ifPresent(summary -> stock.put(row.with(summary.takenOff(at)))));
        cars.autosave().enqueue(car, journal -> journal.setTakenOff(submission, at));
    }

    /** Records that all adverts of a car that are out of date were taken off AutoChat. */
    public void confirmTakenOff(UUID car) {
        stock.row(car).ifPresent(row -> {
            List<UUID> left = row.staleAdverts().stream()
                    .filter(advert -> !advert.isTakenOff())
                    .map(advert -> advert.submission().id())
                    .toList();
            left.forEach(submission -> setTakenOff(car, submission, true));
            last.set(Optional.of(new UndoableAction.TakenOff(row, left)));
        });
    }

    /**
     * Adds imported cars to the stock list as drafts. A single car is shown in the form. The import can be undone.
     *
     * @return the added cars
     */
    public List<StockRow> importCars(List<CarImportResult.ImportedCar> found) {
        List<StockRow> rows = found.stream()
                .map(car -> cars.dealerships().withDefaults(car.draft(), car.leftOut()))
                .map(found.size() == 1 ? this::showImported : this::addToStock)
                .toList();
        stock.addImported(rows);
        last.set(Optional.of(
                new UndoableAction.Imported(rows.stream().map(StockRow::id).toList())));
        return rows;
    }

    private StockRow showImported(CarDraft draft) {
        CarInMemory car = CarInMemory.fresh(draft, clock.instant());
        cars.show(car);
        cars.current().save();
        return car.row();
    }

    private StockRow addToStock(CarDraft draft) {
        CarInMemory car = CarInMemory.fresh(draft, clock.instant());
        cars.store().keep(car);
        cars.autosave().saveCar(car);
        return car.row();
    }

    /** The saving of a template can be undone from the stock list too. */
    private void onTemplateChanged(Optional<TemplatesModel.Change> change) {
        Optional<UndoableAction> saved =
                change.filter(TemplatesModel.Change::isSaved).map(UndoableAction.Template::new);
        if (saved.isPresent()
                || last.get().filter(UndoableAction.Template.class::isInstance).isPresent()) {
            last.set(saved);
        }
    }

    void undo() {
        Optional<UndoableAction> done = last.get();
        forget();
        done.ifPresent(action -> {
            switch (action) {
                case UndoableAction.Marked(var before, var _, var _) -> undoMark(before);
                case UndoableAction.Template _ -> cars.templates().undoLast();
                case UndoableAction.TakenOff(var row, var submissions) -> {
                    submissions.forEach(submission -> setTakenOff(row.id(), submission, false));
                    cars.open(row.id());
                }
                case UndoableAction.Imported(var imported) -> undoImport(imported);
            }
        });
    }

    private void undoMark(StockRow before) {
        StockRow current = stock.row(before.id()).orElse(before);
        // A car that was brought back and then sent must not become a deleted car.
        if (before.mark() != StockMark.DELETED || stock.canDelete(current)) {
            setMark(current, before.mark(), before.markedAt());
        }
        onMarked(before.id());
        if (!cars.isDeleted(before.id())) {
            cars.open(before.id());
        }
    }

    /** Deletes the imported cars that were not sent since, in one update, because there may be a thousand. */
    private void undoImport(List<UUID> imported) {
        Set<UUID> ids = Set.copyOf(imported);
        List<StockRow> deleted = stock.all().stream()
                .filter(row -> ids.contains(row.id()) && stock.canDelete(row))
                .map(row -> row.with(StockMark.DELETED, Optional.empty()))
                .toList();
        stock.putAll(IndexedCar.of(deleted, cars.names()));
        deleted.forEach(row -> cars.autosave()
                .enqueue(row.id(), journal -> journal.setMark(row.id(), StockMark.DELETED, Optional.empty())));
        UUID open = cars.current().car().get().id();
        if (ids.contains(open)) {
            onMarked(open);
        }
    }
}
