package app.forecourt.model;

import app.forecourt.advert.BlockRepository;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalState;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.model.options.DisplayNames;
import app.forecourt.model.options.LoadedOptionList;
import app.forecourt.model.options.OptionListsModel;
import app.forecourt.model.send.ConnectionStatus;
import app.forecourt.model.send.CorrectionWorkflow;
import app.forecourt.model.send.PublishWorkflow;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.option.KnownOptions;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.secret.Vault;
import app.forecourt.send.Outbox;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The model of the window: which profile is chosen and how it is doing, the car in the form, and all the others. Used on
 * the window's thread only.
 */
public final class AppModel implements AutoCloseable {
    private final Preferences preferences;
    private final ProfileClients environments;
    private final DealershipRepository dealerships;
    private final Journal journal;
    private final Outbox outbox;
    private final CarFormModel form;
    private final TaskRunner background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Profile> profile;
    private final OptionListsModel options;
    private final ConnectionStatus sendings;
    private final CarsModel cars;
    private final SendWorkflow dispatch;
    private final CorrectionWorkflow correction;
    private final PublishWorkflow rehearsal;
    private final JournalLoader opening;

    /** What the window has to tell of the journal after it was opened. */
    public interface Window {
        /** Its file had to be put aside. */
        void lost(JournalState found);

        /** So many cars and attempts in it can't be understood. */
        void leftOut(int count);
    }

    /** A desk with one new car on it. */
    public AppModel(Preferences preferences, ProfileClients environments, Journal journal, CarFormModel form,
            TaskRunner background, Clock clock) {
        this.preferences = preferences;
        this.environments = environments;
        this.dealerships = environments.dealerships();
        this.journal = journal;
        this.form = form;
        this.background = background;
        this.clock = clock;
        this.profile = new ReadOnlyObjectWrapper<>(preferences.profile());
        this.options = new OptionListsModel(environments, journal, background, clock);
        this.sendings = new ConnectionStatus(profile, options.connection(), background, clock);
        this.cars = new CarsModel(profile, environments, form, journal, background, clock);
        this.outbox = new Outbox(journal, environments, background.work(), clock,
                attempt -> background.window().execute(() -> onSubmissionChanged(attempt)));
        this.dispatch = new SendWorkflow(profile, cars, form, environments, outbox, journal, background,
                clock,
                () -> !preferences.get(Setting.SEND_UNDO).equals("off"));
        this.correction = new CorrectionWorkflow(cars, profile, journal, clock);
        this.opening = new JournalLoader(journal, cars, background);
        this.rehearsal = new PublishWorkflow(cars, form, profile, options.connection(), this::choose,
                background.window());
        // A list that was loaded anew and is the same leaves the car alone.
        options.list().map(list -> list.map(LoadedOptionList::options)).subscribe(any -> knowOptions());
        options.list().map(list -> list.filter(LoadedOptionList::whole).isPresent())
                .subscribe(any -> knowOptions());
        options.names().all().subscribe(any -> knowOptions());
        knowDealerships();
    }

    /** The car in the form. */
    public CarFormModel form() {
        return form;
    }

    /** The profile that is chosen. */
    public ReadOnlyObjectProperty<Profile> profile() {
        return profile.getReadOnlyProperty();
    }

