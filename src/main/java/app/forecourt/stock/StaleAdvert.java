package app.forecourt.stock;

import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An advert at AutoChat that is out of date. The dealer takes it off by hand, because AutoChat takes no removal from
 * outside.
 *
 * @param car the row of the car
 * @param submission the accepted submission that made the advert
 * @param since the time since which the advert is out of date; empty if that is unknown
 */
public record StaleAdvert(StockRow car, SubmissionSummary submission, Reason reason, Optional<Instant> since) {

    /** Why an advert is out of date. */
    public enum Reason {
        SOLD,
        WITHDRAWN,
        ARCHIVED,
        /** A later version of the car is at the same profile. */
        CORRECTED
    }

    /** Returns a car's adverts that are out of date, the oldest first. Those that were taken off are among them. */
    static List<StaleAdvert> of(StockRow car) {
        List<StaleAdvert> stale = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            List<SubmissionSummary> adverts = car.submissions().stream()
                    .filter(summary -> summary.profile() == profile && summary.isAccepted())
                    .toList();
            for (int index = 0; index + 1 < adverts.size(); index++) {
                stale.add(new StaleAdvert(
                        car,
                        adverts.get(index),
                        Reason.CORRECTED,
                        Optional.of(adverts.get(index + 1).requestedAt())));
            }
            if (!adverts.isEmpty()) {
                reason(car.mark())
                        .ifPresent(
                                reason -> stale.add(new StaleAdvert(car, adverts.getLast(), reason, car.markedAt())));
            }
        }
        return stale;
    }

    private static Optional<Reason> reason(StockMark mark) {
        return switch (mark) {
            case SOLD -> Optional.of(Reason.SOLD);
            case WITHDRAWN -> Optional.of(Reason.WITHDRAWN);
            case ARCHIVED -> Optional.of(Reason.ARCHIVED);
            // A car with an advert can't be deleted.
            case NONE, DELETED -> Optional.empty();
        };
    }

    /** Returns the number of adverts that a profile still has although they are out of date. */
    public static long countLeft(List<StaleAdvert> adverts, Profile profile) {
        return adverts.stream()
                .filter(advert -> advert.profile() == profile && !advert.isTakenOff())
                .count();
    }

    /** Returns the profile that has the advert. */
    public Profile profile() {
        return submission.profile();
    }

    /** Returns true if the dealer has taken the advert off. */
    public boolean isTakenOff() {
        return submission.takenOff().isPresent();
    }
}
