package app.forecourt.stock;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.NOT_SENT;
import static app.forecourt.stock.SubmissionState.REJECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the status of a car with several submissions. */
class SendingStatusTest {
    private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");

    private static SendingStatus of(SubmissionState... states) {
        return SendingStatus.of(
                List.of(states).stream()
                        .map(state -> SampleRows.summary(STAGING, state, SENT))
                        .toList(),
                Optional.empty());
    }

    @Test
    void underWayBeatsUnknownAndUnknownBeatsSent() {
        assertEquals(DRAFT, of());
        assertEquals(DRAFT, of(REJECTED, NOT_SENT));
        assertEquals(SendingStatus.SENT, of(ACCEPTED, REJECTED));
        assertEquals(SendingStatus.UNKNOWN, of(ACCEPTED, SubmissionState.UNKNOWN));
        assertEquals(SendingStatus.WAITING, of(ACCEPTED, SubmissionState.UNKNOWN, SubmissionState.WAITING));
        assertEquals(
                SendingStatus.SENDING,
                of(ACCEPTED, SubmissionState.UNKNOWN, SubmissionState.WAITING, SubmissionState.SENDING));
    }

    @Test
    void acceptanceBeforeReopeningDoesNotCount() {
        List<SubmissionSummary> taken = List.of(SampleRows.summary(STAGING, ACCEPTED, SENT));
        assertEquals(DRAFT, SendingStatus.of(taken, Optional.of(SENT.plusMillis(1))));
        assertEquals(SendingStatus.SENT, SendingStatus.of(taken, Optional.of(SENT)));
    }

    @Test
    void eachProfileHasItsOwnStatus() {
        List<SubmissionSummary> sent = List.of(SampleRows.summary(STAGING, ACCEPTED, SENT));
        assertEquals(SendingStatus.SENT, SendingStatus.of(sent, Optional.empty(), STAGING));
        assertEquals(DRAFT, SendingStatus.of(sent, Optional.empty(), PRACTICE));
    }
}
