package app.forecourt.stock;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.REJECTED;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StaleAdvert.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adverts that the dealer has to take off AutoChat. */
class StaleAdvertTest {
    private static final Instant MARKED = Instant.parse("2026-11-27T12:00:00Z");

    private static SubmissionSummary summary(Profile profile, SubmissionState state, UserVerdict verdict, int second) {
        return SampleRows.summary(profile, state, verdict, at(second), Map.of());
    }

    private static SubmissionSummary accepted(Profile profile, int second) {
        return SampleRows.summary(profile, ACCEPTED, at(second));
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static StockRow car(StockMark mark, SubmissionSummary... submissions) {
        return SampleRows.of(CarDraft.EMPTY, mark, Optional.of(MARKED), Optional.empty(), at(0), submissions);
    }

    private static List<String> described(StockRow car) {
        return car.staleAdverts().stream()
                .map(advert -> advert.profile() + " n"
                        + advert.submission().requestedAt().getEpochSecond() + " " + advert.reason() + " "
                        + advert.since().orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"SOLD", "WITHDRAWN", "ARCHIVED"})
    void markedCarHasOneAdvertOnEachProfile(Reason reason) {
        StockRow car = car(StockMark.valueOf(reason.name()), accepted(STAGING, 1), accepted(PRODUCTION, 2));
        assertEquals(
                List.of("STAGING n1 " + reason + " " + MARKED, "PRODUCTION n2 " + reason + " " + MARKED),
                described(car));
    }

    @Test
    void carInStockHasNone() {
        assertEmpty(described(car(NONE, accepted(STAGING, 1))));
    }

    @Test
    void correctionLeavesTheEarlierAdvert() {
        SubmissionSummary first = accepted(STAGING, 1);
        SubmissionSummary again = accepted(STAGING, 4);
        assertEquals(
                List.of("STAGING n1 CORRECTED " + at(4)),
                described(car(
                        NONE, first, accepted(PRODUCTION, 2), summary(STAGING, REJECTED, UserVerdict.NONE, 3), again)));
        assertEquals(
                List.of("STAGING n1 CORRECTED " + at(4), "STAGING n4 SOLD " + MARKED),
                described(car(SOLD, first, again)));
    }

    @Test
    void onlyAcceptedSubmissionsAreAdverts() {
        StockRow car = car(
                SOLD,
                summary(STAGING, UNKNOWN, UserVerdict.NONE, 1),
                summary(PRACTICE, REJECTED, UserVerdict.NONE, 2),
                summary(PRODUCTION, UNKNOWN, IT_IS_THERE, 3));
        assertEquals(List.of("PRODUCTION n3 SOLD " + MARKED), described(car));
    }

    @Test
    void tickStaysAtItsAdvert() {
        SubmissionSummary first = accepted(STAGING, 1);
        StockRow car = car(SOLD, first, accepted(STAGING, 2)).with(first.takenOff(Optional.of(MARKED)));
        assertTrue(car.staleAdverts().getFirst().isTakenOff());
        assertFalse(car.staleAdverts().getLast().isTakenOff());
    }
}
