package app.forecourt.model.options;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.autochat.token.Token;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.environment.ProfileClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.option.CarOption;
import app.forecourt.secret.SecretStorage;
import app.forecourt.settings.Profile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The option lists of the profiles, each with its address, and how the profile that is looked at is doing. The list of
 * an earlier run serves until there is a newer one; that of the profile looked at is loaded again every hour, and
 * sooner after a failure. A list that comes for a profile that is no longer looked at is kept for when it is again.
 */
public final class OptionListsModel {
    /** How often is looked whether it is time; the computer may have slept meanwhile. */
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final ProfileClients environments;
    private final Journal journal;
    private final TaskRunner background;
    private final Clock clock;
    private final Map<Place, Known> places = new HashMap<>();
    private final ReadOnlyObjectWrapper<ConnectionState> connection = new ReadOnlyObjectWrapper<>(
            new ConnectionState.Connecting());
    private final ReadOnlyObjectWrapper<Optional<LoadedOptionList>> list = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<OptionListDiff> news = new ReadOnlyObjectWrapper<>(
            OptionListDiff.NONE);
    private final OptionNameIndex names = new OptionNameIndex();
    private Place here = new Place(Profile.PRACTICE, "");
    /** Counts the times she has looked at a profile, so that a late answer to an earlier one is told from its own. */
    private long visit;
    private int failures;
    private Optional<Instant> due = Optional.empty();

    /** A profile, and the address it stands for: what another address gave is another list. */
    private record Place(Profile profile, String address) {}

    private record Answer(OptionsOutcome outcome, Optional<Instant> tokenUntil, SecretStorage keeping) {
        /** Where there is nothing to sign in with, nobody is asked. */
        static final Answer NOT_SET_UP = without(new OptionsOutcome.SignInRefused(
                new SignInFailure(SignInFailure.Kind.NOT_SET_UP, Optional.empty())));

        static Answer without(OptionsOutcome outcome) {
            return new Answer(outcome, Optional.empty(), SecretStorage.UNDECIDED);
        }

        /** Returns the answer whose limit, if it is one, ends when the list is loaded again. */
        Answer waiting(Optional<Instant> due) {
            return outcome instanceof OptionsOutcome.Limited(var _, var reason) && due.isPresent()
                    ? new Answer(new OptionsOutcome.Limited(due.get(), reason), tokenUntil, keeping)
                    : this;
        }
    }

    private static final class Known {
        private Optional<LoadedOptionList> listing = Optional.empty();
        /** The list as she knows it, if there was a newer one since. */
        private Optional<LoadedOptionList> before = Optional.empty();
        private Optional<Answer> answer = Optional.empty();
        private Optional<OptionsOutcome.Limited> limit = Optional.empty();
        private boolean sought;
    }

    public OptionListsModel(ProfileClients environments, Journal journal, TaskRunner background,
            Clock clock) {
        this.environments = environments;
        this.journal = journal;
        this.background = background;
        this.clock = clock;
    }

