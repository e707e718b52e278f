package app.forecourt.autochat;

import app.forecourt.profile.TokenRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps token requests rare, whatever the server answers: AutoChat limits accounts that ask too often. */
final class Brake {
    private static final int MOST = 5;
    private static final Duration SPAN = Duration.ofHours(1);

    private Brake() {}

    /** Until when nothing may be asked, empty if it may. */
    static Optional<Instant> until(TokenRequests before, Instant now) {
        Optional<Instant> limit = before.limitedUntil()
                .filter(until -> until.isAfter(now) && !until.isAfter(now.plus(RateLimit.LONGEST)));
        List<Instant> lately = lately(before, now);
        return limit.isPresent() || lately.size() < MOST ? limit
                : Optional.of(lately.getFirst().plus(SPAN));
    }

    /** A request is made. */
    static TokenRequests asked(TokenRequests before, Instant when) {
        return new TokenRequests(Stream.concat(lately(before, when).stream(), Stream.of(when)).toList(),
                before.limitedUntil());
    }

    /** A request that was made did not reach the server. */
    static TokenRequests notAsked(TokenRequests before, Instant when) {
        return new TokenRequests(before.made().stream().filter(made -> !made.equals(when)).toList(),
                before.limitedUntil());
    }

    /** The server wants to be left alone. */
    static TokenRequests limited(TokenRequests before, Instant until) {
        return new TokenRequests(before.made(), Optional.of(until));
    }

    private static List<Instant> lately(TokenRequests before, Instant now) {
        // What lies far ahead was noted before the clock was set back, and would hold for who knows how long.
        return before.made().stream()
                .filter(moment -> !moment.isAfter(now.plus(SPAN)) && moment.plus(SPAN).isAfter(now)).sorted()
                .toList();
    }
}
