package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.journal.Journal;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.stock.Autosave;
import app.forecourt.model.stock.DuplicateIndex;
import app.forecourt.model.stock.StockModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarName;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.RegisterNote;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The car in the form: its draft, which is saved while the user types, and its status with the chosen profile. */
public final class CurrentCar {
    private final ObservableValue<Profile> profile;
    private final DealershipAssignment dealerships;
    private final CarHistory history;
    private final CarFormModel form;
    private final ShownVersion content;
    private final StockModel stock;
    private final Autosave autosave;
    private final ReadOnlyObjectWrapper<CarRecord> current;
    private final ReadOnlyObjectWrapper<ListingStatus> status = new ReadOnlyObjectWrapper<>(
            ListingStatus.DRAFT);
    private final ReadOnlyObjectWrapper<Optional<Submission>> last = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final PendingSends pending = new PendingSends();
    private final UnsavedCars unsavedCars;
    private String field = "";
    private double scroll;

    CurrentCar(ObservableValue<Profile> profile, DealershipAssignment dealerships, CarHistory history,
            CarFormModel form,
            StockModel stock, Autosave autosave, CarRecord first) {
        this.profile = profile;
        this.dealerships = dealerships;
        this.history = history;
        this.form = form;
        this.content = new ShownVersion(form);
        this.stock = stock;
        this.autosave = autosave;
        this.unsavedCars = new UnsavedCars(autosave);
        this.current = new ReadOnlyObjectWrapper<>(first);
        form.load(dealerships.newDraft(), first.acceptedSuggestions());
        fillDefaults();
        form.draft().subscribe((_, _) -> onTyped());
        // The current car is in the stock list too.
        stock.addListener(this::updateDuplicateHint);
    }

    /** Returns the car without its draft. */
    public ReadOnlyObjectProperty<CarRecord> car() {
        return current.getReadOnlyProperty();
    }

    /** Returns the car's status with the chosen profile. */
    public ReadOnlyObjectProperty<ListingStatus> status() {
        return status.getReadOnlyProperty();
    }

    /**
     * Returns the submission that the window shows for the chosen profile. On production, before any submission there,
     * returns the one that staging accepted.
     */
    public ReadOnlyObjectProperty<Optional<Submission>> shownSubmission() {
        return last.getReadOnlyProperty();
    }

    /** Returns the cars outside the form with an unfinished autosave. */
    UnsavedCars unsavedCars() {
        return unsavedCars;
    }

    /** Shows a car in the form. */
    void show(CarRecord car, CarDraft draft) {
        CarRecord previous = current.get();
        if (!isUntouched()) {
            history.onCarLeft(previous.id(), previous.createdAt(), draft());
        }
        // Includes a car with a submission that could not be written, because only this object holds it.
        if (autosave.unsavedCount() > 0) {
            unsavedCars.add(previous);
        }
        pending.storeLeftDraft(previous.id(),
                new Autosave.TypedCar(draft(), previous.acceptedSuggestions().fields()));
        load(draft, car);
        onProfileChanged();
        autosave.savePosition(editPosition());
    }

    private void load(CarDraft draft, CarRecord car) {
        content.withoutAutosave(() -> {
            content.showDraft(draft, car, current.get());
            dealerships.onCarShown(draft);
            current.set(car);
        });
    }

    /** Returns the draft as the user typed it, even if the form shows a sent version. */
    public CarDraft draft() {
        return content.draft();
    }

