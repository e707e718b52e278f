package app.forecourt.model.cars;

import app.forecourt.autochat.json.ImportedCar;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.stock.Autosave;
import app.forecourt.model.stock.DuplicateIndex;
import app.forecourt.model.stock.IndexedCar;
import app.forecourt.model.stock.StockModel;
import app.forecourt.model.stock.Templates;
import app.forecourt.model.stock.UndoNotice;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.Template;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ObservableValue;

/** The cars at hand: the one in the form, which is kept as it is typed, and all the others in the stock list. */
public final class CarsModel {
    /** What a car has of its own, and a second one like it has not. */
    private static final List<CarField> OF_ONE_CAR = List.of(CarField.LICENSE_PLATE, CarField.VIN,
            CarField.INTERNAL_ID, CarField.MILEAGE, CarField.IMAGES);

    /** Time that leaves everybody enough to read what was done and to press a link. */
    private static final Duration NOTICED = Duration.ofSeconds(20);

    private final DealershipAssignment dealerships;
    private final CarFormModel form;
    private final Journal journal;
    private final TaskRunner background;
    private final Clock clock;
    private final Autosave autosave;
    private final StockModel stock;
    private final CarHistory precedents;
    private final Templates templates;
    private final CurrentCar inForm;
    private final UndoNotice undoNotice;
    /** Counts the cars that were wanted in the form. */
    private long visit;
    /** Of each car of which it was looked what the journal knows by now, the last look, until its answer comes. */
    private final Map<UUID, Object> looking = new HashMap<>();

    /** One new car, in the form. */
    public CarsModel(ObservableValue<Profile> profile, ProfileClients environments, CarFormModel form,
            Journal journal,
            TaskRunner background, Clock clock) {
        this.form = form;
        this.journal = journal;
        this.background = background;
        this.clock = clock;
        this.autosave = new Autosave(journal, background, clock);
        this.stock = new StockModel(journal, autosave);
        this.precedents = new CarHistory(form.check());
        this.templates = new Templates(journal, autosave);
        this.dealerships = new DealershipAssignment(environments, profile, stock::newest,
                precedents.habits());
        this.inForm = new CurrentCar(profile, dealerships, precedents, form, stock, autosave,
                CarRecord.fresh(clock.instant()));
        this.undoNotice = new UndoNotice(stock.undo(), action -> background.later(NOTICED, action));
        templates.last().subscribe(stock::template);
    }

    /** The one in the form. */
    public CurrentCar current() {
        return inForm;
    }

    /** All of them. */
    public StockModel stock() {
        return stock;
    }

    /** What was done last to the list, as long as it is told. */
    public UndoNotice undoNotice() {
        return undoNotice;
    }

    /** What the cars teach for the next ones. */
    public CarHistory precedents() {
        return precedents;
    }

    /** Cars that new ones begin from. */
    public Templates templates() {
        return templates;
    }

    /** Whether one is the other, with its dealership as some profile knows it: that changes by itself. */
    public boolean isSame(CarDraft one, CarDraft other) {
        return dealerships.isSame(one, other);
    }

    /** How far what is typed is kept. */
    public Autosave saving() {
        return autosave;
    }

    /**
     * Takes up all cars of the journal, and puts the one that was open last into the form if nothing was typed there.
     *
     * @return whether it was
     */
    public boolean fill(List<StockRow> rows, Optional<StoredCar> before) {
        boolean free = inForm.untouched();
        stock.fill(IndexedCar.of(rows));
        Optional<StoredCar> shown = before.filter(car -> free && car.mark() != StockMark.DELETED);
        shown.ifPresent(car -> show(CarRecord.of(car),
                autosave.unsaved(car.id()).map(Autosave.Typed::draft).orElse(car.draft())));
        if (shown.isEmpty() && free) {
            inForm.profileChanged();
        }
        return shown.isPresent();
    }

    /** Takes up what an earlier car has to teach; a new car in the form of which nothing is typed begins with it. */
    public void remember(NewCarDefaults.Lesson lesson) {
        precedents.habits().remember(lesson);
        if (inForm.untouched()) {
            inForm.profileChanged();
        }
    }

    /** Puts a new, empty car into the form; the one there stays in the stock list. */
    public void newCar() {
        visit++;
        if (!inForm.untouched()) {
            show(CarRecord.fresh(clock.instant()), dealerships.fresh());
        }
    }

    /** Puts a new car into the form that is like the one there in all that two cars can have in common. */
    public void duplicate() {
        if (inForm.untouched()) {
            return;
        }
        CarDraft like = form.draft().get().without(OF_ONE_CAR);
        show(CarRecord.like(inForm.car().get(), like, clock.instant()), like);
        inForm.keep();
    }

