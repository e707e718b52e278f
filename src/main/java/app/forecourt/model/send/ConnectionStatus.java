package app.forecourt.model.send;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.autochat.WaitReason;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.model.options.OptionRefreshPolicy;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * How the chosen profile is doing as the option list and the sendings know it, and which car its line waits for. A limit
 * or a refusal that a sending met holds until a later sending or another sign-in says otherwise.
 */
public final class ConnectionStatus {
    /** After the end of a limit, so that it is over for certain. */
    private static final Duration AFTER = Duration.ofSeconds(1);

    private final ObservableValue<Profile> profile;
    private final ReadOnlyObjectProperty<ConnectionState> options;
    private final TaskRunner background;
    private final Clock clock;
    private final Map<Profile, OptionsOutcome> met = new EnumMap<>(Profile.class);
    private final Map<Profile, Submission> waiting = new EnumMap<>(Profile.class);
    private final ReadOnlyObjectWrapper<ConnectionState> connection;
    private final ReadOnlyObjectWrapper<Optional<Submission>> first = new ReadOnlyObjectWrapper<>(
            Optional.empty());

    /** @param options how the chosen profile is doing as its option list knows it */
    public ConnectionStatus(ObservableValue<Profile> profile, ReadOnlyObjectProperty<ConnectionState> options,
            TaskRunner background, Clock clock) {
        this.profile = profile;
        this.options = options;
        this.background = background;
        this.clock = clock;
        this.connection = new ReadOnlyObjectWrapper<>(options.get());
        options.subscribe((before, now) -> {
            if (now instanceof ConnectionState.Ready && Optional
                    .ofNullable(met.get(profile.getValue())).filter(ConnectionStatus::isMendedBySignIn)
                    .isPresent()) {
                met.remove(profile.getValue());
            }
            tell();
        });
        profile.subscribe(any -> tell());
    }

    /** A list that could be loaded shows that the sign-in is accepted, and not that cars are. */
    private static boolean isMendedBySignIn(OptionsOutcome outcome) {
        return switch (outcome) {
            case OptionsOutcome.SignInRefused(SignInFailure failure) ->
                failure.kind() != SignInFailure.Kind.NOT_ALLOWED;
            case OptionsOutcome.Limited(Instant until, WaitReason reason) -> reason != WaitReason.AUTOCHAT;
            case OptionsOutcome.Loaded _,OptionsOutcome.Failed _ -> false;
        };
    }

    /** Returns how the chosen profile is doing. */
    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return connection.getReadOnlyProperty();
    }

    /** Returns the sending that the line of the chosen profile waits for, if it was tried. */
    public ReadOnlyObjectProperty<Optional<Submission>> first() {
        return first.getReadOnlyProperty();
    }

    /** Takes up that an attempt has come further. */
    public void came(Submission attempt) {
        Profile there = attempt.profile();
        if (attempt.state() == SubmissionState.WAITING && attempt.outcome().isPresent()) {
            waiting.put(there, attempt);
        } else {
            waiting.values().removeIf(one -> one.id().equals(attempt.id()));
        }
        switch (attempt.outcome().orElse(null)) {
            case SendOutcome.Limited(Instant until, WaitReason reason) -> {
                met.put(there, new OptionsOutcome.Limited(until, reason));
                background.later(Duration.between(clock.instant(), until).plus(AFTER), this::tell);
            }
            case SendOutcome.SignInRefused(SignInFailure failure) ->
                met.put(there, new OptionsOutcome.SignInRefused(failure));
            case SendOutcome.Accepted _,SendOutcome.Rejected _,SendOutcome.Unknown _ -> met.remove(there);
            // Before it was answered nothing is known, and one that never left says nothing of the profile.
            case SendOutcome.NotSent _ -> {
            }
            case null -> {
            }
        }
        tell();
    }

    /** Forgets what sendings met, because the settings are others now or the user wants it tried again. */
    public void forget(Profile there) {
        met.remove(there);
        tell();
    }

    private void tell() {
        Profile here = profile.getValue();
        first.set(Optional.ofNullable(waiting.get(here)));
        ConnectionState now = options.get();
        connection.set(Optional.ofNullable(met.get(here)).filter(this::holds)
                .filter(any -> !(now instanceof ConnectionState.Connecting))
                .<ConnectionState>map(outcome -> new ConnectionState.Trouble(outcome, listOf(now)))
                .orElse(now));
    }

    private boolean holds(OptionsOutcome outcome) {
        return !(outcome instanceof OptionsOutcome.Limited(Instant until, WaitReason reason))
                || OptionRefreshPolicy.isAhead(until, clock.instant());
    }

    private static Optional<Instant> listOf(ConnectionState now) {
        return switch (now) {
            case ConnectionState.Connecting connecting -> Optional.empty();
            case ConnectionState.Ready ready -> Optional.of(ready.loaded());
            case ConnectionState.Trouble trouble -> trouble.listOf();
        };
    }
}
