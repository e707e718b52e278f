package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What the stock list needs to know of an attempt.
 *
 * @param stopped whether it never left because she took it back
 * @param begun when it was asked for
 * @param texts what the car was known by as it was sent, as typed then; empty ones are absent
 */
public record SubmissionSummary(UUID id, Profile profile, SubmissionState state, boolean stopped,
        UserVerdict decision,
        Instant begun, Map<CarField, String> texts) {
    public SubmissionSummary {
        texts = Map.copyOf(texts);
    }

    /** Whether AutoChat has the car by it, may have it, or will be sent it. */
    public boolean counts() {
        return accepted() || open() || state.underWay();
    }

    /** Whether AutoChat took the car, by its own word or by the user's. */
    public boolean accepted() {
        return state == SubmissionState.ACCEPTED || decision == UserVerdict.IT_IS_THERE;
    }

    /** Whether nobody knows what came of it, and nobody has said. */
    public boolean open() {
        return state == SubmissionState.UNKNOWN && decision == UserVerdict.NONE;
    }
}
