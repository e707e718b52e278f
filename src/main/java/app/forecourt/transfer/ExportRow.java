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
 * A line of the stock list as it is exported.
 *
 * @param draft the car as typed
 * @param standing where it stands, in a word
 * @param profile where it was sent, in a word; blank when nowhere
 * @param sent when it was sent
 * @param number what AutoChat calls it; blank when nobody knows
 */
public record ExportRow(CarDraft draft, String standing, String profile, Optional<Instant> sent,
        String number) {

    /** A car of the journal; of what was sent the last that was taken counts. */
    public static ExportRow of(StoredCar car) {
        Optional<Submission> taken = car.attempts().reversed().stream().filter(Submission::accepted)
                .findFirst();
        return new ExportRow(car.draft(),
                ListingStatus.of(car.attempts().stream().map(Submission::trace).toList(), car.reopened())
                        .name()
                        .toLowerCase(Locale.ROOT),
                taken.map(attempt -> attempt.profile().key()).orElse(""), taken.map(Submission::changed),
                taken.flatMap(Submission::outcome).flatMap(ExportRow::number).orElse(""));
    }

    private static Optional<String> number(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Accepted(var answer, var id) ? id : Optional.empty();
    }
}
