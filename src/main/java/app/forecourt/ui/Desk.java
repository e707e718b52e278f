package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.Car;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Checked;
import app.forecourt.listing.Environments;
import app.forecourt.listing.SendCar;
import app.forecourt.profile.Preferences;
import app.forecourt.profile.Profile;
import app.forecourt.profile.Setting;
import app.forecourt.ui.StockEntry.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The model of the window: which profile is chosen and how it is doing, the cars at hand, the one in the form, and
 * the way from the form to AutoChat. Used on the window's thread only.
 */
public final class Desk {
    private final Preferences preferences;
    private final Environments environments;
    private final CarForm form;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Profile> profile;
    private final OptionLists options;
    private final ReadOnlyObjectWrapper<StockEntry> current;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.DRAFT);
    private final ReadOnlyObjectWrapper<Optional<Attempt>> last = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ObservableList<StockEntry> stock = FXCollections.observableArrayList(
            entry -> new Observable[]{entry.draft(), entry.attempts(), entry.sending()});
    private String proposedDealership;
    private boolean productionConfirmed;

    /** What came of asking to send. */
    public enum Step {
        /** There is something to look at first; it is shown now. */
        LOOK,
        /** The first sending to production of this run: ask, then {@link Desk#confirmProduction}. */
        ASK,
        /** It is on its way. */
        SENDING,
        /** It is on its way already, or was sent there before. */
        NOT_AGAIN
    }

    /** A desk with one new car on it. */
    public Desk(Preferences preferences, Environments environments, CarForm form, Background background,
            Clock clock) {
        this.preferences = preferences;
        this.environments = environments;
        this.form = form;
        this.background = background;
        this.clock = clock;
        this.options = new OptionLists(environments, background);
        this.profile = new ReadOnlyObjectWrapper<>(preferences.profile());
        this.proposedDealership = environments.dealership(profile.get());
        StockEntry first = new StockEntry(fresh());
        this.current = new ReadOnlyObjectWrapper<>(first);
        stock.add(first);
        form.load(first.draft().get());
        options.list().subscribe(list -> form.known().set(list));
        form.draft().subscribe(typed -> current.get().draft().set(typed));
        profile.subscribe(any -> look());
        current.subscribe(any -> look());
    }

    public CarForm form() {
        return form;
    }

    public ReadOnlyObjectProperty<Profile> profile() {
        return profile.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return options.connection();
    }

    /** The car in the form. */
    public ReadOnlyObjectProperty<StockEntry> current() {
        return current.getReadOnlyProperty();
    }

    /** Where the car in the form stands with the chosen profile. */
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** What came of the last sending of the car in the form to the chosen profile. */
    public ReadOnlyObjectProperty<Optional<Attempt>> last() {
        return last.getReadOnlyProperty();
    }

    /** The cars at hand, newest first. */
    public ObservableList<StockEntry> stock() {
        return stock;
    }

    /** The first contact with the outside; called after the first frame. */
    public void begin() {
        loadOptions();
    }

    /** Chooses another AutoChat. The draft stays; only an untouched dealership follows. */
    public void choose(Profile chosen) {
        if (chosen == profile.get()) {
            return;
        }
        profile.set(chosen);
        preferences.put(Setting.PROFILE, chosen.key());
        followDealership();
        loadOptions();
    }

    /** Takes up changed settings. */
    public void settingsChanged() {
        followDealership();
        loadOptions();
    }

    /** Loads the profile's option list, again if it was loaded before. */
    public void loadOptions() {
        options.look(profile.get());
    }

    /** Puts a new, empty car into the form; the one there stays in the stock list. */
    public void newCar() {
        if (!untouched(current.get())) {
            StockEntry entry = new StockEntry(fresh());
            stock.addFirst(entry);
            open(entry);
        }
    }

    /** Puts a car of the stock list into the form. */
    public void open(StockEntry entry) {
        if (entry != current.get()) {
            current.set(entry);
            form.load(entry.draft().get());
            followDealership();
        }
    }

    /** Whether nothing was typed into this car yet. */
    public boolean untouched(StockEntry entry) {
        return entry.attempts().isEmpty() && entry.draft().get().equals(fresh());
    }

    /** Cars with something typed of which it is not sure that AutoChat has them. */
    public long unsent() {
        return stock.stream().filter(entry -> entry.standing() != Standing.SENT && !untouched(entry)).count();
    }

    /** From now on sends to production without asking again. */
    public void confirmProduction() {
        productionConfirmed = true;
    }

    /**
     * Checks the car in the form and sends it, if it is right, nothing is left to look at, and it isn't there
     * already.
     */
    public Step send() {
        StockEntry entry = current.get();
        Profile to = profile.get();
        if (entry.standing(to) != Standing.DRAFT) {
            return Step.NOT_AGAIN;
        }
        boolean news = form.reveal();
        if (news || !(form.checked() instanceof Checked.Ready(Car car, var warnings))) {
            return Step.LOOK;
        }
        if (to == Profile.PRODUCTION && !productionConfirmed && environments.isSetUp(to)) {
            return Step.ASK;
        }
        SendCar sending = new SendCar(environments, to, car);
        entry.sending().set(Optional.of(sending));
        look();
        background.run(sending::run, outcome -> arrived(entry, to, outcome));
        return Step.SENDING;
    }

    /** Stops waiting for the car in the form. */
    public void stop() {
        current.get().sending().get().ifPresent(SendCar::stop);
    }

    /** The user says what became of a car whose outcome was unknown on the chosen profile. */
    public void decide(boolean itIsThere) {
        StockEntry entry = current.get();
        entry.last(profile.get()).filter(Attempt::open).ifPresent(attempt -> {
            int at = entry.attempts().lastIndexOf(attempt);
            if (itIsThere) {
                entry.attempts().set(at,
                        new Attempt(attempt.profile(), attempt.at(), attempt.outcome(), true));
            } else {
                entry.attempts().remove(at);
            }
            look();
        });
    }

    private void arrived(StockEntry entry, Profile to, SendOutcome outcome) {
        entry.attempts().add(new Attempt(to, clock.instant(), outcome, false));
        entry.sending().set(Optional.empty());
        if (entry == current.get() && to == profile.get()
                && outcome instanceof SendOutcome.Rejected(var answer, var problems, var messages)) {
            form.refuse(problems);
        }
        look();
    }

    private void look() {
        last.set(current.get().last(profile.get()));
        standing.set(current.get().standing(profile.get()));
    }

    private CarDraft fresh() {
        return CarDraft.of(Map.of(CarField.DEALERSHIP_ID, environments.dealership(profile.get()),
                CarField.CURRENCY, "EUR", CarField.MILEAGE_UNIT, "KM"), List.of());
    }

    /** A dealership that nobody typed is the chosen profile's; one that somebody typed stays. */
    private void followDealership() {
        String typed = form.text(CarField.DEALERSHIP_ID).get();
        boolean ours = typed.isEmpty() || typed.equals(proposedDealership);
        for (Profile any : Profile.values()) {
            ours |= typed.equals(environments.dealership(any));
        }
        if (ours && current.get().standing() == Standing.DRAFT) {
            proposedDealership = environments.dealership(profile.get());
            form.text(CarField.DEALERSHIP_ID).set(proposedDealership);
        }
    }
}
