package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.Problem;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.stock.StockModel;
import app.forecourt.model.store.Autosave;
import app.forecourt.model.store.CarCache;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.model.store.CarSubmissions;
import app.forecourt.settings.Profile;
import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.stock.UserVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The car in the form: its draft, which is saved while the user types, and its status with the chosen profile. */
public final class CurrentCar {
    private final ObservableValue<Profile> profile;
    private final DealershipAssignment dealerships;
    private final CarFormModel form;
    private final CarVersionLoader content;
    private final FormPosition position;
    private final CurrentCarMark mark;
    private final EditedDescription description;
    private final DuplicateInStock duplicate;
    private final StockModel stock;
    private final CarCache store;
    private final Autosave autosave;
    private final ReadOnlyObjectWrapper<CarInMemory> current;
    private final ReadOnlyObjectWrapper<SendingStatus> status = new ReadOnlyObjectWrapper<>(SendingStatus.DRAFT);
    private final ReadOnlyObjectWrapper<Optional<Submission>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param cars all cars, whose other parts exist already */
    CurrentCar(CarsModel cars, ObservableValue<Profile> profile, CarFormModel form, CarInMemory first) {
        this.profile = profile;
        this.dealerships = cars.dealerships();
        this.form = form;
        this.content = new CarVersionLoader(form);
        this.stock = cars.stock();
        this.store = cars.store();
        this.autosave = cars.autosave();
        this.position = new FormPosition(this, autosave);
        this.mark = new CurrentCarMark(store);
        this.description = new EditedDescription(this, cars);
        this.duplicate = new DuplicateInStock(this, cars, form.duplicateHints());
        this.current = new ReadOnlyObjectWrapper<>(first);
        putInForm(first);
        form.load(first.draft(), first.acceptedSuggestions());
        fillDefaults();
        form.draft().subscribe((_, _) -> onTyped());
        // The current car is in the stock list too.
        stock.addListener(duplicate::update);
    }

    /** Returns the car in the form. */
    public ReadOnlyObjectProperty<CarInMemory> car() {
        return current.getReadOnlyProperty();
    }

    /** Returns the car's status with the chosen profile. */
    public ReadOnlyObjectProperty<SendingStatus> status() {
        return status.getReadOnlyProperty();
    }

    /**
     * Returns the submission that the window shows for the chosen profile. On production, before any submission there,
     * returns the one that staging accepted.
     */
    public ReadOnlyObjectProperty<Optional<Submission>> shownSubmission() {
        return last.getReadOnlyProperty();
    }

    /** Returns the dealer's mark of the car. */
    public CurrentCarMark mark() {
        return mark;
    }

    /** Returns the description that the user edits for the car. */
    public EditedDescription description() {
        return description;
    }

    /** Returns the place in the form at which the user is. */
    public FormPosition position() {
        return position;
    }

    CarVersionLoader content() {
        return content;
    }

    private void putInForm(CarInMemory car) {
        car.setInForm(true);
        store.keep(car);
    }

    /** Shows a car in the form. */
    void show(CarInMemory car) {
        CarInMemory previous = current.get();
        previous.setDraft(draft());
        load(car);
        position.reset();
        store.releaseSaved();
        onProfileChanged();
        if (status.get() == SendingStatus.DRAFT) {
            form.problems().showTyped(car.isSendTried() && car.submissions().isEmpty());
        }
        position.save();
    }

    private void load(CarInMemory car) {
        CarInMemory previous = current.get();
        content.withoutAutosave(() -> {
            content.showDraft(car, previous);
            dealerships.onCarShown(car.draft());
            previous.setInForm(false);
            putInForm(car);
            current.set(car);
        });
        mark.show(current.get());
    }

    /** Returns the draft as the user typed it, even if the form shows a sent version. */
    public CarDraft draft() {
        return content.draft(current.get());
    }

    /** Updates status, refused fields and dealership after a change of the profile or its settings. */
    public void onProfileChanged() {
        // Before the status changes, because its listeners read the refused fields.
        form.problems().showRejections(rejections());
        refreshVersion();
    }

    /** Updates the version that the form shows, and the dealership. */
    private void refreshVersion() {
        refreshStatus();
        if (isUntouched()) {
            fillDefaults();
        } else if (status.get() == SendingStatus.DRAFT) {
            dealerships.followProfile(form);
        } else {
            dealerships.updateKnownDealerships(form);
        }
    }

    private void fillDefaults() {
        // Several fields change one by one; only all of them together make an untouched car.
        content.withoutAutosave(() -> dealerships.fillDefaults(form));
    }

