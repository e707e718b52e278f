package app.forecourt.sharing;

import static app.forecourt.autochat.FailureCause.TAKEN_OVER;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.stock.UserVerdict.NONE;
import static app.forecourt.stock.UserVerdict.SENT_AGAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.stock.Submission;
import app.forecourt.testing.ProofTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests of submissions whose desk does not know yet what another desk, an earlier start or a backup has changed. */
class ClaimWithStaleDataTest extends TwoDesksFixture {
    private ImmediateWork work;

    /** Enqueues the car at the first desk after the user has confirmed an earlier submission. */
    private Submission enqueueAfter(Submission earlier) {
        work = work(anna);
        return anna.enqueue(car, earlier.id());
    }

    /** Sends a submission, then restores the home to the time before. */
    private Submission sendAndRestoreHome() throws IOException {
        Submission waiting = anna.enqueue(car);
        Path copy = anna.copyHome();
        work = work(anna);
        work.post(waiting);
        work.claims.onProgress(anna.end(waiting, ARRIVED));
        anna.restore(copy);
        return waiting;
    }

    @ProofTest
    void restoredHomeWaitsForTheOutcome() throws IOException {
        Submission waiting = sendAndRestoreHome();
        work = work(anna);
        work.isCompared = false;
        work.assertBegin(Start.UNREACHABLE, waiting);
        anna.syncAll();
        work.isCompared = true;
        work.assertBegin(Start.ENDED, waiting);
        assertEquals(0, work.claims.size());
        assertEquals(ACCEPTED, anna.sent(car).state());
    }

    @Test
    void serverRefusesASubmissionThatHasEnded() throws IOException {
        Submission waiting = sendAndRestoreHome();
        work(anna).assertBegin(Start.TAKEN_OVER, waiting);
    }

    @ProofTest
    void carThatMayHaveArrivedIsNotTurnedDownByACopy() throws IOException {
        Submission waiting = anna.enqueue(car);
        Path copy = anna.copyHome();
        anna.end(waiting, IN_DOUBT);
        anna.syncAll();
        anna.restore(copy);
        anna.end(waiting, new SendOutcome.NotSent(TAKEN_OVER));
        sync();
        assertEach(UNKNOWN, desk -> desk.sent(car).state());
    }

    /** Returns a submission of the other desk with an unknown outcome, which both desks know. */
    private Submission leftUnknown() {
        Submission first = bert.end(bert.enqueue(car), IN_DOUBT);
        sync();
        return first;
    }

    @Test
    void carThatIsThereByALaterVerdictIsNotSent() {
        Submission first = leftUnknown();
        Submission second = enqueueAfter(first);
        work.claim(second, first.id());
        bert.setVerdict(car, NONE, IT_IS_THERE);
        bert.syncAll();
        work.assertBegin(Start.TAKEN_OVER, second);
    }

    @Test
    void carThatIsThereByAVerdictDuringTheWaitIsNotSent() {
        Submission first = leftUnknown();
        Submission second = enqueueAfter(first);
        stock.cutOff();
        assertEquals(new Result.Unreachable(), work.ask(second, first.id(), SubmissionClaims.WITHOUT_SERVER));
        stock.reconnect();
        bert.setVerdict(car, NONE, IT_IS_THERE);
        bert.restart();
        bert.syncAll();
        anna.syncAll();
        work.assertBegin(Start.TAKEN_OVER, second);
    }

    @Test
    void tickOfAKnownAdvertDoesNotStopTheCar() {
        Submission first = leftUnknown();
        bert.setVerdict(car, NONE, IT_IS_THERE);
        sync();
        Submission second = enqueueAfter(first);
        work.claim(second, first.id());
        bert.tick(first, true);
        bert.syncAll();
        work.assertBegin(Start.GRANTED, second);
    }

    @Test
    void verdictOfTheCarArrivesBeforeTheClaimEnds() {
        Submission first = anna.end(anna.enqueue(car), IN_DOUBT);
        anna.syncAll();
        Submission second = enqueueAfter(first);
        work.post(second, first.id());
        anna.setVerdict(car, SENT_AGAIN, IT_IS_THERE);
        work.claims.onProgress(anna.end(second, NOT_SENT));
        assertEquals("it_is_there", stock.text("SELECT verdict FROM forecourt.item WHERE id = '" + first.id() + "'"));
    }

    @ProofTest
    void claimOfASubmissionThatHasEndedUnnoticedEnds() {
        Submission first = anna.enqueue(car);
        work(anna).claim(first);
        anna.end(first, ARRIVED);
        work = work(anna);
        work.assertBegin(Start.ENDED, first);
        work.run();
        assertClaims("settled");
    }

    @Test
    void serverRestoredWhileConnectedIsNoticed() throws Exception {
        anna.pull();
        stock.restoreBackup();
        assertEquals(ServerFailure.BROKEN_MEANWHILE, failedPull(anna));
        anna.syncAll();
        anna.pull();
        assertEquals("Opel", anna.text(car, BRAND));
    }

    @ProofTest
    void serverWithAnEarlierVersionIsNoticed() throws Exception {
        stock.execute("UPDATE forecourt.stock SET version = 0", "DELETE FROM forecourt.item");
        assertEquals(ServerFailure.BROKEN_MEANWHILE, failedPull(bert));
        bert.syncAll();
        bert.pull();
        assertEquals("1", stock.text("SELECT count(*) FROM forecourt.item"));
    }

    private static ServerFailure failedPull(TestDesk desk) {
        return assertThrows(StockServerException.class, desk::pull).failure();
    }

    @Test
    void carThatADeskHasSentAloneIsNotSent() {
        Submission second = anna.enqueue(car);
        work = work(anna);
        work.claim(second);
        // That desk did not share the stock, so that it had no claim.
        bert.end(bert.enqueue(car), IN_DOUBT);
        bert.syncAll();
        work.assertBegin(Start.TAKEN_OVER, second);
    }

    @ProofTest
    void restoredHomeDoesNotSendALaterTryThatItsClaimWasPosting() throws IOException {
        Submission first = anna.enqueue(car);
        anna.syncAll();
        work(anna).post(first);
        // AutoChat could not be reached, and a kill came before the claim was held again.
        Instant now = anna.clock.instant();
        Submission waiting = first.asSending(now).asWaiting(now, NOT_SENT, now);
        anna.journal.update(waiting);
        assertNotSentFromACopy(waiting);
    }

    @Test
    void restoredHomeDoesNotSendWhatItsClaimWasPosting() throws IOException {
        Submission waiting = anna.enqueue(car);
        anna.syncAll();
        work(anna).claim(waiting);
        assertNotSentFromACopy(waiting);
    }

    private void assertNotSentFromACopy(Submission waiting) throws IOException {
        Path copy = anna.copyHome();
        work(anna).assertBegin(Start.GRANTED, waiting);
        anna.end(waiting, ARRIVED);
        // The disk breaks before the outcome is at the server.
        anna.restore(copy);
        anna.syncAll();
        work(anna).assertBegin(Start.MAY_HAVE_ARRIVED, waiting);
    }
}
