package app.forecourt.transfer;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the exported stock list.
 *
 * @param draft the car as typed
 * @param status the status of the car, in one word
 * @param profile the profile to which the car was sent, in one word; blank if it was not sent
 * @param sent the time at which the car was sent
 * @param number AutoChat's number of the car; blank if it is unknown
 */
public record ExportRow(CarDraft draft, String status, String profile, Optional<Instant> sent,
        String number) {

    /** Creates the row of a car. The last accepted submission counts. */
    public static ExportRow of(StoredCar car) {
        Optional<Submission> accepted = car.submissions().reversed().stream().filter(Submission::isAccepted)
                .findFirst();
        return new ExportRow(car.draft(),
                ListingStatus.of(car.submissions().stream().map(Submission::summary).toList(), car.reopened())
                        .name()
                        .toLowerCase(Locale.ROOT),
                accepted.map(submission -> submission.profile().key()).orElse(""),
                accepted.map(Submission::changedAt),
                accepted.flatMap(Submission::outcome).flatMap(ExportRow::number).orElse(""));
    }

    private static Optional<String> number(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Accepted(var _, var id) ? id : Optional.empty();
    }
}