    /** How that profile is doing. */
    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return sendings.connection();
    }

    /** The sending that the line of the chosen profile waits for. */
    public ReadOnlyObjectProperty<Optional<Submission>> firstInLine() {
        return sendings.first();
    }

    /** The option list of the chosen profile. */
    public OptionListsModel options() {
        return options;
    }

    /** Runs what takes its time. */
    public TaskRunner background() {
        return background;
    }

    /** What a profile's dealerships and options are called. */
    public DisplayNames called() {
        return new DisplayNames(dealerships, options.names());
    }

    /** The car in the form, and all the others. */
    public CarsModel cars() {
        return cars;
    }

    /** The way of the car in the form to AutoChat. */
    public SendWorkflow sending() {
        return dispatch;
    }

    /** From staging to production. */
    public PublishWorkflow publishing() {
        return rehearsal;
    }

    /** The way of a sent car back to a draft. */
    public CorrectionWorkflow correction() {
        return correction;
    }

    /** Makes what looks up the plate of the car in the form; words as the language of then has them. */
    public PlateLookupModel plateLookUp(Vocabulary vocabulary, Supplier<Locale> locale) {
        return new PlateLookupModel(profile, cars.current(), form, environments, background, vocabulary,
                locale,
                clock);
    }

    /** Makes what adverts of the car in the form are made of. */
    public AdvertModel advertising(Vocabulary vocabulary, Locale locale) {
        return new AdvertModel(form, new BlockRepository(preferences), vocabulary, locale, background);
    }

    /** Returns a way to fetch the photo at an address. */
    public PhotoFetch photo(String address) {
        return environments.photo(address);
    }

    /** Returns the user's preferences. */
    public Preferences preferences() {
        return preferences;
    }

    /** Who is told. */
    public void setListener(Window whom) {
        opening.setListener(whom);
    }

    /**
     * The first contact with disk and network; called after the first frame.
     *
     * @param opened is told what the journal was like, and where she was; nowhere if she has begun to type since
     */
    public void begin(BiConsumer<JournalState, Optional<EditPosition>> opened) {
        options.select(profile.get());
        opening.load((found, place) -> {
            opened.accept(found, place);
            background.run(() -> {
                outbox.begin();
                journal.copyOfTheDay();
            });
            opening.leaveOut();
        });
    }

    private void onSubmissionChanged(Submission attempt) {
        sendings.came(attempt);
        cars.onSubmissionChanged(attempt);
        if (outbox.hasUnsaved()) {
            cars.saving().note(outbox::flush);
        }
        if (!attempt.state().underWay()) {
            // A desk that is never closed has its daily copy too.
            background.run(journal::copyOfTheDay);
        }
    }

    /** Takes up the journal anew, after it has taken over another one. */
    public void reload() {
        opening.again();
    }

    /** Chooses another AutoChat. The draft stays; only an untouched dealership follows. */
    public void choose(Profile chosen) {
        if (chosen != profile.get()) {
            profile.set(chosen);
            preferences.put(Setting.PROFILE, chosen.key());
            knowDealerships();
            cars.current().profileChanged();
            options.select(chosen);
        }
    }

    /** A keychain may open long after the start: what was refused for want of the secret is asked for anew. */
    public void vaultIs(Vault.State now) {
        if (!now.isLocked() && connection().get() instanceof ConnectionState.Trouble(var outcome, var listOf)
                && outcome instanceof OptionsOutcome.SignInRefused(var failure)
                && failure.kind() == SignInFailure.Kind.LOCKED) {
            settingsChanged();
        }
    }

    /** Takes up changed settings. */
    public void settingsChanged() {
        dispatch.settingsChanged();
        knowDealerships();
        cars.current().profileChanged();
        loadOptions();
        // A car of any profile may wait for what is mended now, such as the secret or the proxy.
        List.of(Profile.values()).forEach(outbox::retryNow);
    }

    private void knowOptions() {
        form.knownOptions().set(options.list().get().map(
                list -> new KnownOptions(list.options(), options.names().all().get(), list.whole())));
    }

    private void knowDealerships() {
        cars.stock().search().dealerships().set(dealerships.all());
    }

    /** Loads the profile's option list, again if it was loaded before. */
    public void loadOptions() {
        sendings.forget(profile.get());
        options.again(profile.get());
    }

    /** Tries once more to keep what is not kept yet, and tells whether all of it is. Blocks on the disk. */
    public boolean keepNow() {
        cars.saving().finish();
        return cars.saving().behind() == 0;
    }

    /** Keeps what is not kept yet, and stops what is on its way. Blocks for a moment; for the end of the program. */
    @Override
    public void close() {
        background.close();
        cars.saving().finish();
        outbox.close();
        // On the day of the first car there was nothing to copy at the start.
        journal.copyOfTheDay();
    }
}
