package app.forecourt.model.cars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Test of a car without its draft. */
class CarRecordTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void setBackClockKeepsSubmissionAfterCorrection() {
        CarRecord car = CarRecord.fresh(NOON);
        assertEquals(NOON.minusSeconds(60), car.submissionTime(NOON.minusSeconds(60)), "never reopened");
        car.reopen(Optional.of(NOON));
        assertEquals(NOON, car.submissionTime(NOON.minusSeconds(60)));
        assertEquals(NOON.plusSeconds(1), car.submissionTime(NOON.plusSeconds(1)));
    }
}
