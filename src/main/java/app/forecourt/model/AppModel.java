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
 * Root of the window's model: the chosen profile and its connection, the car in the form, and all other cars. Used on
 * the FX thread only.
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
    private final ConnectionStatus connectionStatus;
    private final CarsModel cars;
    private final SendWorkflow sendWorkflow;
    private final CorrectionWorkflow correctionWorkflow;
    private final PublishWorkflow publishWorkflow;
    private final JournalLoader journalLoader;

    /** Receiver of the journal's problems after it was opened. */
    public interface Window {
        /** Reports that the journal's file was damaged and moved aside. */
        void lost(JournalState state);

        /** Reports the number of unreadable cars and submissions that were left out. */
        void leftOut(int count);
    }

    /** Creates the model with one new car in the form. */
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
        this.connectionStatus = new ConnectionStatus(profile, options.connection(), background, clock);
        this.cars = new CarsModel(profile, environments, form, journal, background, clock);
        this.outbox = new Outbox(journal, environments, background.work(), clock,
                submission -> background.window().execute(() -> onSubmissionChanged(submission)));
        this.sendWorkflow = new SendWorkflow(profile, cars, form, environments, outbox, journal, background,
                clock,
                () -> !preferences.get(Setting.SEND_UNDO).equals("off"));
        this.correctionWorkflow = new CorrectionWorkflow(cars, profile, journal, clock);
        this.journalLoader = new JournalLoader(journal, cars, background);
        this.publishWorkflow = new PublishWorkflow(cars, form, profile, options.connection(), this::choose,
                background.window());
        // A mapped value fires only if the list differs, because an equal reloaded list need not validate the car
        // again.
        options.list().map(list -> list.map(LoadedOptionList::options)).subscribe(_ -> updateKnownOptions());
        options.list().map(list -> list.filter(LoadedOptionList::whole).isPresent())
                .subscribe(_ -> updateKnownOptions());
        options.names().all().subscribe(_ -> updateKnownOptions());
        updateDealerships();
    }

    /** Returns the form's model. */
    public CarFormModel form() {
        return form;
    }

    /** Returns the chosen profile. */
    public ReadOnlyObjectProperty<Profile> profile() {
        return profile.getReadOnlyProperty();
    }

    /** Returns the state of the chosen profile's connection. */
    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return connectionStatus.connection();
    }

    /** Returns the submission that the send queue of the chosen profile waits for. */
    public ReadOnlyObjectProperty<Optional<Submission>> firstInLine() {
        return connectionStatus.first();
    }

    /** Returns the option lists, with that of the chosen profile selected. */
    public OptionListsModel options() {
        return options;
    }

    /** Returns the runner of background tasks. */
    public TaskRunner background() {
        return background;
    }

    /** Returns the display names of the dealerships and options of all profiles. */
    public DisplayNames called() {
        return new DisplayNames(dealerships, options.names());
    }

    /** Returns the car in the form and all other cars. */
    public CarsModel cars() {
        return cars;
    }

    /** Returns the workflow that sends the car in the form to AutoChat. */
    public SendWorkflow sending() {
        return sendWorkflow;
    }

    /** Returns the workflow that publishes on production a car that staging accepted. */
    public PublishWorkflow publishing() {
        return publishWorkflow;
    }

    /** Returns the workflow that turns a sent car back into a draft. */
    public CorrectionWorkflow correction() {
        return correctionWorkflow;
    }

    /**
     * Creates the model that looks up the licence plate of the car in the form.
     *
     * @param locale the language of the filled-in words, asked at each lookup
     */
    public PlateLookupModel plateLookUp(Vocabulary vocabulary, Supplier<Locale> locale) {
        return new PlateLookupModel(profile, cars.current(), form, environments, background, vocabulary,
                locale,
                clock);
    }

    /** Creates the model of the advert dialogs for the car in the form. */
    public AdvertModel advertising(Vocabulary vocabulary, Locale locale) {
        return new AdvertModel(form, new BlockRepository(preferences), vocabulary, locale, background);
    }

    /** Returns a fetch of the photo at an address. */
    public PhotoFetch photo(String address) {
        return environments.photo(address);
    }

    /** Returns the user's preferences. */
    public Preferences preferences() {
        return preferences;
    }

    /** Sets the receiver of the journal's problems. */
    public void setListener(Window listener) {
        journalLoader.setListener(listener);
    }

    /**
     * Opens the journal, loads the option list and starts the outbox. Called after the first frame, because no disk or
     * network is used before.
     *
     * @param opened receives the journal's state and the last edit position, empty if the user began to type meanwhile
     */
    public void begin(BiConsumer<JournalState, Optional<EditPosition>> opened) {
        options.select(profile.get());
        journalLoader.load((state, place) -> {
            opened.accept(state, place);
            background.run(() -> {
                outbox.begin();
                journal.copyOfTheDay();
            });
            journalLoader.leaveOut();
        });
    }

    private void onSubmissionChanged(Submission submission) {
        connectionStatus.came(submission);
        cars.onSubmissionChanged(submission);
        if (outbox.hasUnsaved()) {
            cars.saving().note(outbox::flush);
        }
        if (!submission.state().underWay()) {
            // Also makes the daily copy when the program runs for days.
            background.run(journal::copyOfTheDay);
        }
    }

    /** Loads the journal again after another journal was merged into it. */
    public void reload() {
        journalLoader.again();
    }

    /** Selects a profile. The draft stays; only an untouched dealership follows the profile. */
    public void choose(Profile chosen) {
        if (chosen != profile.get()) {
            profile.set(chosen);
            preferences.put(Setting.PROFILE, chosen.key());
            updateDealerships();
            cars.current().profileChanged();
            options.select(chosen);
        }
    }

    /**
     * Retries a sign-in that was refused because the vault was locked. A keychain may be unlocked long after the start.
     */
    public void vaultIs(Vault.State state) {
        if (!state.isLocked()
                && connection().get() instanceof ConnectionState.Trouble(var outcome, var listOf)
                && outcome instanceof OptionsOutcome.SignInRefused(var failure)
                && failure.kind() == SignInFailure.Kind.LOCKED) {
            settingsChanged();
        }
    }

    /** Applies changed settings. */
    public void settingsChanged() {
        sendWorkflow.settingsChanged();
        updateDealerships();
        cars.current().profileChanged();
        loadOptions();
        // A waiting car of any profile may depend on the changed setting, for example the secret or the proxy.
        List.of(Profile.values()).forEach(outbox::retryNow);
    }

    private void updateKnownOptions() {
        form.knownOptions().set(options.list().get().map(
                list -> new KnownOptions(list.options(), options.names().all().get(), list.whole())));
    }

    private void updateDealerships() {
        cars.stock().search().dealerships().set(dealerships.all());
    }

    /** Loads the option list of the chosen profile, even if a list is loaded already. */
    public void loadOptions() {
        connectionStatus.forget(profile.get());
        options.again(profile.get());
    }

    /**
     * Tries to save all unsaved changes. Blocks on the disk.
     *
     * @return true if all changes are on disk
     */
    public boolean keepNow() {
        cars.saving().finish();
        return cars.saving().behind() == 0;
    }

    /**
     * Saves all unsaved changes and stops the outbox. Called at the end of the program. Blocks on the disk, and up to 3
     * s on a submission that is being sent.
     */
    @Override
    public void close() {
        background.close();
        cars.saving().finish();
        outbox.close();
        // The start could not copy the first car, because the journal was still empty.
        journal.copyOfTheDay();
    }
}