    /** Returns whether the user has typed nothing into the car yet. */
    public boolean isUntouched() {
        return current.get().submissions().isEmpty()
                && stock.row(current.get().id()).isEmpty()
                && dealerships.isUntouched(form.draft().get());
    }

    private void onTyped() {
        if (!content.isChanging() && !isUntouched()) {
            save();
        }
    }

    /** Saves the current draft through the autosave. */
    void save() {
        CarInMemory car = current.get();
        if (stock.row(car.id()).isEmpty()) {
            position.save();
        }
        autosave.saveCar(car, draft());
        stock.put(car.row());
    }

    /**
     * Records that the user was shown all problems of the car instead of sending it. They are shown after a restart
     * too.
     */
    public void onSendTried() {
        CarInMemory car = current.get();
        if (!car.isSendTried() && !isUntouched()) {
            car.setSendTried(true);
            autosave.enqueue(journal -> journal.saveSendTried(car.id()));
        }
    }

    /** Saves RDW's remarks on the car's plate. Writes nothing if there are no remarks, before or now. */
    void save(RegisterRemarks note) {
        CarInMemory car = current.get();
        if (!note.remarks().isEmpty() || car.register().isPresent()) {
            car.register(note);
            autosave.enqueue(car.id(), journal -> journal.saveRegisterNote(car.id(), note));
        }
    }

    /** Drops all cars except the current one, and writes the text of that car to the new journal. */
    public void writeToNewJournal() {
        boolean kept = !isUntouched();
        stock.clear();
        if (kept) {
            save();
        }
    }

    /** Replaces the draft by the version that was sent to the chosen profile. */
    public void revertTo(CarDraft sent) {
        CarInMemory car = current.get();
        // An amount that was accepted since must not come back with the next change of its source.
        car.acceptedSuggestions().onDraftReplaced(sent);
        car.setDraft(sent);
        load(car);
        save();
    }

    /** Reopens the car for correction, or cancels the correction if the time is empty. */
    public void reopen(Optional<Instant> since) {
        CarInMemory car = current.get();
        car.submissions().reopen(since);
        autosave.enqueue(car.id(), journal -> journal.setReopened(car.id(), since));
        stock.put(car.row());
        onProfileChanged();
    }

    /** Records the user's verdict that the chosen profile has the car, after an unknown outcome. */
    public void confirmArrival(Instant now) {
        CarInMemory car = current.get();
        Profile to = profile.getValue();
        car.submissions().decide(to, UserVerdict.IT_IS_THERE, now);
        autosave.enqueue(
                car.id(), journal -> journal.setVerdict(car.id(), to, UserVerdict.NONE, UserVerdict.IT_IS_THERE));
        stock.put(car.row());
        refreshStatus();
    }

    /** Applies a changed submission of the current car. */
    void onSubmissionChanged(Submission submission) {
        stock.put(current.get().row());
        if (submission.state().isUnderWay()) {
            refreshStatus();
        } else {
            onProfileChanged();
        }
    }

    /** Shows the mark and the submissions that another desk has changed. */
    void refreshStored() {
        mark.show(current.get());
        stock.put(current.get().row());
        // The question about an earlier submission stays. The own change also comes back from a sync.
        form.problems().replaceRejections(rejections());
        refreshVersion();
    }

    /** Returns the problems that AutoChat reported for this profile in fields that are unchanged since. */
    private List<Problem> rejections() {
        return current.get()
                .submissions()
                .to(profile.getValue())
                .findFirst()
                .map(submission -> submission.remainingProblems(form.draft().get()))
                .orElse(List.of());
    }

    /** Updates the status of the car, and shows either the draft or the sent version. */
    public void refreshStatus() {
        CarInMemory currentCar = current.get();
        CarSubmissions submissions = currentCar.submissions();
        Profile chosenProfile = profile.getValue();
        last.set(submissions
                .shown(chosenProfile)
                .or(() -> submissions.acceptedByStaging().filter(_ -> chosenProfile == Profile.PRODUCTION)));
        status.set(submissions.status(chosenProfile));
        boolean isDraft = status.get() == SendingStatus.DRAFT;
        form.setReadOnly(!isDraft);
        boolean reloaded = content.show(
                currentCar,
                submissions.shown(chosenProfile).filter(_ -> !isDraft).map(Submission::draft));
        if (reloaded) {
            form.problems().showRejections(rejections());
        } else if (status.get() == SendingStatus.SENT) {
            form.problems().endQuestions();
        }
        duplicate.update();
    }
}
