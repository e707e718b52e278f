package app.forecourt.model.connection;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.concurrent.TaskRunner;
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
 * Connection state of the chosen profile, combined from its option list and its submissions. Also knows the submission
 * at the head of each queue. A limit or a refusal of a submission holds until a later submission is answered or a
 * sign-in succeeds.
 */
public final class ConnectionModel {
    /** Maximum length of a limit. A longer one was recorded before the clock was set back. */
    private static final Duration MAX_LIMIT = Duration.ofHours(24);
    /** Pause after the end of a limit, so that the limit is over for certain. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final ObservableValue<Profile> profile;
    private final ReadOnlyObjectProperty<ConnectionState> options;
    private final TaskRunner taskRunner;
    private final Clock clock;
    private final Map<Profile, OptionsOutcome> outcomes = new EnumMap<>(Profile.class);
    private final Map<Profile, Submission> waiting = new EnumMap<>(Profile.class);
    private final ReadOnlyObjectWrapper<ConnectionState> connection;
    private final ReadOnlyObjectWrapper<Optional<Submission>> first = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param options connection state according to the option list */
    public ConnectionModel(
            ObservableValue<Profile> profile,
            ReadOnlyObjectProperty<ConnectionState> options,
            TaskRunner taskRunner,
            Clock clock) {
        this.profile = profile;
        this.options = options;
        this.taskRunner = taskRunner;
        this.clock = clock;
        this.connection = new ReadOnlyObjectWrapper<>(options.get());
        options.subscribe((_, optionsState) -> {
            if (optionsState instanceof ConnectionState.Ready
                    && Optional.ofNullable(outcomes.get(profile.getValue()))
                            .filter(ConnectionModel::isFixedBySignIn)
                            .isPresent()) {
                outcomes.remove(profile.getValue());
            }
            update();
        });
        profile.subscribe(_ -> update());
    }

    /**
     * Returns whether a loaded option list disproves an outcome. A loaded list proves that the sign-in is accepted, but
     * not that cars are.
     */
    private static boolean isFixedBySignIn(OptionsOutcome outcome) {
        return switch (outcome) {
            case OptionsOutcome.SignInRefused(SignInRefusal failure) ->
                failure.kind() != SignInRefusal.Kind.NOT_ALLOWED;
            case OptionsOutcome.Limited(Instant until, RequestLimitReason reason) ->
                reason != RequestLimitReason.AUTOCHAT;
            case OptionsOutcome.Loaded _, OptionsOutcome.Failed _ -> false;
        };
    }

    /** Returns the connection state of the chosen profile. */
    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return connection.getReadOnlyProperty();
    }

    /** Returns the submission that the chosen profile's queue waits for, empty if it was not tried yet. */
    public ReadOnlyObjectProperty<Optional<Submission>> firstWaiting() {
        return first.getReadOnlyProperty();
    }

    /**
     * Applies a submission that waited when the program ended. Its outcome is of the earlier run and proves nothing
     * about the connection now.
     */
    public void onWaitingAtStart(Submission submission) {
        if (submission.outcome().isPresent()) {
            waiting.putIfAbsent(submission.profile(), submission);
            update();
        }
    }

    /** Applies the new state of a submission. */
    public void onSubmissionChanged(Submission submission) {
        Profile target = submission.profile();
        if (submission.state() == SubmissionState.WAITING
                && submission.outcome().isPresent()) {
            waiting.put(target, submission);
        } else {
            waiting.values().removeIf(queued -> queued.id().equals(submission.id()));
        }
        switch (submission.outcome().orElse(null)) {
            case SendOutcome.Limited(Instant until, RequestLimitReason reason) -> {
                outcomes.put(target, new OptionsOutcome.Limited(until, reason));
                taskRunner.runLater(Duration.between(clock.instant(), until).plus(MARGIN), this::update);
            }
            case SendOutcome.SignInRefused(SignInRefusal failure) ->
                outcomes.put(target, new OptionsOutcome.SignInRefused(failure));
            case SendOutcome.Accepted _, SendOutcome.Rejected _, SendOutcome.Unknown _ -> outcomes.remove(target);
            // A submission without an answer proves nothing yet. One that never left proves nothing about the profile.
            case SendOutcome.NotSent _ -> {}
            case null -> {}
        }
        update();
    }

    /** Drops the outcome of a profile's submissions, because the settings changed or the user retries. */
    public void dropOutcome(Profile target) {
        outcomes.remove(target);
        update();
    }

    private void update() {
        Profile chosen = profile.getValue();
        first.set(Optional.ofNullable(waiting.get(chosen)));
        ConnectionState optionsState = options.get();
        connection.set(Optional.ofNullable(outcomes.get(chosen))
                .filter(this::holds)
                .filter(_ -> !(optionsState instanceof ConnectionState.Connecting))
                .<ConnectionState>map(outcome -> new ConnectionState.Failed(outcome, listTime(optionsState)))
                .orElse(optionsState));
    }

    private boolean holds(OptionsOutcome outcome) {
        return !(outcome instanceof OptionsOutcome.Limited(Instant until, RequestLimitReason reason))
                || isAhead(until, clock.instant());
    }

    /** Returns whether the end of a limit, or the time of the next load, is still ahead. */
    public static boolean isAhead(Instant until, Instant now) {
        return until.isAfter(now) && !until.isAfter(now.plus(MAX_LIMIT));
    }

    private static Optional<Instant> listTime(ConnectionState optionsState) {
        return switch (optionsState) {
            case ConnectionState.Connecting connecting -> Optional.empty();
            case ConnectionState.Ready ready -> Optional.of(ready.loaded());
            case ConnectionState.Failed failed -> failed.cachedListTime();
        };
    }
}
