package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.car.Car;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Checked;
import app.forecourt.car.Equipment;
import app.forecourt.listing.Environments;
import app.forecourt.listing.SendCar;
import app.forecourt.profile.Preferences;
import app.forecourt.profile.Profile;
import app.forecourt.profile.Setting;
import app.forecourt.ui.Attempt.Decision;
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
        form.load(first.draft().get(), first.taken());
        options.list().subscribe(list -> form.known().set(list.map(Equipment::new)));
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
        markRefused();
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
            form.load(entry.draft().get(), entry.taken());
            followDealership();
            markRefused();
        }
    }

    /** Whether nothing was typed into this car yet. */
    public boolean untouched(StockEntry entry) {
        return entry.attempts().isEmpty() && entry.draft().get().equals(fresh());
    }

    /** Cars with something typed of which it is not sure that AutoChat has them so. */
    public long unsent() {
        return stock.stream().filter(entry -> !entry.isSafe() && !untouched(entry)).count();
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
        return send(Standing.DRAFT);
    }

    /** The same for a car that may be there already, when the user says so. */
    public Step sendAgain() {
        return send(Standing.UNKNOWN);
    }

    private Step send(Standing from) {
        StockEntry entry = current.get();
        Profile to = profile.get();
        if (entry.standing(to) != from) {
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
        CarDraft typed = form.draft().get();
        entry.decide(to, Decision.NONE, Decision.SENT_AGAIN);
        entry.sending().set(Optional.of(sending));
        look();
        background.run(sending::run, outcome -> arrived(entry, to, typed, outcome),
                bug -> arrived(entry, to, typed, new SendOutcome.Unknown(Cause.BROKEN, Optional.empty())));
        return Step.SENDING;
    }

    /** Stops waiting for the car in the form. */
    public void stop() {
        current.get().sending().get().ifPresent(SendCar::stop);
    }

    /** The user has seen that a car whose outcome was unknown is there. */
    public void itIsThere() {
        current.get().decide(profile.get(), Decision.NONE, Decision.IT_IS_THERE);
        look();
    }

    private void arrived(StockEntry entry, Profile to, CarDraft typed, SendOutcome outcome) {
        Attempt attempt = new Attempt(to, typed, clock.instant(), outcome, Decision.NONE);
        if (attempt.cameToNothing()) {
            // An earlier one that she sent again is still as unknown as it was.
            entry.decide(to, Decision.SENT_AGAIN, Decision.NONE);
        }
        entry.add(attempt);
        entry.sending().set(Optional.empty());
        if (entry == current.get()) {
            followDealership();
            markRefused();
        }
        look();
    }

    /** Marks what AutoChat refused on this profile and nobody has changed since. */
    private void markRefused() {
        form.refuse(current.get().on(profile.get()).findFirst()
                .map(attempt -> attempt.standing(form.draft().get())).orElse(List.of()));
    }

    private void look() {
        last.set(current.get().last(profile.get()));
        standing.set(current.get().standing(profile.get()));
        form.hold(standing.get() != Standing.DRAFT);
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
        if (ours && current.get().standing(profile.get()) == Standing.DRAFT) {
            proposedDealership = environments.dealership(profile.get());
            form.text(CarField.DEALERSHIP_ID).set(proposedDealership);
        }
    }
}
