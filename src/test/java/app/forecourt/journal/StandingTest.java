package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.profile.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a car stands with several attempts, and what the list knows it by. */
class StandingTest {
    private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");

    private static Trace trace(Profile profile, State state) {
        return new Trace(UUID.randomUUID(), profile, state, false, Decision.NONE, SENT, Map.of());
    }

    private static Standing of(State... states) {
        return Standing.of(
                List.of(states).stream().map(state -> trace(Profile.STAGING, state)).toList(),
                Optional.empty());
    }

    @Test
    void whatIsGoingOnComesBeforeWhatNobodyKnowsAndThatBeforeWhatIsThere() {
        assertEquals(Standing.DRAFT, of());
        assertEquals(Standing.DRAFT, of(State.REJECTED, State.NOT_SENT));
        assertEquals(Standing.SENT, of(State.ACCEPTED, State.REJECTED));
        assertEquals(Standing.UNKNOWN, of(State.ACCEPTED, State.UNKNOWN));
        assertEquals(Standing.WAITING, of(State.ACCEPTED, State.UNKNOWN, State.WAITING));
        assertEquals(Standing.SENDING, of(State.ACCEPTED, State.UNKNOWN, State.WAITING, State.SENDING));
    }

    @Test
    void whatWasTakenBeforeItWasOpenedAgainDoesNotCount() {
        List<Trace> taken = List.of(trace(Profile.STAGING, State.ACCEPTED));
        assertEquals(Standing.DRAFT, Standing.of(taken, Optional.of(SENT.plusMillis(1))));
        assertEquals(Standing.SENT, Standing.of(taken, Optional.of(SENT)));
    }

    @Test
    void eachProfileHasItsOwn() {
        List<Trace> traces = List.of(trace(Profile.STAGING, State.ACCEPTED),
                trace(Profile.PRODUCTION, State.WAITING));
        assertEquals(Standing.SENT, Standing.of(traces, Optional.empty(), Profile.STAGING));
        assertEquals(Standing.WAITING, Standing.of(traces, Optional.empty(), Profile.PRODUCTION));
        assertEquals(Standing.DRAFT, Standing.of(traces, Optional.empty(), Profile.PRACTICE));
    }

    @Test
    void aRowIsKnownByWhatTellsTwoCarsToBeOneHoweverItIsWritten() {
        var row = new StockRow(UUID.randomUUID(), Map.of(CarField.BRAND, "bmw", CarField.LICENSE_PLATE,
                "xd-99-13", CarField.INTERNAL_ID, "a 7", CarField.VIN, " - "), Mark.NONE, Optional.empty(),
                SENT, List.of());
        assertEquals(Map.of(CarField.LICENSE_PLATE, "XD9913", CarField.INTERNAL_ID, "A7"), row.keys());
    }
}
