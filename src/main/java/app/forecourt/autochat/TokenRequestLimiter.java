package app.forecourt.autochat;

import app.forecourt.autochat.token.TokenRequestLog;
import app.forecourt.autochat.token.TokenRequestLog.Result;
import app.forecourt.autochat.token.TokenRequestLog.TokenRequest;
import app.forecourt.http.RateLimitHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rate limit and back-off for token requests, because AutoChat limits accounts that request too often. Requests are
 * counted per client, as AutoChat counts them. With the same secrets there are at most {@value #MAX_REQUESTS} an hour.
 * A secret that was not tried within the hour gets one more, up to {@value #MAX_REQUESTS_WITHOUT_FAILURE}, because the
 * user has just corrected it. A secret that has just got a token gets one every ten minutes, up to the same number,
 * because a program that can't store the token needs one at each start. A limit set by AutoChat applies to every
 * secret.
 *
 * <p>Failed requests are spread over the hour with growing delays. Five requests used up in seconds would leave a
 * recovered server unnoticed for the rest of the hour.
 */
final class TokenRequestLimiter {
    private static final int MAX_REQUESTS = 5;
    private static final int MAX_REQUESTS_WITHOUT_FAILURE = 2 * MAX_REQUESTS;
    private static final Duration WINDOW = Duration.ofHours(1);
    /**
     * Delays before the next request with the same secret after one, two, three, and more failures in a row. With them
     * an hour's requests begin at 0, 0:30, 5, 20 and 40 minutes, and the sixth at 60.
     */
    private static final List<Duration> BACK_OFF = List.of(
            Duration.ofSeconds(30), Duration.ofSeconds(4 * 60 + 30), Duration.ofMinutes(15), Duration.ofMinutes(20));

    private static final Duration PAUSE_AFTER_TOKEN = Duration.ofMinutes(10);

    private TokenRequestLimiter() {}

    /**
     * A time before which no token may be requested.
     *
     * @param reason the result of the last request with that secret, if it caused the wait
     */
    record Wait(Instant until, Result reason) {
        /** Returns the outcome of a sign-in before that time. */
        SignInOutcome.Denied denial() {
            return switch (reason) {
                case REFUSED -> refused(SignInRefusal.Kind.WRONG_CREDENTIALS);
                case NO_TOKEN -> refused(SignInRefusal.Kind.NO_TOKEN);
                case LIMITED -> new SignInOutcome.Limited(until);
                case FAILED -> new SignInOutcome.Limited(until, RequestLimitReason.SIGN_IN_FAILED);
                case UNKNOWN -> new SignInOutcome.Limited(until, RequestLimitReason.SIGN_IN_COUNT);
            };
        }

        private SignInOutcome.Refused refused(SignInRefusal.Kind kind) {
            return new SignInOutcome.Refused(
                    new SignInRefusal(kind, Optional.empty(), Optional.of(until.truncatedTo(ChronoUnit.MILLIS))));
        }
    }

    /** Returns the log entry for the outcome of a request. */
    static Result result(SignInOutcome signIn) {
        return switch (signIn) {
            case SignInOutcome.SignedIn _ -> Result.UNKNOWN;
            case SignInOutcome.Refused(SignInRefusal failure) ->
                failure.kind() == SignInRefusal.Kind.NO_TOKEN ? Result.NO_TOKEN : Result.REFUSED;
            case SignInOutcome.Limited _ -> Result.LIMITED;
            case SignInOutcome.Failed _ -> Result.FAILED;
        };
    }

    /** Returns the time before which no token may be requested with a secret; empty if one may. */
    static Optional<Wait> requiredWait(TokenRequestLog log, String secret, Instant now) {
        List<TokenRequest> recent = recent(log, now);
        List<TokenRequest> sameSecret =
                recent.stream().filter(made -> made.secret().equals(secret)).toList();
        Optional<Wait> limit = log.limitedUntil()
                .filter(until -> until.isAfter(now) && !until.isAfter(now.plus(RateLimitHeaders.LONGEST)))
                .map(until -> new Wait(until, Result.LIMITED));
        return Stream.of(
                        limit,
                        hourlyLimit(recent, sameSecret),
                        backOff(sameSecret, now),
                        pauseAfterToken(recent, sameSecret, now))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Wait::until));
    }

    /** Returns the wait if the hour's maximum of requests is reached. */
    private static Optional<Wait> hourlyLimit(List<TokenRequest> recent, List<TokenRequest> sameSecret) {
        Result last =
                sameSecret.isEmpty() ? Result.UNKNOWN : sameSecret.getLast().result();
        int maximum = last == Result.UNKNOWN ? MAX_REQUESTS_WITHOUT_FAILURE : MAX_REQUESTS;
        return recent.size() < maximum
                ? Optional.empty()
                : Optional.of(
                        new Wait(recent.get(recent.size() - maximum).time().plus(WINDOW), last));
    }

    /**
     * Returns the wait after failed requests with this secret. Refused credentials cause none: the user may correct and
     * retry them.
     */
    private static Optional<Wait> backOff(List<TokenRequest> sameSecret, Instant now) {
        // Ignores times in the future: the clock was set back after they were recorded.
        List<TokenRequest> past =
                sameSecret.stream().filter(made -> !made.time().isAfter(now)).toList();
        int failures = 0;
        while (failures < past.size() && hasFailed(past.get(past.size() - 1 - failures))) {
            failures++;
        }
        int delay = Math.min(failures, BACK_OFF.size()) - 1;
        return failures == 0
                ? Optional.empty()
                : Optional.of(past.getLast())
                        .map(last -> new Wait(last.time().plus(BACK_OFF.get(delay)), last.result()))
                        .filter(wait -> wait.until().isAfter(now));
    }

    /** Returns the wait after a token with this secret if the hour's number of requests is reached. */
    private static Optional<Wait> pauseAfterToken(
            List<TokenRequest> recent, List<TokenRequest> sameSecret, Instant now) {
        return Optional.of(sameSecret)
                .filter(same -> recent.size() >= MAX_REQUESTS && !same.isEmpty())
                .map(same -> new Wait(
                        same.getLast().time().plus(PAUSE_AFTER_TOKEN),
                        same.getLast().result()))
                .filter(wait -> wait.reason() == Result.UNKNOWN && wait.until().isAfter(now));
    }

    private static boolean hasFailed(TokenRequest request) {
        return request.result() == Result.FAILED || request.result() == Result.LIMITED;
    }

    /** Returns the log with one more request. */
    static TokenRequestLog withRequest(TokenRequestLog log, TokenRequest request) {
        return new TokenRequestLog(
                Stream.concat(recent(log, request.time()).stream(), Stream.of(request))
                        .toList(),
                log.limitedUntil());
    }

    /** Returns the log without a request that did not reach the server. */
    static TokenRequestLog withoutRequest(TokenRequestLog log, TokenRequest request) {
        return new TokenRequestLog(
                log.requests().stream().filter(made -> !made.equals(request)).toList(), log.limitedUntil());
    }

    static TokenRequestLog withResult(TokenRequestLog log, TokenRequest request, Result result) {
        return new TokenRequestLog(
                log.requests().stream()
                        .map(made -> made.equals(request) ? made.withResult(result) : made)
                        .toList(),
                log.limitedUntil());
    }

    /** Returns the log with a limit set by the server. */
    static TokenRequestLog withLimit(TokenRequestLog log, Instant until) {
        return new TokenRequestLog(log.requests(), Optional.of(until));
    }

    private static List<TokenRequest> recent(TokenRequestLog log, Instant now) {
        // Ignores times far in the future: the clock was set back after they were recorded.
        return log.requests().stream()
                .filter(made -> !made.time().isAfter(now.plus(WINDOW))
                        && made.time().plus(WINDOW).isAfter(now))
                .sorted(Comparator.comparing(TokenRequest::time))
                .toList();
    }
}
