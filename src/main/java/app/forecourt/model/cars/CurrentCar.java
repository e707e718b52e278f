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

/** The car in the form: kept as it is typed, and where it stands with the chosen profile. */
public final class CurrentCar {
    private final ObservableValue<Profile> profile;
    private final DealershipAssignment dealerships;
    private final CarHistory precedents;
    private final CarFormModel form;
    private final FormContent sheet;
    private final StockModel stock;
    private final Autosave autosave;
    private final ReadOnlyObjectWrapper<CarRecord> current;
    private final ReadOnlyObjectWrapper<ListingStatus> standing = new ReadOnlyObjectWrapper<>(
            ListingStatus.DRAFT);
    private final ReadOnlyObjectWrapper<Optional<Submission>> last = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final PendingSends asked = new PendingSends();
    private final UnsavedCars left;
    private String field = "";
    private double scroll;

    CurrentCar(ObservableValue<Profile> profile, DealershipAssignment dealerships, CarHistory precedents,
            CarFormModel form,
            StockModel stock, Autosave autosave, CarRecord first) {
        this.profile = profile;
        this.dealerships = dealerships;
        this.precedents = precedents;
        this.form = form;
        this.sheet = new FormContent(form);
        this.stock = stock;
        this.autosave = autosave;
        this.left = new UnsavedCars(autosave);
        this.current = new ReadOnlyObjectWrapper<>(first);
        form.load(dealerships.fresh(), first.acceptedSuggestions());
        propose();
        form.draft().subscribe((before, typed) -> typed());
        // The car in the form is one of them.
        stock.onChange(this::updateDuplicateHint);
    }

    /** The car itself. */
    public ReadOnlyObjectProperty<CarRecord> car() {
        return current.getReadOnlyProperty();
    }

    /** Where it stands with the chosen profile. */
    public ReadOnlyObjectProperty<ListingStatus> status() {
        return standing.getReadOnlyProperty();
    }

    /** What is to be told of its sendings to the chosen profile; on production before there is any, what staging took. */
    public ReadOnlyObjectProperty<Optional<Submission>> last() {
        return last.getReadOnlyProperty();
    }

    /** Those that were there before. */
    UnsavedCars unsavedCars() {
        return left;
    }

    /** Puts a car into the form. */
    void show(CarRecord car, CarDraft draft) {
        CarRecord before = current.get();
        if (!untouched()) {
            precedents.onCarLeft(before.id(), before.begun(), draft());
        }
        // Also one that was sent and could not be noted: only here it is known.
        if (autosave.behind() > 0) {
            left.add(before);
        }
        asked.leave(before.id(), new Autosave.Typed(draft(), before.acceptedSuggestions().fields()));
        load(draft, car);
        profileChanged();
        autosave.moved(place());
    }

    private void load(CarDraft draft, CarRecord car) {
        sheet.withoutAutosave(() -> {
            sheet.put(draft, car, current.get());
            dealerships.shown(draft);
            current.set(car);
        });
    }

    /** The car as it is typed, whatever the form shows. */
    public CarDraft draft() {
        return sheet.draft();
    }

    /** The form's car is looked at from another profile, or that profile's settings are others. */
    public void profileChanged() {
        // Before it is told where the car stands: who hears of that looks for what was refused.
        markRefused();
        refreshStatus();
        if (untouched()) {
            propose();
        } else if (standing.get() == ListingStatus.DRAFT) {
            dealerships.follow(form);
        } else {
            dealerships.update(form);
        }
    }

    private void propose() {
        // Several fields at a time: only all of them are a new car.
        sheet.withoutAutosave(() -> dealerships.propose(form));
    }

    /** Whether nothing was typed yet into the car in the form. */
    public boolean untouched() {
        return current.get().attempts().isEmpty() && stock.row(current.get().id()).isEmpty()
                && dealerships.isFresh(form.draft().get());
    }

    /** She is in that field now, the form scrolled that far. */
    public void moved(String now, double far) {
        field = now;
        scroll = far;
        if (!untouched()) {
            autosave.moved(place());
        }
    }

    /** The field she was in last, in this car or the one before; at first where typing begins. */
    public CarField field() {
        return CarField.ofApiName(field).orElse(CarField.LICENSE_PLATE);
    }

    private EditPosition place() {
        return new EditPosition(current.get().id(), field, scroll);
    }

    private void typed() {
        if (!sheet.isChanging() && !untouched()) {
            keep();
            // What only came in from elsewhere is no habit of this desk.
            precedents.typed(current.get().begun(), draft());
        }
    }

    /** Has the car kept as it stands in the form. */
    void keep() {
        CarRecord car = current.get();
        CarDraft draft = draft();
        if (stock.row(car.id()).isEmpty()) {
            autosave.moved(place());
        }
        autosave.changed(car.id(), new Autosave.Typed(draft, car.acceptedSuggestions().fields()));
        stock.put(car.row(draft));
    }

