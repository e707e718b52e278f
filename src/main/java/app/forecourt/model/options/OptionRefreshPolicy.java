package app.forecourt.model.options;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInFailure.Kind;
import app.forecourt.autochat.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an option list is loaded again without being asked for. */
public final class OptionRefreshPolicy {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    /** No limit is longer; what seems to be was noted before the clock was set back. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private OptionRefreshPolicy() {}

    /**
     * When to load after that outcome, empty when only a change of the settings can help.
     *
     * @param failures how many there have been in a row, this one included
     */
    static Optional<Instant> next(OptionsOutcome outcome, int failures, Instant now) {
        return switch (outcome) {
            case OptionsOutcome.Loaded loaded -> Optional.of(now.plus(USUAL));
            case OptionsOutcome.Limited(var until, var reason) when reason == WaitReason.AUTOCHAT ->
                Optional.of(later(until, now.plus(pause(failures))));
            // The brake of the sign-in spaces its requests itself.
            case OptionsOutcome.Limited(var until, var _) -> Optional.of(until);
            // Each time may cost one of the few requests for a token, but for a keychain that is locked.
            case OptionsOutcome.SignInRefused(var failure) when failure.kind() == Kind.NOT_SET_UP
                    || failure.kind() == Kind.OTHER_ADDRESS ->
                Optional.empty();
            case OptionsOutcome.SignInRefused(var failure) ->
                Optional.of(now.plus(failure.kind() == Kind.LOCKED ? pause(failures) : USUAL));
            case OptionsOutcome.Failed(var cause, var status) when cause.isOfSettings() ->
                Optional.empty();
            case OptionsOutcome.Failed failed -> Optional.of(now.plus(pause(failures)));
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** 1, 2, 4, 8, 16, then always 30 minutes. */
    private static Duration pause(int failures) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Whether a limit, or the time until the next loading, is still to come. */
    public static boolean isAhead(Instant until, Instant now) {
        return until.isAfter(now) && !until.isAfter(now.plus(LONGEST));
    }
}
