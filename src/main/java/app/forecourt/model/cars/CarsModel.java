package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.history.CarHistory;
import app.forecourt.journal.Journal;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.stock.StockModel;
import app.forecourt.model.stock.StockOrder;
import app.forecourt.model.stock.TemplatesModel;
import app.forecourt.model.store.Autosave;
import app.forecourt.model.store.CarCache;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.Template;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/** All cars: the current car, which is saved while the user types, and the cars of the stock list. */
public final class CarsModel {
    /** Fields that differ between any two cars, so that a duplicated car does not get them. */
    private static final List<CarField> INDIVIDUAL_FIELDS =
            List.of(CarField.LICENSE_PLATE, CarField.VIN, CarField.INTERNAL_ID, CarField.MILEAGE, CarField.IMAGES);

    private final DealershipAssignment dealerships;
    private final CarFormModel form;
    private final Clock clock;
    private final Autosave autosave;
    private final CarCache store;
    private final CarNameFormatter names;
    private final StockModel stock;
    private final EarlierCars earlierCars;
    private final TemplatesModel templates;
    private final CurrentCar current;
    private final StockActions actions;
    private final PendingCarSelection chosen = new PendingCarSelection();
    private final RemoteChanges remoteChanges;
    /** Creates the model with one new car in the form. */
    public CarsModel(
            ObservableValue<Profile> profile,
            ProfileClients clients,
            CarFormModel form,
            Journal journal,
            TaskRunner taskRunner,
            Clock clock) {
        this.form = form;
        this.clock = clock;
        this.autosave = new Autosave(journal, taskRunner, clock);
        this.store = new CarCache(journal, autosave, taskRunner);
        this.names = new CarNameFormatter(form.validator().vocabulary());
        this.stock = new StockModel(names, clock);
        Preferences preferences = clients.preferences();
        stock.filter().order().set(StockOrder.ofKey(preferences.get(Setting.STOCK_ORDER)));
        stock.filter().order().subscribe((_, order) -> preferences.put(Setting.STOCK_ORDER, order.key()));
        this.earlierCars = new EarlierCars(form.validator(), this::carsOutsideForm);
        this.templates = new TemplatesModel(autosave, names);
        this.dealerships = new DealershipAssignment(
                clients, profile, stock::newest, form.validator().vocabulary());
        this.current = new CurrentCar(this, profile, form, newRecord());
        this.actions = new StockActions(this, taskRunner, clock);
        form.duplicateHints().whenCarIsAsked(this::open);
        this.remoteChanges = new RemoteChanges(this, journal, taskRunner);
        autosave.whenRemoteEditsArrive(remoteChanges::takeEdits);
        // Later, because the control is about to lose its focus.
        form.whenFieldLeft(() -> taskRunner
                .fxThread()
                .execute(() -> remoteChanges.takeEdits(current.car().get())));
        autosave.whenPricesChanged(car -> stock.row(car.id()).ifPresent(_ -> updateRow(car)));
    }

    /** Returns the car in the form. */
    public CurrentCar current() {
        return current;
    }

    /** Returns the changes of other desks. */
    public RemoteChanges remoteChanges() {
        return remoteChanges;
    }

    /** Returns the cars in memory and in the journal. */
    public CarCache store() {
        return store;
    }

    /** Returns the stock list. */
    public StockModel stock() {
        return stock;
    }

    public CarNameFormatter names() {
        return names;
    }

    CarFormModel form() {
        return form;
    }

    DealershipAssignment dealerships() {
        return dealerships;
    }

    /** Returns the actions on cars of the stock list. */
    public StockActions actions() {
        return actions;
    }

    /** Returns the car that the user chose and that is being read. */
    public PendingCarSelection chosen() {
        return chosen;
    }

    /** Returns the names of earlier cars. */
    public EarlierCars earlierCars() {
        return earlierCars;
    }

    private Stream<StockRow> carsOutsideForm() {
        UUID open = current.car().get().id();
        return stock.all().stream().filter(row -> !row.id().equals(open));
    }

    /** Returns the templates of new cars. */
    public TemplatesModel templates() {
        return templates;
    }

    /**
     * Returns whether two drafts are equal. Ids of one dealership on different profiles count as equal, because the id
     * follows the profile without the user.
     */
    public boolean isSame(CarDraft first, CarDraft second) {
        return dealerships.isSame(first, second);
    }

    /** Returns whether a draft has the id of a dealership of the user. Another desk may have dealerships of its own. */
    public boolean hasKnownDealership(CarDraft draft) {
        return dealerships.isKnown(draft);
    }

