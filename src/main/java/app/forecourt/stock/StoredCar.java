package app.forecourt.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A car with its submissions, as stored in the journal.
 *
 * @param draft the car as it is typed now
 * @param acceptedSuggestions the fields with accepted suggestions
 * @param markedAt the time at which the car got its mark; empty if it has none or the time is unknown
 * @param reopened the time at which the car was last reopened for correction
 * @param submissions all submissions of the car, the oldest first
 * @param registerNote the register's remarks on the car's plate
 * @param editedDescription the description that the user edits in the builder; empty if there is none
 * @param prices the earlier sales prices
 * @param sendTried whether the user was shown all problems of the car instead of sending it
 */
public record StoredCar(
        UUID id,
        CarDraft draft,
        Set<CarField> acceptedSuggestions,
        StockMark mark,
        Optional<Instant> markedAt,
        Optional<Instant> reopened,
        Instant createdAt,
        List<Submission> submissions,
        Optional<RegisterRemarks> registerNote,
        String editedDescription,
        EarlierPrices prices,
        boolean sendTried) {
    public StoredCar {
        acceptedSuggestions = Set.copyOf(acceptedSuggestions);
        submissions = List.copyOf(submissions);
    }

    /** Returns the car's row of the stock list. */
    public StockRow row() {
        return new StockRow(
                id,
                StockRow.texts(draft),
                StockRow.details(draft),
                mark,
                markedAt,
                reopened,
                createdAt,
                submissions.stream().map(Submission::summary).toList(),
                prices);
    }
}
