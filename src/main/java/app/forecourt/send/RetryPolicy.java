package app.forecourt.send;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The policy for automatic retries. A submission is retried only if it certainly never left, or if AutoChat named a
 * time.
 *
 * @param pauses the pauses after the first failed try, the second, and so on; the last one repeats
 * @param tries the largest number of tries of one submission
 * @param longestWait the longest wait for AutoChat's rate limit, whatever the computer's clock says
 */
record RetryPolicy(List<Duration> pauses, int tries, Duration longestWait) {

    static final RetryPolicy USUAL = new RetryPolicy(
            List.of(1, 2, 4, 8, 30).stream().map(Duration::ofSeconds).toList(), 10, Duration.ofHours(24));

    private static final SendOutcome WITHOUT_STOCK = new SendOutcome.NotSent(FailureCause.STOCK_UNREACHABLE);
    /** The first pause after a rate limit of AutoChat; each further pause is twice as long. */
    private static final Duration FIRST_LIMIT_PAUSE = Duration.ofSeconds(1);
    /** The largest number of doublings, which leads to 17 minutes. */
    private static final int DOUBLINGS = 10;

    /**
     * Returns the time of the next try after an outcome; empty if the user must decide.
     *
     * @param tried the number of tries so far
     * @param repeats the number of consecutive rate limits of AutoChat, or of consecutive tries without the server of
     *     the shared stock
     */
    Optional<Instant> nextTry(SendOutcome outcome, int tried, int repeats, Instant now) {
        if (outcome.equals(WITHOUT_STOCK)) {
            // No try: AutoChat was not asked. The car waits until the server is there or the user stops it.
            return Optional.of(now.plus(pause(repeats)));
        }
        if (outcome instanceof SendOutcome.Limited(Instant until, RequestLimitReason reason)
                && reason != RequestLimitReason.AUTOCHAT) {
            // Nothing was posted, and the rate limiter of the sign-in spaces its requests itself.
            return Optional.of(until);
        }
        if (tried >= tries) {
            return Optional.empty();
        }
        return switch (outcome) {
            case SendOutcome.NotSent(FailureCause cause) when isOfNetwork(cause) -> Optional.of(now.plus(pause(tried)));
            case SendOutcome.Limited(Instant until, RequestLimitReason reason) ->
                Optional.of(later(
                        until,
                        now.plus(FIRST_LIMIT_PAUSE.multipliedBy(
                                1L << Math.clamp(Math.max(tried, repeats) - 1, 0, DOUBLINGS)))));
            case SendOutcome.NotSent _ -> Optional.empty();
            case SendOutcome.Accepted _ -> Optional.empty();
            case SendOutcome.Rejected _ -> Optional.empty();
            case SendOutcome.SignInRefused _ -> Optional.empty();
            case SendOutcome.Unknown _ -> Optional.empty();
        };
    }

    private Duration pause(int failures) {
        return pauses.get(Math.clamp(failures, 1, pauses.size()) - 1);
    }

    private static Instant later(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }

    private static boolean isOfNetwork(FailureCause cause) {
        return switch (cause) {
            // The next network may have another proxy or none.
            case NO_SUCH_HOST,
                    UNREACHABLE,
                    PROXY_PASSWORD,
                    TLS,
                    TIMEOUT,
                    BROKEN,
                    REDIRECT,
                    SERVER_ERROR,
                    UNREADABLE,
                    STOCK_UNREACHABLE -> true;
            case STOPPED,
                    BAD_ADDRESS,
                    OTHERS_ADDRESS,
                    BAD_PROXY,
                    MOVED,
                    NOT_NOTED,
                    COPIED,
                    WAITED,
                    RESTARTED,
                    NOT_KEPT,
                    TAKEN_OVER -> false;
        };
    }

    /** Returns the wait until a time. The wait is limited, so that a clock that was set back does not prolong it. */
    Duration pause(Instant due, Optional<SendOutcome> outcome, Instant now) {
        Duration most = outcome.orElse(null) instanceof SendOutcome.NotSent ? pauses.getLast() : longestWait;
        Duration pause = Duration.between(now, due);
        return pause.compareTo(most) > 0 ? most : pause;
    }

    /** Returns whether a next try need not wait for its time. AutoChat's rate limit holds whatever the user wants. */
    static boolean mayHurry(SendOutcome outcome) {
        return outcome instanceof SendOutcome.NotSent
                || (outcome instanceof SendOutcome.Limited(Instant _, RequestLimitReason reason)
                        && reason != RequestLimitReason.AUTOCHAT);
    }

    /** Returns whether the pause grows with each such outcome in a row, also of different submissions. */
    static boolean isRepeated(SendOutcome outcome) {
        return outcome.equals(WITHOUT_STOCK)
                || (outcome instanceof SendOutcome.Limited(Instant _, RequestLimitReason reason)
                        && reason == RequestLimitReason.AUTOCHAT);
    }

    /**
     * Returns whether the sign-in was refused. The submissions behind would be refused too, each at the cost of a token
     * request.
     */
    static boolean refusesAll(SendOutcome outcome) {
        return outcome instanceof SendOutcome.SignInRefused(SignInRefusal failure)
                && (failure.kind() == SignInRefusal.Kind.WRONG_CREDENTIALS
                        || failure.kind() == SignInRefusal.Kind.NO_TOKEN);
    }
}
