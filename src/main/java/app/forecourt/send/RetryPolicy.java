package app.forecourt.send;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a sending is tried again by itself: only when it provably never left, or when AutoChat named a time.
 *
 * @param pauses how long to wait after the first try that never left, the second, and so on; then always the last
 * @param tries how often one sending is tried at most
 * @param longest the longest that is waited for AutoChat's limit, whatever the computer's clock says
 */
record RetryPolicy(List<Duration> pauses, int tries, Duration longest) {

    static final RetryPolicy USUAL = new RetryPolicy(
            List.of(1, 2, 4, 8, 30).stream().map(Duration::ofSeconds).toList(), 10, Duration.ofHours(24));

    /** The first distance after a limit of AutoChat's; each further one is twice as long. */
    private static final Duration LIMIT_FLOOR = Duration.ofSeconds(1);
    /** How often the distance doubles at most: to 17 minutes. */
    private static final int DOUBLINGS = 10;

    /** The same for a sending that is the only one. */
    Optional<Instant> next(SendOutcome outcome, int tried, Instant now) {
        return next(outcome, tried, tried, now);
    }

    /**
     * When to try again after that outcome, empty when that is for the user to say.
     *
     * @param tried how often it was tried
     * @param limits how often AutoChat limited what was sent to it, in a row
     */
    Optional<Instant> next(SendOutcome outcome, int tried, int limits, Instant now) {
        if (outcome instanceof SendOutcome.Limited(Instant until, WaitReason reason)
                && reason != WaitReason.AUTOCHAT) {
            // Nothing was posted, and the brake of the sign-in spaces its requests itself.
            return Optional.of(until);
        }
        if (tried >= tries) {
            return Optional.empty();
        }
        return switch (outcome) {
            case SendOutcome.NotSent(Cause cause) when ofNetwork(cause) ->
                Optional.of(now.plus(pauses.get(Math.min(tried, pauses.size()) - 1)));
            case SendOutcome.Limited(Instant until, WaitReason reason) -> Optional.of(
                    later(until, now.plus(LIMIT_FLOOR.multipliedBy(
                            1L << Math.clamp(Math.max(tried, limits) - 1, 0, DOUBLINGS)))));
            case SendOutcome.NotSent notSent -> Optional.empty();
            case SendOutcome.Accepted accepted -> Optional.empty();
            case SendOutcome.Rejected rejected -> Optional.empty();
            case SendOutcome.SignInRefused refused -> Optional.empty();
            case SendOutcome.Unknown unknown -> Optional.empty();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean ofNetwork(Cause cause) {
        return switch (cause) {
            // Another network may have another proxy, or none.
            case NO_SUCH_HOST, UNREACHABLE, PROXY_PASSWORD, TLS, TIMEOUT, BROKEN, REDIRECT, SERVER_ERROR,
                    UNREADABLE ->
                true;
            case STOPPED, BAD_ADDRESS, OTHERS_ADDRESS, BAD_PROXY, MOVED, NOT_NOTED, COPIED, WAITED,
                    NOT_KEPT ->
                false;
        };
    }

    /** How long to wait for a time; a clock that was set back meanwhile makes no difference. */
    Duration pause(Instant due, Optional<SendOutcome> why, Instant now) {
        Duration most = why.orElse(null) instanceof SendOutcome.NotSent ? pauses.getLast() : longest;
        Duration pause = Duration.between(now, due);
        return pause.compareTo(most) > 0 ? most : pause;
    }
}
