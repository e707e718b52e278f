package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The part of a submission that the stock list needs.
 *
 * @param stopped true if the submission never left because the user stopped it
 * @param begun the time at which the submission was requested
 * @param texts the fields by which the car was known, as typed when it was sent; empty ones are absent
 */
public record SubmissionSummary(UUID id, Profile profile, SubmissionState state, boolean stopped,
        UserVerdict decision,
        Instant begun, Map<CarField, String> texts) {
    public SubmissionSummary {
        texts = Map.copyOf(texts);
    }

    /** Returns true if AutoChat has the car by this submission, may have it, or will be sent it. */
    public boolean counts() {
        return accepted() || open() || state.underWay();
    }

    /** Returns true if AutoChat has accepted the car, by its answer or by the user's verdict. */
    public boolean accepted() {
        return state == SubmissionState.ACCEPTED || decision == UserVerdict.IT_IS_THERE;
    }

    /** Returns true if the outcome is unknown and the user has given no verdict. */
    public boolean open() {
        return state == SubmissionState.UNKNOWN && decision == UserVerdict.NONE;
    }
}
