package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission by which a profile may have a car already, or another reason to ask before a car is sent.
 *
 * @param submissionId the id of the submission, or of what else the user confirms by sending again
 * @param car the id of the submission's car, which may be the car that is sent again
 * @param sharedField the field that both cars share; empty if the same car has changed these fields
 * @param sent brand and model as sent, without the empty ones
 * @param price the sales price as sent
 * @param reason the reason to ask
 */
public record DuplicateSubmission(
        UUID submissionId,
        UUID car,
        Optional<CarField> sharedField,
        SubmissionState state,
        Instant requestedAt,
        Map<CarField, String> sent,
        Optional<Price> price,
        Reason reason) {

    /** The reason to ask before a car is sent. */
    public sealed interface Reason {
        /** The car was sent before. */
        record SentBefore() implements Reason {}

        /**
         * Another desk of the shared stock sends the car.
         *
         * @param desk the name of the desk
         * @param isPosting true if the car may have arrived already
         */
        record HeldByDesk(String desk, boolean isPosting) implements Reason {}

        /** The shared stock can't be reached, so that another desk may be sending the car. */
        record StockUnreachable() implements Reason {}

        /** The shared stock was restored from a backup, so that another desk may be sending the car. */
        record StockRestored() implements Reason {}
    }

    public DuplicateSubmission {
        sent = Map.copyOf(sent);
    }

    /** Creates a submission by which a profile may have a car already. */
    public DuplicateSubmission(
            UUID submissionId,
            UUID car,
            Optional<CarField> sharedField,
            SubmissionState state,
            Instant requestedAt,
            Map<CarField, String> sent,
            Optional<Price> price) {
        this(submissionId, car, sharedField, state, requestedAt, sent, price, new Reason.SentBefore());
    }

    /** Creates a reason to ask about a submission that is not sent yet. */
    public static DuplicateSubmission ofReason(UUID id, Submission submission, Instant since, Reason reason) {
        return new DuplicateSubmission(
                id,
                submission.car(),
                Optional.empty(),
                submission.state(),
                since,
                Map.of(
                        CarField.BRAND,
                        submission.draft().text(CarField.BRAND),
                        CarField.MODEL,
                        submission.draft().text(CarField.MODEL)),
                submission.price(),
                reason);
    }

    /** Returns true if the car was sent before. */
    public boolean isSentBefore() {
        return reason instanceof Reason.SentBefore;
    }

    /** Returns brand or model as sent; {@code ""} if nothing was sent. */
    public String text(CarField field) {
        return sent.getOrDefault(field, "");
    }
}
