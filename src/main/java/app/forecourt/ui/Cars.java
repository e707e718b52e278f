package app.forecourt.ui;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.Attempt;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalException;
import app.forecourt.journal.Mark;
import app.forecourt.journal.Place;
import app.forecourt.journal.Standing;
import app.forecourt.journal.StockRow;
import app.forecourt.journal.StoredCar;
import app.forecourt.listing.Environments;
import app.forecourt.profile.Profile;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The cars at hand: the one in the form, which is kept as it is typed, and all the others in the stock list. */
public final class Cars {
    /** What a car has of its own, and a second one like it has not. */
    private static final List<CarField> OF_ONE_CAR = List.of(CarField.LICENSE_PLATE, CarField.VIN,
            CarField.INTERNAL_ID, CarField.MILEAGE, CarField.IMAGES);

    private final ObservableValue<Profile> profile;
    private final Dealerships dealerships;
    private final CarForm form;
    private final Journal journal;
    private final Background background;
    private final Clock clock;
    private final Autosave autosave;
    private final Stock stock;
    private final ReadOnlyObjectWrapper<OpenCar> current;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.DRAFT);
    private final ReadOnlyObjectWrapper<Optional<Attempt>> last = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    /** Cars that are just being asked for. */
    private final Set<UUID> asked = new HashSet<>();
    /** Cars that were left before all of them was on the disk. */
    private final Map<UUID, OpenCar> left = new HashMap<>();
    private String field = "";
    private double scroll;
    private boolean loading;

    /** One new car, in the form. */
    Cars(ObservableValue<Profile> profile, Environments environments, CarForm form, Journal journal,
            Background background, Clock clock) {
        this.profile = profile;
        this.dealerships = new Dealerships(environments, profile);
        this.form = form;
        this.journal = journal;
        this.background = background;
        this.clock = clock;
        this.autosave = new Autosave(journal, background, clock);
        this.stock = new Stock(journal, autosave);
        this.current = new ReadOnlyObjectWrapper<>(OpenCar.fresh(clock.instant()));
        form.load(dealerships.fresh(), current.get().taken());
        form.draft().subscribe((before, typed) -> typed());
    }

    /** The car in the form. */
    public ReadOnlyObjectProperty<OpenCar> current() {
        return current.getReadOnlyProperty();
    }

    /** Where it stands with the chosen profile. */
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** What is to be told of its sendings to the chosen profile. */
    public ReadOnlyObjectProperty<Optional<Attempt>> last() {
        return last.getReadOnlyProperty();
    }

    /** All of them. */
    public Stock stock() {
        return stock;
    }

    /** How far what is typed is kept. */
    Autosave saving() {
        return autosave;
    }

    /**
     * Takes up all cars of the journal, and puts the one that was open last into the form if nothing was typed there.
     *
     * @return whether it was
     */
    boolean fill(List<StockRow> rows, Optional<StoredCar> before) {
        boolean free = untouched();
        stock.fill(rows);
        Optional<StoredCar> shown = before.filter(car -> free && car.mark() != Mark.DELETED);
        shown.ifPresent(car -> show(OpenCar.of(car), car.draft()));
        return shown.isPresent();
    }

    /** Puts a new, empty car into the form; the one there stays in the stock list. */
    public void newCar() {
        if (!untouched()) {
            show(OpenCar.fresh(clock.instant()), dealerships.fresh());
        }
    }

    /** Puts a new car into the form that is like the one there in all that two cars can have in common. */
    public void duplicate() {
        CarDraft like = form.draft().get();
        for (CarField field : OF_ONE_CAR) {
            like = like.with(field, "");
        }
        add(like);
    }

    /** Puts a new car into the form of which that much is known. */
    void add(CarDraft draft) {
        show(OpenCar.fresh(clock.instant()), draft);
        typed();
    }

    /** Adds cars to the stock list without opening them. */
    void addAll(List<CarDraft> drafts) {
        drafts.forEach(draft -> {
            OpenCar car = OpenCar.fresh(clock.instant());
            autosave.changed(car.id(), new Autosave.Typed(draft, car.taken().fields()));
            stock.put(car.row(draft));
        });
    }

    /** Puts a car of the stock list into the form. */
    public void open(UUID car) {
        if (!car.equals(current.get().id())) {
            background.run(() -> found(car), found -> {
                Optional<OpenCar> before = Optional.ofNullable(left.get(car));
                before.ifPresent(open -> found.ifPresent(open::renew));
                before.or(() -> found.map(OpenCar::of)).ifPresent(open -> show(open,
                        autosave.unsaved(car).map(Autosave.Typed::draft)
                                .or(() -> found.map(StoredCar::draft)).orElse(CarDraft.EMPTY)));
            });
        }
    }

    /** The car in the form is taken out of the list, or marked otherwise. */
    void mark(UUID car, Mark mark) {
        stock.row(car).ifPresent(row -> stock.mark(row, mark));
        marked(car, mark);
    }

    void undoMark() {
        stock.undo().get().ifPresent(last -> {
            stock.undoMark();
            marked(last.before().id(), last.before().mark());
        });
    }

    private void marked(UUID car, Mark mark) {
        if (car.equals(current.get().id())) {
            current.get().mark(mark);
            if (mark == Mark.DELETED) {
                show(OpenCar.fresh(clock.instant()), dealerships.fresh());
            }
        }
    }

    private Optional<StoredCar> found(UUID car) {
        try {
            return journal.car(car);
        } catch (JournalException unreadable) {
            return Optional.empty();
        }
    }

    private void show(OpenCar car, CarDraft draft) {
        OpenCar before = current.get();
        if (autosave.unsaved(before.id()).isPresent()) {
            left.put(before.id(), before);
        }
        loading = true;
        form.load(draft, car.taken());
        current.set(car);
        loading = false;
        profileChanged();
        autosave.moved(place());
    }

    /** The form's car is looked at from another profile, or that profile's settings are others. */
    void profileChanged() {
        // Before it is told where the car stands: who hears of that looks for what was refused.
        markRefused();
        look();
        if (standing.get() == Standing.DRAFT) {
            dealerships.follow(form);
        }
    }

    /** Whether nothing was typed yet into the car in the form. */
    boolean untouched() {
        return current.get().attempts().isEmpty() && stock.row(current.get().id()).isEmpty()
                && form.draft().get().equals(dealerships.fresh());
    }

    /** How many things are not on the disk yet. */
    public int unsaved() {
        return autosave.behind();
    }

    /** Cars that are on their way this moment; if it all ended now, nobody would know what came of them. */
    public long onTheirWay() {
        return stock.all().stream().filter(row -> row.standing() == Standing.SENDING).count();
    }

    /** She is in that field now, the form scrolled that far. */
    void moved(String now, double far) {
        field = now;
        scroll = far;
        if (!untouched()) {
            autosave.moved(place());
        }
    }

    private Place place() {
        return new Place(current.get().id(), field, scroll);
    }

    private void typed() {
        if (!loading && !untouched()) {
            OpenCar car = current.get();
            CarDraft draft = form.draft().get();
            if (stock.row(car.id()).isEmpty()) {
                autosave.moved(place());
            }
            autosave.changed(car.id(), new Autosave.Typed(draft, car.taken().fields()));
            stock.put(car.row(draft));
        }
    }

    /** The car in the form is opened again to be corrected, or, without a time, left as it was sent. */
    void reopen(Optional<Instant> since) {
        OpenCar car = current.get();
        car.reopen(since);
        stock.put(car.row(form.draft().get()));
        look();
    }

    /** A car is being asked for, or no longer: while it is, it is as good as on its way. */
    void asking(UUID car, boolean now) {
        if (now) {
            asked.add(car);
        } else {
            asked.remove(car);
        }
        look();
    }

    /** An attempt has come further. */
    void came(Attempt attempt) {
        OpenCar open = current.get();
        if (open.id().equals(attempt.car())) {
            open.put(attempt);
            if (attempt.state().underWay()) {
                look();
            } else {
                profileChanged();
            }
        }
        background.run(() -> found(attempt.car()), found -> found.ifPresent(this::renew));
    }

    /** Takes up what the journal knows of a car by now. */
    private void renew(StoredCar car) {
        OpenCar open = current.get();
        if (open.id().equals(car.id())) {
            open.renew(car);
            stock.put(open.row(form.draft().get()));
            look();
        } else {
            stock.put(OpenCar.of(car).row(car.draft()));
        }
    }

    /** Marks what AutoChat refused on this profile and nobody has changed since. */
    private void markRefused() {
        form.refuse(current.get().on(profile.getValue()).findFirst()
                .map(attempt -> attempt.standing(form.draft().get())).orElse(List.of()));
    }

    /** Looks anew where the car in the form stands. */
    void look() {
        OpenCar open = current.get();
        last.set(open.last(profile.getValue()));
        standing.set(asked.contains(open.id()) ? Standing.SENDING : open.standing(profile.getValue()));
        form.hold(standing.get() != Standing.DRAFT);
    }
}