    /** How the profile that is looked at is doing. */
    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return connection.getReadOnlyProperty();
    }

    /** How a profile was doing when it was looked at last in this run, if an answer came. */
    public Optional<ConnectionState> lastSeen(Profile profile) {
        Known known = known(new Place(profile, environments.address(profile)));
        return known.answer.map(answer -> state(answer, known.listing));
    }

    /** The list of the profile that is looked at, empty if none was ever loaded. */
    public ReadOnlyObjectProperty<Optional<LoadedOptionList>> list() {
        return list.getReadOnlyProperty();
    }

    /** What options are called, on whatever profile. */
    public OptionNameIndex names() {
        return names;
    }

    /** How that list differs from the one she knew. */
    public ReadOnlyObjectProperty<OptionListDiff> news() {
        return news.getReadOnlyProperty();
    }

    /** She has seen the news. */
    public void dismissNews() {
        known(here).before = Optional.empty();
        update();
    }

    /** Looks at a profile: shows what is there, and loads what is there now unless a limit holds. */
    public void select(Profile profile) {
        select(profile, () -> {});
    }

    private void select(Profile profile, Runnable first) {
        visit++;
        failures = 0;
        here = new Place(profile, environments.address(profile));
        Known known = known(here);
        known.answer = Optional.empty();
        update();
        // The others' too: they may have names for what the list here lacks.
        for (Profile any : Profile.values()) {
            Place place = new Place(any, environments.address(any));
            seek(place, known(place));
        }
        Optional<OptionsOutcome.Limited> limit = known.limit
                .filter(one -> OptionRefreshPolicy.isAhead(one.until(), clock.instant()));
        if (limit.isPresent()) {
            arrived(here, visit, Answer.without(limit.get()));
        } else {
            load(first);
        }
        tick(visit);
    }

    /** Tries anew what she wants to have tried: the settings are others now, or the keychain is open. */
    public void again(Profile profile) {
        known(new Place(profile, environments.address(profile))).limit = Optional.empty();
        select(profile, environments::unlock);
    }

    private void tick(long since) {
        if (since == visit) {
            refreshIfDue();
            background.later(LOOK, () -> tick(since));
        }
    }

    /** Loads the list again if it is time. What is shown stays until the answer comes. */
    void refreshIfDue() {
        if (due.filter(time -> !OptionRefreshPolicy.isAhead(time, clock.instant())).isPresent()) {
            load(() -> {});
        }
    }

    /** When it is loaded again by itself; empty while it is being loaded, and when only other settings can help. */
    Optional<Instant> due() {
        return due;
    }

    private void load(Runnable first) {
        due = Optional.empty();
        Place asked = here;
        long since = visit;
        background.run(() -> {
            first.run();
            if (!environments.isSetUpAtLast(asked.profile())) {
                return Optional.of(Answer.NOT_SET_UP);
            }
            return environments.client(asked.profile(), asked.address()).map(
                    client -> new Answer(client.options(), client.currentToken().map(Token::expires),
                            environments.keeping(asked.profile())));
        },
                answer -> answer.ifPresent(came -> arrived(asked, since, came)), bug -> arrived(asked, since,
                        Answer.without(new OptionsOutcome.Failed(Cause.UNREADABLE, 0))));
    }

    private void arrived(Place asked, long since, Answer answer) {
        Known known = known(asked);
        switch (answer.outcome()) {
            case OptionsOutcome.Loaded(var options, var whole, var leftOut) -> {
                known.before = known.before.or(() -> known.listing);
                known.listing = Optional
                        .of(new LoadedOptionList(options, clock.instant(), false, whole, leftOut));
                names.addAll(asked.profile(), options);
                background.run(() -> keep(asked, options, whole, leftOut), done -> {});
            }
            case OptionsOutcome.Limited limited when since == visit || !asked.equals(here) ->
                known.limit = Optional.of(limited);
            case OptionsOutcome.Limited _,OptionsOutcome.SignInRefused _,OptionsOutcome.Failed _ -> {
            }
        }
        if (since == visit) {
            failures = answer.outcome() instanceof OptionsOutcome.Loaded ? 0 : failures + 1;
            due = OptionRefreshPolicy.next(answer.outcome(), failures, clock.instant());
            known.answer = Optional.of(answer.waiting(due));
        }
        update();
    }

    private void update() {
        Known known = known(here);
        list.set(known.listing);
        news.set(known.listing
                .flatMap(now -> known.before.map(before -> OptionListDiff.between(before, now)))
                .orElse(OptionListDiff.NONE));
        connection.set(known.answer.map(answer -> state(answer, known.listing))
                .orElse(new ConnectionState.Connecting()));
    }

    private static ConnectionState state(Answer answer, Optional<LoadedOptionList> listing) {
        Optional<Instant> loaded = listing.map(LoadedOptionList::loaded);
        return answer.outcome() instanceof OptionsOutcome.Loaded(var options, var whole, var leftOut)
                && loaded.isPresent()
                        ? new ConnectionState.Ready(options.size(), loaded.get(), answer.tokenUntil(),
                                answer.keeping())
                        : new ConnectionState.Trouble(answer.outcome(), loaded);
    }

    /** The list of an earlier run, which may come after one of this. */
    private void seek(Place place, Known known) {
        if (known.sought) {
            return;
        }
        known.sought = true;
        background.run(() -> kept(place), kept -> {
            if (kept.isPresent() && known.listing.isEmpty()) {
                known.listing = kept;
                names.addAll(place.profile(), kept.get().options());
            } else {
                known.before = known.before.or(() -> kept);
            }
            update();
        });
    }

    private Known known(Place place) {
        return places.computeIfAbsent(place, any -> new Known());
    }

    /** No list is no reason to stop, and one of yesterday is better than none. */
    private Optional<LoadedOptionList> kept(Place place) {
        try {
            return journal.options(place.profile(), place.address())
                    .map(list -> new LoadedOptionList(list.options(), list.loaded(), true, list.whole(),
                            list.leftOut()));
        } catch (JournalException unreadable) {
            return Optional.empty();
        }
    }

    private boolean keep(Place place, List<CarOption> options, boolean whole, int leftOut) {
        try {
            journal.keepOptions(place.profile(), place.address(), options, whole, leftOut);
            return true;
        } catch (JournalException full) {
            return false;
        }
    }
}
