package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission by which a profile may have a car already.
 *
 * @param submissionId the id of the submission
 * @param car the id of the submission's car, which may be the car that is sent again
 * @param sharedField the field that both cars share; empty if the same car has changed these fields
 * @param sent brand and model as sent, without the empty ones
 * @param price the sales price as sent
 */
public record DuplicateSubmission(UUID submissionId, UUID car, Optional<CarField> sharedField,
        SubmissionState state,
        Instant requestedAt, Map<CarField, String> sent,
        Optional<Price> price) {
    public DuplicateSubmission {
        sent = Map.copyOf(sent);
    }

    /** Returns brand or model as sent; {@code ""} if nothing was sent. */
    public String text(CarField field) {
        return sent.getOrDefault(field, "");
    }
}
