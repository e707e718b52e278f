package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a submission that the stock list needs.
 *
 * @param stopped true if the submission never left because the user stopped it
 * @param requestedAt the time at which the submission was requested
 * @param number AutoChat's number of the car; empty if AutoChat gave none
 * @param takenOff the time at which the dealer took the advert off AutoChat by hand; empty if it is there
 * @param texts the fields by which the car was known, as typed when it was sent; empty ones are absent
 */
public record SubmissionSummary(
        UUID id,
        Profile profile,
        SubmissionState state,
        boolean stopped,
        UserVerdict verdict,
        Instant requestedAt,
        Optional<String> number,
        Optional<Instant> takenOff,
        Map<CarField, String> texts) {
    public SubmissionSummary {
        texts = Map.copyOf(texts);
    }

    /** Returns the summary with the time at which the advert was taken off; empty if it is there again. */
    public SubmissionSummary takenOff(Optional<Instant> at) {
        return new SubmissionSummary(id, profile, state, stopped, verdict, requestedAt, number, at, texts);
    }

    /** Returns true if AutoChat has the car by this submission, may have it, or will be sent it. */
    public boolean mayReachAutochat() {
        return isAccepted() || needsVerdict() || state.isUnderWay();
    }

    /** Returns true if AutoChat has accepted the car, by its answer or by the user's verdict. */
    public boolean isAccepted() {
        return state == SubmissionState.ACCEPTED || verdict == UserVerdict.IT_IS_THERE;
    }

    /** Returns true if the outcome is unknown and the user has given no verdict. */
    public boolean needsVerdict() {
        return state == SubmissionState.UNKNOWN && verdict == UserVerdict.NONE;
    }
}
