package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.stock.Submission;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of claims at a server that was restored from a backup while a desk was sending a car. */
class RestoredClaimTest extends TwoDesksFixture {
    private static final Set<UUID> CONFIRMED = Set.of(SubmissionClaims.RESTORED_SERVER);

    /** Restores the shared database from before the claim of a POST that is under way. */
    private void restoreDuringThePost() {
        stock.backUp();
        work(anna).post(anna.enqueue(car));
        stock.restoreOldBackup();
        stock.execute("DELETE FROM forecourt.claim");
    }

    @Test
    void carThatAnotherDeskSendsIsAQuestion() {
        restoreDuringThePost();
        assertEquals(new Result.Restored(), work(bert).claims.claim(bert.enqueue(car), Set.of()));
    }

    @Test
    void questionOutlivesComparisonAndRestart() {
        restoreDuringThePost();
        bert.restart();
        bert.syncAll();
        bert.restart();
        Submission second = bert.enqueue(car);
        assertEquals(new Result.Restored(), work(bert).claims.claim(second, Set.of()));
        assertEquals(Start.TAKEN_OVER, work(bert).claims.begin(second));
    }

    @Test
    void userIsAskedOnce() {
        UUID other = bert.addCar("Fiat", "9.000");
        bert.syncAll();
        restoreDuringThePost();
        SharedClaims berts = work(bert).claims;
        Submission second = bert.enqueue(car);
        assertEquals(new Result.Restored(), berts.claim(second, Set.of()));
        assertEquals(new Result.Granted(false), berts.claim(second, CONFIRMED));
        assertEquals(Start.GRANTED, berts.begin(second));
        bert.syncAll();
        bert.restart();
        bert.syncAll();
        work(bert).claim(bert.enqueue(other));
    }
}
