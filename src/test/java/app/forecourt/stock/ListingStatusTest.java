package app.forecourt.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the status of a car with several submissions, and of the keys of a stock row. */
class ListingStatusTest {
    private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");

    private static SubmissionSummary summary(Profile profile, SubmissionState state) {
        return new SubmissionSummary(UUID.randomUUID(), profile, state, false, UserVerdict.NONE, SENT,
                Optional.empty(), Optional.empty(), Map.of());
    }

    private static ListingStatus of(SubmissionState... states) {
        return ListingStatus.of(
                List.of(states).stream().map(state -> summary(Profile.STAGING, state)).toList(),
                Optional.empty());
    }

    @Test
    void underWayBeatsUnknownAndUnknownBeatsSent() {
        assertEquals(ListingStatus.DRAFT, of());
        assertEquals(ListingStatus.DRAFT, of(SubmissionState.REJECTED, SubmissionState.NOT_SENT));
        assertEquals(ListingStatus.SENT, of(SubmissionState.ACCEPTED, SubmissionState.REJECTED));
        assertEquals(ListingStatus.UNKNOWN, of(SubmissionState.ACCEPTED, SubmissionState.UNKNOWN));
        assertEquals(ListingStatus.WAITING,
                of(SubmissionState.ACCEPTED, SubmissionState.UNKNOWN, SubmissionState.WAITING));
        assertEquals(ListingStatus.SENDING, of(SubmissionState.ACCEPTED, SubmissionState.UNKNOWN,
                SubmissionState.WAITING, SubmissionState.SENDING));
    }

    @Test
    void acceptanceBeforeReopeningDoesNotCount() {
        List<SubmissionSummary> taken = List.of(summary(Profile.STAGING, SubmissionState.ACCEPTED));
        assertEquals(ListingStatus.DRAFT, ListingStatus.of(taken, Optional.of(SENT.plusMillis(1))));
        assertEquals(ListingStatus.SENT, ListingStatus.of(taken, Optional.of(SENT)));
    }

    @Test
    void eachProfileHasItsOwnStatus() {
        List<SubmissionSummary> traces = List.of(summary(Profile.STAGING, SubmissionState.ACCEPTED),
                summary(Profile.PRODUCTION, SubmissionState.WAITING));
        assertEquals(ListingStatus.SENT, ListingStatus.of(traces, Optional.empty(), Profile.STAGING));
        assertEquals(ListingStatus.WAITING, ListingStatus.of(traces, Optional.empty(), Profile.PRODUCTION));
        assertEquals(ListingStatus.DRAFT, ListingStatus.of(traces, Optional.empty(), Profile.PRACTICE));
    }

    @Test
    void keysOfARowAreNormalized() {
        StockRow row = SampleRows.of(Map.of(CarField.BRAND, "bmw", CarField.LICENSE_PLATE, "xd-99-13",
                CarField.INTERNAL_ID, "a 7", CarField.VIN, " - "));
        assertEquals(Map.of(CarField.LICENSE_PLATE, "XD9913", CarField.INTERNAL_ID, "A7"),
                row.duplicateKeys());
    }
}
