package app.forecourt.autochat;

import app.forecourt.http.RateLimit;
import app.forecourt.profile.TokenRequests;
import app.forecourt.profile.TokenRequests.Made;
import java.time.Duration;
import java.time.Instant;
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
 */
final class Brake {
    private static final int MOST = 5;
    private static final int MOST_WITH_A_NEW_SECRET = 2 * MOST;
    private static final Duration SPAN = Duration.ofHours(1);

    private Brake() {}

    /** Until when nothing may be asked with that secret, empty if it may. */
    static Optional<Instant> until(TokenRequests before, String secret, Instant now) {
        Optional<Instant> limit = before.limitedUntil()
                .filter(until -> until.isAfter(now) && !until.isAfter(now.plus(RateLimit.LONGEST)));
        List<Made> lately = lately(before, now);
        boolean tried = lately.stream().anyMatch(made -> made.secret().equals(secret));
        int most = tried ? MOST : MOST_WITH_A_NEW_SECRET;
        return limit.isPresent() || lately.size() < most ? limit
                : Optional.of(lately.get(lately.size() - most).when().plus(SPAN));
    }

    /** A request is made. */
    static TokenRequests asked(TokenRequests before, Made request) {
        return new TokenRequests(
                Stream.concat(lately(before, request.when()).stream(), Stream.of(request)).toList(),
                before.limitedUntil());
    }

    /** A request that was made did not reach the server. */
    static TokenRequests notAsked(TokenRequests before, Made request) {
        return new TokenRequests(before.made().stream().filter(made -> !made.equals(request)).toList(),
                before.limitedUntil());
    }

    /** The server wants to be left alone. */
    static TokenRequests limited(TokenRequests before, Instant until) {
        return new TokenRequests(before.made(), Optional.of(until));
    }

    private static List<Made> lately(TokenRequests before, Instant now) {
        // What lies far ahead was noted before the clock was set back, and would hold for who knows how long.
        return before.made().stream()
                .filter(made -> !made.when().isAfter(now.plus(SPAN)) && made.when().plus(SPAN).isAfter(now))
                .sorted(Comparator.comparing(Made::when)).toList();
    }
}
