package app.forecourt.journal;

import app.forecourt.profile.Profile;
import java.time.Instant;
import java.util.UUID;

/**
 * What the stock list needs to know of an attempt.
 *
 * @param stopped whether it never left because she took it back
 * @param begun when it was asked for
 */
public record Trace(UUID id, Profile profile, State state, boolean stopped, Decision decision,
        Instant begun) {

    /** Whether AutoChat took the car, by its own word or by the user's. */
    public boolean accepted() {
        return state == State.ACCEPTED || decision == Decision.IT_IS_THERE;
    }

    /** Whether nobody knows what came of it, and nobody has said. */
    public boolean open() {
        return state == State.UNKNOWN && decision == Decision.NONE;
    }
}
