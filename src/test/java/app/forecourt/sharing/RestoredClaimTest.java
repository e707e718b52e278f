package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.stock.Submission;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of claims at a server that was restored from a backup while a desk was sending a car. */
class RestoredClaimTest extends TwoDesksFixture {
    /** Restores the shared database from before the claim of a POST that is under way. */
    private void restoreDuringThePost() {
        stock.backUp();
        work(anna).post(anna.enqueue(car));
        stock.restoreOldBackup();
        stock.execute("DELETE FROM forecourt.claim");
    }

    @Test
    void questionOutlivesComparisonAndRestart() {
        restoreDuringThePost();
        bert.restart();
        bert.syncAll();
        bert.restart();
        Submission second = bert.enqueue(car);
        assertEquals(new Result.Restored(), work(bert).ask(second));
        work(bert).assertBegin(Start.TAKEN_OVER, second);
    }

    @Test
    void carConfirmedWithoutTheServerIsNoQuestion() {
        Submission second = bert.enqueue(car);
        ImmediateWork berts = work(bert);
        stock.cutOff();
        berts.ask(second, SubmissionClaims.WITHOUT_SERVER);
        stock.restoreBackup();
        stock.reconnect();
        berts.assertBegin(Start.GRANTED, second);
    }

    @Test
    void userIsAskedOnce() {
        UUID other = bert.addCar("Fiat", "9.000");
        bert.syncAll();
        restoreDuringThePost();
        ImmediateWork berts = work(bert);
        Submission second = bert.enqueue(car);
        assertEquals(new Result.Restored(), berts.ask(second));
        berts.post(second, SubmissionClaims.RESTORED_SERVER);
        bert.syncAll();
        bert.restart();
        bert.syncAll();
        work(bert).claim(bert.enqueue(other));
    }
}