    /** Updates status, refused fields and dealership after a change of the profile or its settings. */
    public void onProfileChanged() {
        // Before the status changes, because its listeners read the refused fields.
        markRefused();
        refreshStatus();
        if (isUntouched()) {
            fillDefaults();
        } else if (status.get() == ListingStatus.DRAFT) {
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
        return current.get().submissions().isEmpty() && stock.row(current.get().id()).isEmpty()
                && dealerships.isUntouched(form.draft().get());
    }

    /** Stores the focused field and the scroll position of the form. */
    public void onFocusMoved(String focusedField, double scrollPosition) {
        field = focusedField;
        scroll = scrollPosition;
        if (!isUntouched()) {
            autosave.savePosition(editPosition());
        }
    }

    /** Returns the field that was focused last, in this car or an earlier one. Defaults to the licence plate. */
    public CarField focusedField() {
        return CarField.ofApiName(field).orElse(CarField.LICENSE_PLATE);
    }

    private EditPosition editPosition() {
        return new EditPosition(current.get().id(), field, scroll);
    }

    private void onTyped() {
        if (!content.isChanging() && !isUntouched()) {
            save();
            // Imported cars teach no defaults, because nobody typed them on this computer.
            history.learnDefaults(current.get().createdAt(), form.parsed());
        }
    }

    /** Saves the current draft through the autosave. */
    void save() {
        CarRecord car = current.get();
        CarDraft draft = draft();
        if (stock.row(car.id()).isEmpty()) {
            autosave.savePosition(editPosition());
        }
        autosave.saveCar(car.id(), new Autosave.TypedCar(draft, car.acceptedSuggestions().fields()));
        stock.put(car.row(draft));
    }

    /** Saves RDW's remarks on the car's plate. Writes nothing if there are no remarks, before or now. */
    void save(RegisterNote note) {
        CarRecord car = current.get();
        if (!note.remarks().isEmpty() || car.register().isPresent()) {
            car.register(note);
            autosave.saveNote(car.id(), note);
        }
    }

    /** Drops all cars except the current one, and writes that car with its submissions to the new journal. */
    public void resetTo(Journal journal) {
        boolean kept = !isUntouched();
        stock.clear();
        if (kept) {
            save();
            current.get().writeTo(journal, autosave);
        }
    }

    /** Replaces the draft by the version that was sent to the chosen profile. */
    public void revertTo(CarDraft sent) {
        load(sent, current.get());
        save();
    }

    /** Reopens the car for correction, or cancels the correction if the time is empty. */
    public void reopen(Optional<Instant> since) {
        CarRecord car = current.get();
        car.reopen(since);
        stock.put(car.row(draft()));
        onProfileChanged();
    }

    /** Marks a car as pending while its submission is being written. A pending car has the status SENDING. */
    public void setPending(UUID car, Profile to, boolean isPending) {
        if (isPending) {
            pending.begin(car, to);
        } else {
            pending.end(car, to);
        }
        refreshStatus();
    }

    /**
     * Applies the new state of a submission, which also ends its pending mark. The outbox may report the submission
     * before the answer to the send request arrives.
     */
    void onSubmissionChanged(Submission submission) {
        Optional<Autosave.TypedCar> whenLeft = pending.onSubmissionChanged(submission);
        CarRecord currentCar = current.get();
        if (currentCar.id().equals(submission.car())) {
            currentCar.put(submission);
            saveIfChanged(submission, draft(), this::save);
            stock.put(currentCar.row(draft()));
            if (submission.state().isUnderWay()) {
                refreshStatus();
            } else {
                onProfileChanged();
            }
        } else {
            whenLeft.ifPresent(typed -> saveIfChanged(submission, typed.draft(),
                    () -> autosave.saveCar(submission.car(), typed)));
        }
        unsavedCars.find(submission.car()).ifPresent(car -> car.put(submission));
    }

    /**
     * Saves the draft again if it differs from the sent one. The journal stored the draft of the send request. The user
     * may have typed for another profile since.
     */
    private static void saveIfChanged(Submission submission, CarDraft typed, Runnable keep) {
        if (!typed.equals(submission.draft())) {
            keep.run();
        }
    }

    /**
     * Merges a car read from the journal into the current car. Updates the stock list if another car is in the form.
     */
    public void mergeFromJournal(StoredCar car) {
        CarRecord currentCar = current.get();
        if (currentCar.id().equals(car.id())) {
            currentCar.mergeFromJournal(car);
            stock.put(currentCar.row(draft()));
            // The journal read may arrive before the outbox reports the outcome.
            markRefused();
            refreshStatus();
        } else {
            findOther(car.id(), unsavedCars.find(car.id()), Optional.of(car))
                    .ifPresent(otherCar -> stock.put(otherCar.row(car.draft())));
        }
    }

    /**
     * Returns a car outside the form, from memory or from the journal. Marks of the stock list are applied, because
     * they may not be on disk yet.
     */
    Optional<CarRecord> findOther(UUID id, Optional<CarRecord> unsavedCar, Optional<StoredCar> storedCar) {
        Optional<CarRecord> car = unsavedCar.or(() -> storedCar.map(CarRecord::of));
        car.ifPresent(known -> {
            storedCar.ifPresent(known::mergeFromJournal);
            stock.row(id).map(StockRow::mark).ifPresent(known::mark);
        });
        return car;
    }

    /** Shows the problems that AutoChat reported for this profile in fields that are unchanged since. */
    private void markRefused() {
        form.showRejections(current.get().submissionsTo(profile.getValue()).findFirst()
                .map(submission -> submission.remainingProblems(form.draft().get())).orElse(List.of()));
    }

    /** Updates the status of the car, and shows either the draft or the sent version. */
    public void refreshStatus() {
        CarRecord currentCar = current.get();
        Profile chosenProfile = profile.getValue();
        last.set(currentCar.shownSubmission(chosenProfile)
                .or(() -> currentCar.acceptedByStaging().filter(_ -> chosenProfile == Profile.PRODUCTION)));
        status.set(pending.isPending(currentCar.id(), chosenProfile) ? ListingStatus.SENDING
                : currentCar.status(chosenProfile));
        form.setReadOnly(status.get() != ListingStatus.DRAFT);
        // A pending draft is shown as typed, because an earlier submission of it may differ.
        boolean reloaded = content.show(currentCar,
                Optional.of(currentCar.status(chosenProfile))
                        .filter(listing -> listing != ListingStatus.DRAFT)
                        .flatMap(_ -> currentCar.shownSubmission(chosenProfile)).map(Submission::draft));
        if (reloaded) {
            markRefused();
        }
        updateDuplicateHint();
    }

    /** Shows a hint if the stock list has another draft of the same car. */
    private void updateDuplicateHint() {
        if (!content.isChanging()) {
            Optional<DuplicateIndex.Duplicate> twin = Optional.of(current.get().row(form.draft().get()))
                    .filter(_ -> status.get() == ListingStatus.DRAFT)
                    .flatMap(stock::findUnsentDuplicate);
            form.setDuplicateHints(twin
                    .map(duplicate -> Problem.of(duplicate.sharedField(), ProblemCode.ALSO_A_DRAFT,
                            CarName.of(duplicate.car(), duplicate.car().text(duplicate.sharedField()))))
                    .stream().toList());
        }
    }
}
