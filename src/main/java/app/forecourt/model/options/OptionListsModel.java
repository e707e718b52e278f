package app.forecourt.model.options;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.autochat.token.Token;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.connection.ConnectionModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.option.CarOption;
import app.forecourt.option.OptionGroup;
import app.forecourt.secret.SecretStorage;
import app.forecourt.settings.Profile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Option lists of all profiles, per address, and the connection state of the selected profile. The list of an earlier
 * run is used until a newer one is loaded. The selected profile's list is reloaded every hour, and sooner after a
 * failure. A list that arrives for another profile is cached until that profile is selected.
 */
public final class OptionListsModel {
    /**
     * Interval at which the due time is checked. One long timer would fail, because the computer may sleep meanwhile.
     */
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(15);

    private final ProfileClients clients;
    private final Journal journal;
    private final TaskRunner taskRunner;
    private final Clock clock;
    private final Map<Place, Known> places = new HashMap<>();
    private final ReadOnlyObjectWrapper<ConnectionState> connection =
            new ReadOnlyObjectWrapper<>(new ConnectionState.Connecting());
    private final ReadOnlyObjectWrapper<Optional<LoadedOptionList>> list =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final OptionPrettyNames names = new OptionPrettyNames();
    private final Set<OptionGroup> foldedGroups = EnumSet.noneOf(OptionGroup.class);
    private Place selected = new Place(Profile.PRACTICE, "");
    /** Counts the selections, so that a late answer to an earlier selection is recognized. */
    private long selection;
    /** The last selection whose list was requested. */
    private long requestedSelection;

    private int failures;
    private Optional<Instant> due = Optional.empty();

    /** Key of an option list: a profile and its address, because another address returns another list. */
    private record Place(Profile profile, String address) {}

    private record Answer(OptionsOutcome outcome, Optional<Instant> tokenUntil, SecretStorage keeping) {
        /** Answer for a profile without credentials, which sends no request. */
        static final Answer NOT_SET_UP = without(
                new OptionsOutcome.SignInRefused(new SignInRefusal(SignInRefusal.Kind.NOT_SET_UP, Optional.empty())));

        static Answer without(OptionsOutcome outcome) {
            return new Answer(outcome, Optional.empty(), SecretStorage.UNDECIDED);
        }

        /** Returns the answer with its limit, if there is one, extended to the next load. */
        Answer waiting(Optional<Instant> due) {
            return outcome instanceof OptionsOutcome.Limited(var _, var reason) && due.isPresent()
                    ? new Answer(new OptionsOutcome.Limited(due.get(), reason), tokenUntil, keeping)
                    : this;
        }
    }

    private static final class Known {
        private Optional<LoadedOptionList> listing = Optional.empty();

        private Optional<Answer> answer = Optional.empty();
        private Optional<OptionsOutcome.Limited> limit = Optional.empty();
        private boolean requested;
    }

    public OptionListsModel(ProfileClients clients, Journal journal, TaskRunner taskRunner, Clock clock) {
        this.clients = clients;
        this.journal = journal;
        this.taskRunner = taskRunner;
        this.clock = clock;
    }

