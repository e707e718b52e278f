package app.forecourt.autochat;

import app.forecourt.autochat.token.TokenRequestLog;
import app.forecourt.autochat.token.TokenRequestLog.Made;
import app.forecourt.autochat.token.TokenRequestLog.Result;
import app.forecourt.http.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps token requests rare, whatever the server answers: AutoChat limits accounts that ask too often. It counts for
 * each client, since AutoChat does. One who has just mended the secret is not held up by the wrong ones before: with a
 * secret that was not tried in the hour one more request is made, until there were twice as many. Only who types makes
 * new secrets, so no server can have more than the five; and when AutoChat itself wants to be left alone, that holds for
 * every secret.
 *
 * <p>
 * Requests that fail are spaced over the whole hour, at growing distances, because five that are used up in seconds
 * would leave a server that is mended unnoticed for the rest of it.
 */
final class TokenRateLimiter {
    private static final int MOST = 5;
    private static final int MOST_WITH_A_NEW_SECRET = 2 * MOST;
    private static final Duration SPAN = Duration.ofHours(1);
    /**
     * Until the next request with the same secret after one that failed, two, three, and more in a row. With these the
     * five requests of an hour begin at 0, 0:30, 5, 20 and 40 minutes, and the sixth at 60.
     */
    private static final List<Duration> DISTANCES = List.of(Duration.ofSeconds(30),
            Duration.ofSeconds(4 * 60 + 30), Duration.ofMinutes(15), Duration.ofMinutes(20));
    private TokenRateLimiter() {}

    /**
     * A time before which nothing may be asked.
     *
     * @param reason what the last request with that secret brought, as far as that is the reason
     */
    record Wait(Instant until, Result reason) {
        /** Returns what a sign-in is answered with before that time. */
        SignInOutcome.Denied denied() {
            return switch (reason) {
                case REFUSED -> refused(SignInFailure.Kind.WRONG_CREDENTIALS);
                case NO_TOKEN -> refused(SignInFailure.Kind.NO_TOKEN);
                case LIMITED -> new SignInOutcome.Limited(until);
                case FAILED -> new SignInOutcome.Limited(until, WaitReason.SIGN_IN_FAILED);
                case UNKNOWN -> new SignInOutcome.Limited(until, WaitReason.SIGN_IN_COUNT);
            };
        }

        private SignInOutcome.Refused refused(SignInFailure.Kind kind) {
            return new SignInOutcome.Refused(new SignInFailure(kind, Optional.empty(),
                    Optional.of(until.truncatedTo(ChronoUnit.MILLIS))));
        }
    }

    /** Returns what is noted of a request that came to that. */
    static Result result(SignInOutcome signIn) {
        return switch (signIn) {
            case SignInOutcome.SignedIn _ -> Result.UNKNOWN;
            case SignInOutcome.Refused(SignInFailure failure) -> failure.kind() == SignInFailure.Kind.NO_TOKEN
                    ? Result.NO_TOKEN
                    : Result.REFUSED;
            case SignInOutcome.Limited _ -> Result.LIMITED;
            case SignInOutcome.Failed _ -> Result.FAILED;
        };
    }

    /** Returns until when nothing may be asked with that secret, empty if it may. */
    static Optional<Wait> until(TokenRequestLog before, String secret, Instant now) {
        List<Made> lately = lately(before, now);
        List<Made> own = lately.stream().filter(made -> made.secret().equals(secret)).toList();
        Optional<Wait> limit = before.limitedUntil()
                .filter(until -> until.isAfter(now) && !until.isAfter(now.plus(RateLimit.LONGEST)))
                .map(until -> new Wait(until, Result.LIMITED));
        return Stream.of(limit, full(lately, own), spaced(own, now)).flatMap(Optional::stream)
                .max(Comparator.comparing(Wait::until));
    }

    /** As many requests were made as may be within an hour. */
    private static Optional<Wait> full(List<Made> lately, List<Made> own) {
        int most = own.isEmpty() ? MOST_WITH_A_NEW_SECRET : MOST;
        return lately.size() < most ? Optional.empty()
                : Optional.of(new Wait(lately.get(lately.size() - most).when().plus(SPAN),
                        own.isEmpty() ? Result.UNKNOWN : own.getLast().result()));
    }

    /** The last requests with this secret failed. One that was refused is for the user to mend, who may try it. */
    private static Optional<Wait> spaced(List<Made> own, Instant now) {
        // What lies ahead was noted before the clock was set back: the distance to it says nothing.
        List<Made> known = own.stream().filter(made -> !made.when().isAfter(now)).toList();
        int failures = 0;
        while (failures < known.size() && hasFailed(known.get(known.size() - 1 - failures))) {
            failures++;
        }
        int between = Math.min(failures, DISTANCES.size()) - 1;
        return failures == 0 ? Optional.empty()
                : Optional.of(known.getLast()).map(last -> new Wait(
                        last.when().plus(DISTANCES.get(between)), last.result()))
                        .filter(wait -> wait.until().isAfter(now));
    }

    private static boolean hasFailed(Made request) {
        return request.result() == Result.FAILED || request.result() == Result.LIMITED;
    }

    /** A request is made. */
    static TokenRequestLog asked(TokenRequestLog before, Made request) {
        return new TokenRequestLog(
                Stream.concat(lately(before, request.when()).stream(), Stream.of(request)).toList(),
                before.limitedUntil());
    }

    /** A request that was made did not reach the server. */
    static TokenRequestLog notAsked(TokenRequestLog before, Made request) {
        return new TokenRequestLog(before.made().stream().filter(made -> !made.equals(request)).toList(),
                before.limitedUntil());
    }

    /** A request that was made brought that. */
    static TokenRequestLog brought(TokenRequestLog before, Made request, Result result) {
        return new TokenRequestLog(
                before.made().stream().map(made -> made.equals(request) ? made.brought(result) : made)
                        .toList(),
                before.limitedUntil());
    }

    /** The server wants to be left alone. */
    static TokenRequestLog limited(TokenRequestLog before, Instant until) {
        return new TokenRequestLog(before.made(), Optional.of(until));
    }

    private static List<Made> lately(TokenRequestLog before, Instant now) {
        // What lies far ahead was noted before the clock was set back, and would hold for who knows how long.
        return before.made().stream()
                .filter(made -> !made.when().isAfter(now.plus(SPAN)) && made.when().plus(SPAN).isAfter(now))
                .sorted(Comparator.comparing(Made::when)).toList();
    }
}
