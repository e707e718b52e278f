package app.forecourt.autochat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps token requests rare, whatever the server answers: AutoChat limits accounts that ask too often. Guarded by
 * its owner's lock.
 */
final class Brake {
    private static final int MOST = 5;
    private static final Duration SPAN = Duration.ofHours(1);

    private final Deque<Instant> asked = new ArrayDeque<>();
    private @Nullable Instant limitedUntil;

    /** Until when nothing may be asked, empty if it may. */
    Optional<Instant> until(Instant now) {
        // What lies ahead was noted before the clock was set back, and would hold for who knows how long.
        asked.removeIf(moment -> moment.isAfter(now) || !moment.plus(SPAN).isAfter(now));
        if (limitedUntil != null && limitedUntil.isAfter(now)) {
            return Optional.of(limitedUntil);
        }
        return asked.size() < MOST ? Optional.empty() : Optional.of(asked.getFirst().plus(SPAN));
    }

    /** A request has reached the server. */
    void asked(Instant when) {
        asked.add(when);
    }

    /** The server wants to be left alone. */
    void limit(Instant until) {
        limitedUntil = until;
    }
}
