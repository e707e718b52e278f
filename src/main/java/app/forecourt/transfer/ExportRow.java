package app.forecourt.transfer;

import app.forecourt.car.CarDraft;
import app.forecourt.stock.PriceChange;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.List;
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
 * @param stock what only the dealer's own list knows of the car
 */
public record ExportRow(CarDraft draft, String status, String profile, Optional<Instant> sent,
        String number, InStock stock) {

    /**
     * What only the dealer's own list knows of a car.
     *
     * @param mark the dealer's mark, in one word; blank if there is none
     * @param markedAt the time at which the car got its mark
     * @param firstSent the time at which the first submission was requested that AutoChat accepted
     * @param toTakeOff the profiles that still have an advert that is out of date, once for each advert
     * @param priceChange the last change of the sales price
     */
    public record InStock(String mark, Optional<Instant> markedAt, Optional<Instant> firstSent,
            List<String> toTakeOff, Optional<PriceChange> priceChange) {
        /** Nothing is known of the car beside its draft. */
        public static final InStock UNKNOWN = new InStock("", Optional.empty(), Optional.empty(), List.of(),
                Optional.empty());

        static InStock of(StockRow row) {
            return new InStock(row.mark() == StockMark.NONE ? "" : row.mark().name().toLowerCase(Locale.ROOT),
                    row.markedAt(), row.firstSent(), row.staleAdverts().stream()
                            .filter(advert -> !advert.isTakenOff()).map(StaleAdvert::profile)
                            .map(profile -> profile.key()).toList(),
                    row.priceChange());
        }
    }

    /** Creates the row of a car. The last accepted submission counts. */
    public static ExportRow of(StoredCar car) {
        Optional<Submission> accepted = car.submissions().reversed().stream().filter(Submission::isAccepted)
                .findFirst();
        StockRow row = car.row();
        return new ExportRow(car.draft(), row.status().name().toLowerCase(Locale.ROOT),
                accepted.map(submission -> submission.profile().key()).orElse(""),
                accepted.map(Submission::changedAt),
                accepted.flatMap(Submission::number).orElse(""), InStock.of(row));
    }
}