    /** Puts a new car into the form that begins from a template. */
    public void begin(Template template) {
        // It may have come from another computer, and what is one car's own with it.
        CarDraft begun = dealerships.complete(Templates.of(template.draft()), List.of());
        show(CarRecord.from(begun, clock.instant()), begun);
        inForm.keep();
    }

    /**
     * Adds cars that come in from elsewhere to the stock list, as drafts; the only one is opened. All of them can be
     * taken back.
     *
     * @return those of them that the list has already; they are added all the same
     */
    public List<DuplicateIndex.Twin> importCars(List<ImportedCar> found) {
        DuplicateIndex twins = stock.twins();
        List<StockRow> rows = found.stream().map(car -> dealerships.complete(car.draft(), car.leftOut()))
                .map(found.size() == 1 ? this::add : this::put).toList();
        stock.mergeRows(rows);
        return rows.stream().map(twins::findDuplicate).flatMap(Optional::stream).toList();
    }

    private StockRow add(CarDraft draft) {
        CarRecord car = CarRecord.fresh(clock.instant());
        show(car, draft);
        inForm.keep();
        return car.row(draft);
    }

    private StockRow put(CarDraft draft) {
        CarRecord car = CarRecord.fresh(clock.instant());
        inForm.unsavedCars().add(car);
        autosave.changed(car.id(), new Autosave.Typed(draft, car.acceptedSuggestions().fields()));
        precedents.onCarLeft(car.id(), car.begun(), draft);
        return car.row(draft);
    }

    /** Puts a car of the stock list into the form, unless another one is wanted before it is there. */
    public void open(UUID car) {
        long asked = ++visit;
        if (!car.equals(inForm.car().get().id())) {
            // They may be on the disk, and let go, just after the journal was asked.
            Optional<CarRecord> left = inForm.unsavedCars().find(car);
            Optional<Autosave.Typed> typed = autosave.unsaved(car);
            background.run(() -> found(car), found -> {
                if (asked == visit) {
                    open(car, inForm.unsavedCars().find(car).or(() -> left), found,
                            autosave.unsaved(car).or(() -> typed).map(Autosave.Typed::draft));
                }
            });
        }
    }

    private void open(UUID id, Optional<CarRecord> left, Optional<StoredCar> found,
            Optional<CarDraft> typed) {
        inForm.findOther(id, left, found).ifPresent(car -> show(car,
                typed.or(() -> found.map(StoredCar::draft)).orElse(CarDraft.EMPTY)));
    }

    private void show(CarRecord car, CarDraft draft) {
        visit++;
        inForm.show(car, draft);
    }

    /** The car in the form is taken out of the list, or marked otherwise. */
    public void mark(UUID car, StockMark mark) {
        stock.row(car).ifPresent(row -> stock.mark(row, mark));
        marked(car, mark);
    }

    /** Takes back what was done last to the list. */
    public void undo() {
        stock.undo().get().ifPresent(last -> {
            stock.undoLast();
            switch (last) {
                case UndoableAction.Marked(var before, var mark) -> {
                    marked(before.id(), before.mark());
                    open(before.id());
                }
                case UndoableAction.Template template -> templates.undoLast();
                case UndoableAction.Came(var cars) -> {
                    cars.forEach(precedents::gone);
                    UUID open = inForm.car().get().id();
                    stock.row(open).filter(row -> cars.contains(open))
                            .ifPresent(row -> marked(open, row.mark()));
                }
            }
        });
    }

    private void marked(UUID car, StockMark mark) {
        if (car.equals(inForm.car().get().id())) {
            inForm.car().get().mark(mark);
            if (mark == StockMark.DELETED) {
                show(CarRecord.fresh(clock.instant()), dealerships.fresh());
                precedents.gone(car);
            }
        }
    }

    /** Whether a car is marked as deleted. */
    public boolean isDeleted(UUID car) {
        return stock.row(car).filter(row -> row.mark() == StockMark.DELETED).isPresent();
    }

    /** How many things are not on the disk yet. */
    public int unsaved() {
        return autosave.behind();
    }

    /** Cars that are on their way this moment; if it all ended now, nobody would know what came of them. */
    public long onTheirWay() {
        return stock.all().stream().filter(row -> row.standing() == ListingStatus.SENDING).count();
    }

    /** An attempt has come further. */
    public void onSubmissionChanged(Submission attempt) {
        inForm.onSubmissionChanged(attempt);
        UUID car = attempt.car();
        Object look = new Object();
        looking.put(car, look);
        background.run(() -> found(car), found -> {
            // What was read before may come after it, and knows less.
            if (looking.remove(car, look)) {
                found.ifPresent(inForm::mergeFromJournal);
            }
        });
    }

    private Optional<StoredCar> found(UUID car) {
        try {
            return journal.car(car);
        } catch (JournalException unreadable) {
            return Optional.empty();
        }
    }
}