    /** Keeps with the car what the register remarked of its plate. Writes nothing when there was and is no remark. */
    void keep(RegisterNote note) {
        CarRecord car = current.get();
        if (!note.remarks().isEmpty() || car.register().isPresent()) {
            car.register(note);
            autosave.keep(car.id(), note);
        }
    }

    /** Forgets all cars but the one in the form, which a journal that is new has to keep with all that was tried. */
    public void resetTo(Journal journal) {
        boolean kept = !untouched();
        stock.clear();
        if (kept) {
            keep();
            current.get().keepIn(journal, autosave);
        }
    }

    /** The car in the form is typed from now on as the chosen profile was sent it. */
    public void revertTo(CarDraft sent) {
        load(sent, current.get());
        keep();
    }

    /** The car in the form is opened again to be corrected, or, without a time, left as it was sent. */
    public void reopen(Optional<Instant> since) {
        CarRecord car = current.get();
        car.reopen(since);
        stock.put(car.row(draft()));
        profileChanged();
    }

    /** A car is being asked for, or no longer: while it is, it is there as good as on its way. */
    public void setPending(UUID car, Profile to, boolean now) {
        if (now) {
            asked.begin(car, to);
        } else {
            asked.end(car, to);
        }
        refreshStatus();
    }

    /** An attempt has come further, and so was asked for: that it was may be told only after. */
    void onSubmissionChanged(Submission attempt) {
        Optional<Autosave.Typed> before = asked.onSubmissionChanged(attempt);
        CarRecord open = current.get();
        if (open.id().equals(attempt.car())) {
            open.put(attempt);
            keepSince(attempt, draft(), this::keep);
            stock.put(open.row(draft()));
            if (attempt.state().underWay()) {
                refreshStatus();
            } else {
                profileChanged();
            }
        } else {
            before.ifPresent(typed -> keepSince(attempt, typed.draft(),
                    () -> autosave.changed(attempt.car(), typed)));
        }
        left.find(attempt.car()).ifPresent(car -> car.put(attempt));
    }

    /** It was noted with the car as it was typed when it was asked for, whatever was typed since for another profile. */
    private static void keepSince(Submission attempt, CarDraft typed, Runnable keep) {
        if (!typed.equals(attempt.sent())) {
            keep.run();
        }
    }

    /** Takes up what the journal knows of a car by now. */
    public void mergeFromJournal(StoredCar car) {
        CarRecord open = current.get();
        if (open.id().equals(car.id())) {
            open.mergeFromJournal(car);
            stock.put(open.row(draft()));
            // It may be heard of here before it is told.
            markRefused();
            refreshStatus();
        } else {
            findOther(car.id(), left.find(car.id()), Optional.of(car))
                    .ifPresent(other -> stock.put(other.row(car.draft())));
        }
    }

    /** A car that is not in the form, as it was left or was read; what is marked may not be on the disk yet. */
    Optional<CarRecord> findOther(UUID id, Optional<CarRecord> wasLeft, Optional<StoredCar> read) {
        Optional<CarRecord> car = wasLeft.or(() -> read.map(CarRecord::of));
        car.ifPresent(known -> {
            read.ifPresent(known::mergeFromJournal);
            stock.row(id).map(StockRow::mark).ifPresent(known::mark);
        });
        return car;
    }

    /** Marks what AutoChat refused on this profile and nobody has changed since. */
    private void markRefused() {
        form.refuse(current.get().submissionsTo(profile.getValue()).findFirst()
                .map(attempt -> attempt.standing(form.draft().get())).orElse(List.of()));
    }

    /** Looks anew where the car in the form stands. */
    public void refreshStatus() {
        CarRecord open = current.get();
        Profile here = profile.getValue();
        last.set(open.last(here).or(() -> open.rehearsed().filter(any -> here == Profile.PRODUCTION)));
        standing.set(asked.has(open.id(), here) ? ListingStatus.SENDING : open.standing(here));
        form.setReadOnly(standing.get() != ListingStatus.DRAFT);
        // A draft that is asked for shows as it is typed, because an earlier sending of it may be another.
        boolean anew = sheet.show(open,
                Optional.of(open.standing(here)).filter(any -> any != ListingStatus.DRAFT)
                        .flatMap(any -> open.last(here)).map(Submission::sent));
        if (anew) {
            markRefused();
        }
        updateDuplicateHint();
    }

    /** Whether the list has another draft of the same car. */
    private void updateDuplicateHint() {
        if (!sheet.isChanging()) {
            Optional<DuplicateIndex.Twin> twin = Optional.of(current.get().row(form.draft().get()))
                    .filter(any -> standing.get() == ListingStatus.DRAFT)
                    .flatMap(stock::unsentTwin);
            form.setDuplicateHints(twin.map(other -> Problem.of(other.by(), ProblemCode.ALSO_A_DRAFT,
                    CarName.of(other.car(), other.car().text(other.by())))).stream().toList());
        }
    }
}
