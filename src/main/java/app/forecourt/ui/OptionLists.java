package app.forecourt.ui;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.car.Option;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalException;
import app.forecourt.listing.Environments;
import app.forecourt.profile.Profile;
import app.forecourt.profile.Token;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The option lists of the profiles as loaded in this run, and how the profile that is looked at is doing. A list that
 * comes for a profile that is no longer looked at is kept for when it is again.
 */
final class OptionLists {
    private final Environments environments;
    private final Journal journal;
    private final Background background;
    private final Map<Profile, List<Option>> loaded = new EnumMap<>(Profile.class);
    private final ReadOnlyObjectWrapper<ConnectionState> connection = new ReadOnlyObjectWrapper<>(
            new ConnectionState.Connecting());
    private final ReadOnlyObjectWrapper<Optional<List<Option>>> list = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private long visit;

    private record Answer(OptionsOutcome outcome, Optional<Instant> tokenUntil) {}

    OptionLists(Environments environments, Journal journal, Background background) {
        this.environments = environments;
        this.journal = journal;
        this.background = background;
    }

    /** How the profile that is looked at is doing. */
    ReadOnlyObjectProperty<ConnectionState> connection() {
        return connection.getReadOnlyProperty();
    }

    /** The list of the profile that is looked at, empty if none was ever loaded. */
    ReadOnlyObjectProperty<Optional<List<Option>>> list() {
        return list.getReadOnlyProperty();
    }

    /** Looks at a profile: shows what is there, and loads what is there now. */
    void look(Profile profile) {
        long asked = ++visit;
        list.set(Optional.ofNullable(loaded.get(profile)));
        connection.set(new ConnectionState.Connecting());
        if (!loaded.containsKey(profile)) {
            background.run(() -> kept(profile), before -> before.ifPresent(options -> {
                if (loaded.putIfAbsent(profile, options) == null && asked == visit) {
                    list.set(Optional.of(options));
                }
            }));
        }
        background.run(() -> {
            var client = environments.client(profile);
            return new Answer(client.options(), client.currentToken().map(Token::expires));
        }, answer -> arrived(profile, asked, answer), bug -> arrived(profile, asked,
                new Answer(new OptionsOutcome.Failed(Cause.UNREADABLE, 0), Optional.empty())));
    }

    private void arrived(Profile profile, long asked, Answer answer) {
        if (answer.outcome() instanceof OptionsOutcome.Loaded(var options)) {
            if (!options.equals(loaded.put(profile, options))) {
                background.run(() -> keep(profile, options), done -> {});
            }
        }
        if (asked == visit) {
            list.set(Optional.ofNullable(loaded.get(profile)));
            connection.set(answer.outcome() instanceof OptionsOutcome.Loaded
                    ? new ConnectionState.Ready(answer.tokenUntil())
                    : new ConnectionState.Trouble(answer.outcome()));
        }
    }

    /** The list of an earlier run: no list is no reason to stop, and one of yesterday is better than none. */
    private Optional<List<Option>> kept(Profile profile) {
        try {
            return journal.options(profile);
        } catch (JournalException unreadable) {
            return Optional.empty();
        }
    }

    private boolean keep(Profile profile, List<Option> options) {
        try {
            journal.keepOptions(profile, options);
            return true;
        } catch (JournalException full) {
            return false;
        }
    }
}
