package app.forecourt.send;

import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of claims that are switched while the program runs. */
class SwitchableClaimsTest {
    private static final Submission CAR =
            Submission.of(UUID.randomUUID(), STAGING, "http://127.0.0.1", CarDraft.EMPTY, "{}", Instant.EPOCH);

    @Test
    void suspendedClaimsGrantNothing() {
        SwitchableClaims claims = new SwitchableClaims(SubmissionClaims.NOT_SHARED);
        claims.suspend();
        assertEquals(new Result.Unreachable(), claims.claim(CAR, Set.of()));
        assertEquals(Start.UNREACHABLE, claims.begin(CAR));
        claims.onProgress(CAR);

        claims.use(SubmissionClaims.NOT_SHARED);
        assertEquals(new Result.Granted(false), claims.claim(CAR, Set.of()));
        assertEquals(Start.GRANTED, claims.begin(CAR));
    }
}
