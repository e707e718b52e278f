package app.forecourt.ui.stock;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.REJECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.stock.SampleRows;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state that a row of the list shows. */
class StockRowStateTest {
    private static final Instant SENT = Instant.parse("2026-11-27T12:00:00Z");

    private static StockRowState state(Optional<Instant> reopened, SubmissionState... submissions) {
        return StockRowState.of(SampleRows.of(
                CarDraft.EMPTY,
                NONE,
                Optional.empty(),
                reopened,
                SENT,
                Arrays.stream(submissions)
                        .map(state -> SampleRows.summary(STAGING, state, SENT))
                        .toArray(SubmissionSummary[]::new)));
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING, WAITING",
        "SENDING, SENDING",
        "ACCEPTED, SENT",
        "UNKNOWN, UNKNOWN",
        "REJECTED, REJECTED",
        "NOT_SENT, NOT_SENT",
        "REFUSED, NOT_SENT",
        "LIMITED, NOT_SENT"
    })
    void lastSubmissionDecides(SubmissionState submission, StockRowState state) {
        assertEquals(state, state(Optional.empty(), submission));
    }

    @Test
    void draftIsToldFromCorrection() {
        Optional<Instant> later = Optional.of(SENT.plus(Duration.ofHours(1)));
        assertEquals(StockRowState.DRAFT, state(Optional.empty()));
        assertEquals(StockRowState.CORRECTING, state(later, ACCEPTED));
        assertEquals(StockRowState.REJECTED, state(later, ACCEPTED, REJECTED));
    }
}