    /**
     * Finds the history of the car in the form in the background. The receiver gets nothing if it can't be read.
     *
     * @param normalizer returns a draft in which each photo has one line, because addresses change without the user
     */
    public void findHistory(UnaryOperator<CarDraft> normalizer, Consumer<Optional<CarHistory>> found) {
        store.findHistory(current.car().get().id(), stored -> CarHistory.of(stored, this::isSame, normalizer), found);
    }

    public Autosave autosave() {
        return autosave;
    }

    /** Shows a new empty car. The previous car stays in the stock list. */
    public void newCar() {
        chosen.begin();
        if (!current.isUntouched()) {
            showNewCar();
        }
    }

    void showNewCar() {
        show(newRecord());
    }

    private CarInMemory newRecord() {
        return CarInMemory.fresh(dealerships.newDraft(), clock.instant());
    }

    /** Shows a copy of the current car without the fields that differ between any two cars. */
    public void duplicate() {
        if (current.isUntouched()) {
            return;
        }
        CarDraft copy = form.draft().get().without(INDIVIDUAL_FIELDS);
        show(CarInMemory.copyOf(current.car().get(), copy, clock.instant()));
        current.save();
    }

    /** Shows a new car that begins with the draft of a template. */
    public void newCarFromTemplate(Template template) {
        // Templates imported from another computer may contain fields of one particular car.
        CarDraft begun = dealerships.withDefaults(TemplatesModel.templateDraft(template.draft()), List.of());
        show(CarInMemory.fromTemplate(begun, clock.instant()));
        current.save();
    }

    /** Shows a car of the stock list, unless the user asks for another car before it is read. */
    public void open(UUID car) {
        long request = chosen.begin();
        if (!car.equals(current.car().get().id())) {
            chosen.beginReading(car);
            store.find(car, found -> {
                if (request == chosen.requests()) {
                    Runnable next = chosen.afterReading();
                    // The list's mark may not be in the journal yet.
                    found.ifPresent(known -> stock.row(car).ifPresent(row -> copyMark(row, known)));
                    found.ifPresentOrElse(this::show, chosen::begin);
                    next.run();
                }
            });
        }
    }

    /** Shows a car in the form. The previous car stays in the stock list. */
    public void show(CarInMemory car) {
        current.show(car);
        actions.notice().onCarShown();
        chosen.begin();
    }

    /** Marks a car as sold, withdrawn, archived or deleted, or removes its mark. */
    public void mark(UUID car, StockMark mark) {
        actions.mark(car, mark);
    }

    /** Undoes the last change of the stock list. */
    public void undo() {
        actions.undo();
    }

    static void copyMark(StockRow row, CarInMemory car) {
        car.mark(row.mark(), row.markedAt());
    }

    /** Returns whether a car is marked as deleted. */
    public boolean isDeleted(UUID car) {
        return stock.row(car).filter(row -> row.mark() == StockMark.DELETED).isPresent();
    }

    /** Returns whether a car is marked as sold, withdrawn, archived or deleted. */
    public boolean isMarked(UUID car) {
        return stock.row(car).filter(row -> row.mark() != StockMark.NONE).isPresent();
    }

    /** Returns the number of unsaved changes. */
    public int unsavedCount() {
        return autosave.unsavedCount();
    }

    /** Returns the number of cars that are being sent. Their outcome would be unknown if the program ended now. */
    public long sendingCount() {
        return stock.all().stream()
                .filter(row -> row.status() == SendingStatus.SENDING)
                .count();
    }

    /** Requests a submission of a car. The car has the status SENDING until the request is answered. */
    public void request(CarInMemory car, Submission submission) {
        car.submissions().put(submission.asRequested());
        store.keep(car);
        current.refreshStatus();
    }

    /** Ends the request of a submission that was not written. Does nothing after the submission was reported. */
    public void withdrawRequest(UUID car, Profile profile) {
        store.inMemory(car).ifPresent(known -> known.submissions().withdrawRequest(profile));
        store.releaseSaved();
        current.refreshStatus();
    }

    /** Applies the new state of a submission to its car in memory, or reads the car from the journal. */
    public void onSubmissionChanged(Submission submission) {
        UUID car = submission.car();
        Optional<CarInMemory> known = store.onSubmissionChanged(submission);
        if (car.equals(current.car().get().id())) {
            current.onSubmissionChanged(submission);
        } else {
            known.ifPresentOrElse(this::updateRow, () -> refreshRow(car));
        }
    }

    /** Reads a car from the journal if it is not in memory, and updates or adds its row of the stock list. */
    public void refreshRow(UUID car) {
        store.find(car, found -> found.ifPresent(this::updateRow));
    }

    private void updateRow(CarInMemory car) {
        stock.row(car.id()).ifPresent(row -> copyMark(row, car));
        stock.put(car.row());
    }
}
