package app.forecourt.model;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.model.cars.CurrentCar;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.connection.ConnectionModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.options.DealershipAndOptionNames;
import app.forecourt.model.options.LoadedOptionList;
import app.forecourt.model.options.OptionListsModel;
import app.forecourt.option.AvailableOptions;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The chosen profile with its connection and its option list. Used on the FX thread only. */
public final class ProfileConnectionModel {
    private final ProfileClients clients;
    private final CarFormModel form;
    private final TaskRunner taskRunner;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Profile> chosen;
    private final OptionListsModel options;
    private final ConnectionModel connectionModel;

    /** @param form receives the options that the chosen profile knows */
    ProfileConnectionModel(
            ProfileClients clients, Journal journal, CarFormModel form, TaskRunner taskRunner, Clock clock) {
        this.clients = clients;
        this.form = form;
        this.taskRunner = taskRunner;
        this.clock = clock;
        this.chosen = new ReadOnlyObjectWrapper<>(Profile.atStart(clients.preferences()));
        this.options = new OptionListsModel(clients, journal, taskRunner, clock);
        this.connectionModel = new ConnectionModel(chosen, options.connection(), taskRunner, clock);
        // A mapped value fires only if the list differs, because an equal reloaded list need not validate the car
        // again.
        options.list().map(list -> list.map(LoadedOptionList::options)).subscribe(_ -> updateKnownOptions());
        options.list()
                .map(list -> list.filter(LoadedOptionList::complete).isPresent())
                .subscribe(_ -> updateKnownOptions());
        options.names().byApiName().subscribe(_ -> updateKnownOptions());
    }

    private void updateKnownOptions() {
        form.knownOptions()
                .set(options.list()
                        .get()
                        .map(list -> new AvailableOptions(
                                list.options(), options.names().byApiName().get(), list.complete())));
    }

    ReadOnlyObjectProperty<Profile> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses a profile and stores the choice. */
    void choose(Profile profile) {
        chosen.set(profile);
        clients.preferences().put(Setting.PROFILE, profile.key());
    }

    OptionListsModel options() {
        return options;
    }

    ConnectionModel connectionModel() {
        return connectionModel;
    }

    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return connectionModel.connection();
    }

    /** Returns whether the sign-in was refused because the vault was locked. */
    boolean isLockedOut() {
        return connection().get() instanceof ConnectionState.Failed(var outcome, var _)
                && outcome instanceof OptionsOutcome.SignInRefused(var failure)
                && failure.kind() == SignInRefusal.Kind.LOCKED;
    }

    /** Returns the submission that the send queue of the profile waits for. */
    public ReadOnlyObjectProperty<Optional<Submission>> firstWaiting() {
        return connectionModel.firstWaiting();
    }

    /** Loads the option list, even if a list is loaded already. */
    public void loadOptions() {
        connectionModel.dropOutcome(chosen.get());
        options.reload(chosen.get());
    }

    /**
     * Creates the model that looks up the licence plate of the car in the form.
     *
     * @param locale the language of the filled-in words, asked at each lookup
     */
    public PlateLookupModel createPlateLookup(CurrentCar current, Supplier<Locale> locale) {
        return new PlateLookupModel(chosen, current, form, clients, taskRunner, locale, clock);
    }

    public DealershipAndOptionNames displayNames() {
        return new DealershipAndOptionNames(clients.dealerships(), options.names());
    }

    public PhotoFetch photoFetch(String address) {
        return clients.photoFetch(address);
    }

    /** Returns whether Staging or Production has credentials. */
    public boolean hasCredentials() {
        return clients.isSetUp(Profile.STAGING) || clients.isSetUp(Profile.PRODUCTION);
    }
}