    /** Returns the connection state of the selected profile. */
    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return connection.getReadOnlyProperty();
    }

    /** Returns the option list of the selected profile, empty if none was ever loaded. */
    public ReadOnlyObjectProperty<Optional<LoadedOptionList>> list() {
        return list.getReadOnlyProperty();
    }

    /** Returns the display names of the options of all profiles. */
    public OptionPrettyNames names() {
        return names;
    }

    /** Returns the groups that the user has folded in this run; changeable. */
    public Set<OptionGroup> foldedGroups() {
        return foldedGroups;
    }

    /** Selects a profile: shows its cached list, and loads a new one unless a limit holds. */
    public void select(Profile profile) {
        select(profile, () -> {});
    }

    /** Selects a profile at the start and shows its cached list, without a request. {@link #connect} makes it. */
    public void showCached(Profile profile) {
        selection++;
        failures = 0;
        selected = new Place(profile, clients.address(profile));
        known(selected).answer = Optional.empty();
        update();
        // The lists of the other profiles may name options that this list lacks.
        for (Profile other : Profile.values()) {
            Place place = new Place(other, clients.address(other));
            loadCached(place, known(place));
        }
    }

    /** Loads the list of the selected profile, unless that was begun since its selection. */
    public void connect() {
        if (requestedSelection != selection) {
            request(() -> {});
        }
    }

    private void select(Profile profile, Runnable first) {
        showCached(profile);
        request(first);
    }

    private void request(Runnable first) {
        requestedSelection = selection;
        Optional<OptionsOutcome.Limited> limit =
                known(selected).limit.filter(candidate -> ConnectionModel.isAhead(candidate.until(), clock.instant()));
        if (limit.isPresent()) {
            onAnswer(selected, selection, Answer.without(limit.get()));
        } else {
            load(first);
        }
        tick(selection);
    }

    /**
     * Selects a profile and loads its list despite a limit. Called after a change of the settings, after the vault was
     * unlocked, or on the user's request.
     */
    public void reload(Profile profile) {
        known(new Place(profile, clients.address(profile))).limit = Optional.empty();
        select(profile, clients::unlock);
    }

    private void tick(long expected) {
        if (expected == selection) {
            refreshIfDue();
            taskRunner.runLater(CHECK_INTERVAL, () -> tick(expected));
        }
    }

    /** Reloads the list if it is due. The shown state stays until the answer arrives. */
    void refreshIfDue() {
        if (due.filter(time -> !ConnectionModel.isAhead(time, clock.instant())).isPresent()) {
            load(() -> {});
        }
    }

    /**
     * Returns the time of the next automatic load. Empty while the list is loading, and if only a change of the
     * settings can help.
     */
    Optional<Instant> nextLoad() {
        return due;
    }

    private void load(Runnable first) {
        due = Optional.empty();
        Place place = selected;
        long expected = selection;
        taskRunner.run(
                () -> {
                    first.run();
                    if (!clients.awaitSetUp(place.profile())) {
                        return Optional.of(Answer.NOT_SET_UP);
                    }
                    return clients.client(place.profile(), place.address())
                            .map(client -> new Answer(
                                    client.loadOptions(),
                                    client.currentToken().map(Token::expires),
                                    clients.tokenStorage(place.profile())));
                },
                answer -> answer.ifPresent(received -> onAnswer(place, expected, received)),
                _ -> onAnswer(place, expected, Answer.without(new OptionsOutcome.Failed(FailureCause.UNREADABLE, 0))));
    }

    private void onAnswer(Place place, long expected, Answer answer) {
        Known known = known(place);
        switch (answer.outcome()) {
            case OptionsOutcome.Loaded(var options, var whole) -> {
                known.listing = Optional.of(new LoadedOptionList(options, clock.instant(), false, whole));
                names.addAll(place.profile(), options);
                taskRunner.run(() -> store(place, options, whole), _ -> {});
            }
            case OptionsOutcome.Limited limited
            when expected == selection || !place.equals(selected) -> known.limit = Optional.of(limited);
            case OptionsOutcome.Limited _, OptionsOutcome.SignInRefused _, OptionsOutcome.Failed _ -> {}
        }
        if (expected == selection) {
            failures = answer.outcome() instanceof OptionsOutcome.Loaded ? 0 : failures + 1;
            due = OptionRefreshPolicy.nextLoad(answer.outcome(), failures, clock.instant());
            known.answer = Optional.of(answer.waiting(due));
        }
        update();
    }

    private void update() {
        Known known = known(selected);
        list.set(known.listing);
        connection.set(
                known.answer.map(answer -> state(answer, known.listing)).orElse(new ConnectionState.Connecting()));
    }

    private static ConnectionState state(Answer answer, Optional<LoadedOptionList> listing) {
        Optional<Instant> loaded = listing.map(LoadedOptionList::loaded);
        return answer.outcome() instanceof OptionsOutcome.Loaded(var options, var _) && loaded.isPresent()
                ? new ConnectionState.Ready(options.size(), loaded.get(), answer.tokenUntil(), answer.keeping())
                : new ConnectionState.Failed(answer.outcome(), loaded);
    }

    /** Reads the list of an earlier run from the journal. The answer may arrive after a list of this run. */
    private void loadCached(Place place, Known known) {
        if (known.requested) {
            return;
        }
        known.requested = true;
        taskRunner.run(() -> cached(place), cachedList -> {
            if (cachedList.isPresent() && known.listing.isEmpty()) {
                known.listing = cachedList;
                names.addAll(place.profile(), cachedList.get().options());
            }
            update();
        });
    }

    private Known known(Place place) {
        return places.computeIfAbsent(place, _ -> new Known());
    }

    /** Reads a cached list. An unreadable list counts as missing, because the program works without one. */
    private Optional<LoadedOptionList> cached(Place place) {
        try {
            return journal.options(place.profile(), place.address())
                    .map(list -> new LoadedOptionList(list.options(), list.loaded(), true, list.whole()));
        } catch (JournalException unreadable) {
            return Optional.empty();
        }
    }

    private boolean store(Place place, List<CarOption> options, boolean whole) {
        try {
            journal.saveOptions(place.profile(), place.address(), options, whole);
            return true;
        } catch (JournalException full) {
            return false;
        }
    }
}
