package app.forecourt.stock;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.ListingStatus.DRAFT;
import static app.forecourt.stock.ListingStatus.SENT;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.NOT_SENT;
import static app.forecourt.stock.SubmissionState.REJECTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the status of a car with several submissions. */
class ListingStatusTest {
    private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");

    private static ListingStatus of(SubmissionState... states) {
        return ListingStatus.of(
                List.of(states).stream()
                        .map(state -> SampleRows.summary(STAGING, state, SENT))
                        .toList(),
                Optional.empty());
    }

    @Test
    void underWayBeatsUnknownAndUnknownBeatsSent() {
        assertEquals(DRAFT, of());
        assertEquals(DRAFT, of(REJECTED, NOT_SENT));
        assertEquals(ListingStatus.SENT, of(ACCEPTED, REJECTED));
        assertEquals(ListingStatus.UNKNOWN, of(ACCEPTED, SubmissionState.UNKNOWN));
        assertEquals(ListingStatus.WAITING, of(ACCEPTED, SubmissionState.UNKNOWN, SubmissionState.WAITING));
        assertEquals(
                ListingStatus.SENDING,
                of(ACCEPTED, SubmissionState.UNKNOWN, SubmissionState.WAITING, SubmissionState.SENDING));
    }

    @Test
    void acceptanceBeforeReopeningDoesNotCount() {
        List<SubmissionSummary> taken = List.of(SampleRows.summary(STAGING, ACCEPTED, SENT));
        assertEquals(DRAFT, ListingStatus.of(taken, Optional.of(SENT.plusMillis(1))));
        assertEquals(ListingStatus.SENT, ListingStatus.of(taken, Optional.of(SENT)));
    }

    @Test
    void eachProfileHasItsOwnStatus() {
        List<SubmissionSummary> sent = List.of(SampleRows.summary(STAGING, ACCEPTED, SENT));
        assertEquals(ListingStatus.SENT, ListingStatus.of(sent, Optional.empty(), STAGING));
        assertEquals(DRAFT, ListingStatus.of(sent, Optional.empty(), PRACTICE));
    }
}
