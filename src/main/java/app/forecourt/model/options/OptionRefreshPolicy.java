package app.forecourt.model.options;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.autochat.SignInRefusal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times at which an option list is reloaded automatically. */
final class OptionRefreshPolicy {
    private static final Duration USUAL_INTERVAL = Duration.ofHours(1);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(30);

    private OptionRefreshPolicy() {}

    /**
     * Returns the time of the next load after an outcome, empty if only a change of the settings can help.
     *
     * @param failures consecutive failures, including this one
     */
    static Optional<Instant> nextLoad(OptionsOutcome outcome, int failures, Instant now) {
        return switch (outcome) {
            case OptionsOutcome.Loaded loaded -> Optional.of(now.plus(USUAL_INTERVAL));
            case OptionsOutcome.Limited(var until, var reason)
            when reason == RequestLimitReason.AUTOCHAT -> Optional.of(later(until, now.plus(pause(failures))));
            // The rate limiter of the sign-in spaces its requests itself.
            case OptionsOutcome.Limited(var until, var _) -> Optional.of(until);
            // Each attempt may cost one of the few token requests, unless the vault is locked.
            case OptionsOutcome.SignInRefused(var failure)
            when failure.kind() == Kind.NOT_SET_UP || failure.kind() == Kind.OTHER_ADDRESS -> Optional.empty();
            case OptionsOutcome.SignInRefused(var failure) ->
                Optional.of(now.plus(failure.kind() == Kind.LOCKED ? pause(failures) : USUAL_INTERVAL));
            case OptionsOutcome.Failed(var cause, var status) when cause.isSettingsFault() -> Optional.empty();
            case OptionsOutcome.Failed failed -> Optional.of(now.plus(pause(failures)));
        };
    }

    private static Instant later(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }

    /** Returns the pause after a number of failures: 1, 2, 4, 8, 16, then always 30 minutes. */
    private static Duration pause(int failures) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : doubled;
    }
}
