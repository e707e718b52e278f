package app.forecourt.sharing;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FailureCause.TAKEN_OVER;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.stock.UserVerdict.NONE;
import static app.forecourt.stock.UserVerdict.SENT_AGAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.JournalFixture;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.stock.Submission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of submissions whose desk does not know yet what another desk, an earlier start or a backup has changed. */
class ClaimWithStaleDataTest extends TwoDesksFixture {
    /** Sends a submission, then restores the home to the time before. */
    private Submission sendAndRestoreHome() {
        Submission waiting = anna.enqueue(car);
        Path copy = anna.copyHome();
        ImmediateWork work = work(anna);
        work.post(waiting);
        work.claims.onProgress(anna.end(waiting, JournalFixture.ACCEPTED));
        anna.restore(copy);
        return waiting;
    }

    @Tag("proof")
    @Test
    void restoredHomeWaitsForTheOutcome() {
        Submission waiting = sendAndRestoreHome();
        ImmediateWork work = work(anna);
        work.isCompared = false;
        assertEquals(Start.UNREACHABLE, work.claims.begin(waiting));
        anna.syncAll();
        work.isCompared = true;
        assertEquals(Start.ENDED, work.claims.begin(waiting));
        assertEquals(0, work.claims.size());
        assertEquals(ACCEPTED, anna.sent(car).state());
    }

    @Test
    void serverRefusesASubmissionThatHasEnded() {
        Submission waiting = sendAndRestoreHome();
        assertEquals(Start.TAKEN_OVER, work(anna).claims.begin(waiting));
    }

    @Tag("proof")
    @Test
    void carThatMayHaveArrivedIsNotTurnedDownByACopy() {
        Submission waiting = anna.enqueue(car);
        Path copy = anna.copyHome();
        anna.end(waiting, JournalFixture.UNKNOWN);
        anna.syncAll();
        anna.restore(copy);
        anna.end(waiting, new SendOutcome.NotSent(TAKEN_OVER));
        anna.syncAll();
        bert.syncAll();
        assertEquals(UNKNOWN, anna.sent(car).state());
        assertEquals(UNKNOWN, bert.sent(car).state());
    }

    /** Returns a submission of the other desk with an unknown outcome, which both desks know. */
    private Submission leftUnknown() {
        Submission first = bert.end(bert.enqueue(car), JournalFixture.UNKNOWN);
        bert.syncAll();
        anna.syncAll();
        return first;
    }

    @Test
    void carThatIsThereByALaterVerdictIsNotSent() {
        Submission first = leftUnknown();
        Submission second = anna.enqueue(car, first.id());
        ImmediateWork work = work(anna);
        work.claim(second, first.id());
        bert.setVerdict(car, NONE, IT_IS_THERE);
        bert.syncAll();
        assertEquals(Start.TAKEN_OVER, work.claims.begin(second));
    }

    @Test
    void carThatIsThereByAVerdictDuringTheWaitIsNotSent() {
        Submission first = leftUnknown();
        Submission second = anna.enqueue(car, first.id());
        ImmediateWork work = work(anna);
        stock.cutOff();
        assertEquals(
                new Result.Unreachable(),
                work.claims.claim(second, Set.of(first.id(), SubmissionClaims.WITHOUT_SERVER)));
        stock.reconnect();
        bert.setVerdict(car, NONE, IT_IS_THERE);
        bert.restart();
        bert.syncAll();
        anna.syncAll();
        assertEquals(Start.TAKEN_OVER, work.claims.begin(second));
    }

    @Test
    void tickOfAKnownAdvertDoesNotStopTheCar() {
        Submission first = leftUnknown();
        bert.setVerdict(car, NONE, IT_IS_THERE);
        bert.syncAll();
        anna.syncAll();
        Submission second = anna.enqueue(car, first.id());
        ImmediateWork work = work(anna);
        work.claim(second, first.id());
        bert.journal.setTakenOff(first.id(), Optional.of(bert.clock.instant()));
        bert.syncAll();
        assertEquals(Start.GRANTED, work.claims.begin(second));
    }

    @Test
    void verdictOfTheCarArrivesBeforeTheClaimEnds() {
        Submission first = anna.end(anna.enqueue(car), JournalFixture.UNKNOWN);
        anna.syncAll();
        Submission second = anna.enqueue(car, first.id());
        ImmediateWork work = work(anna);
        work.post(second, first.id());
        anna.setVerdict(car, SENT_AGAIN, IT_IS_THERE);
        work.claims.onProgress(anna.end(second, new SendOutcome.NotSent(UNREACHABLE)));
        assertEquals("it_is_there", stock.text("SELECT verdict FROM forecourt.item WHERE id = '" + first.id() + "'"));
    }

    @Tag("proof")
    @Test
    void claimOfAnEarlierStartEndsWithItsSubmission() {
        Submission first = anna.enqueue(car);
        work(anna).claim(first);
        anna.restart();
        ImmediateWork work = work(anna);
        work.claims.onProgress(anna.end(first, new SendOutcome.NotSent(STOPPED)));
        work.run();
        assertEquals("settled", claimStates());
    }

    @Tag("proof")
    @Test
    void claimOfASubmissionThatHasEndedUnnoticedEnds() {
        Submission first = anna.enqueue(car);
        work(anna).claim(first);
        anna.end(first, JournalFixture.ACCEPTED);
        ImmediateWork work = work(anna);
        assertEquals(Start.ENDED, work.claims.begin(first));
        work.run();
        assertEquals("settled", claimStates());
    }

    @Test
    void serverRestoredWhileConnectedIsNoticed() throws Exception {
        anna.sync.pull(anna.connection());
        stock.restoreBackup();
        assertEquals(ServerFailure.BROKEN_MEANWHILE, failedPull(anna));
        anna.syncAll();
        anna.sync.pull(anna.connection());
        assertEquals("Opel", anna.text(car, BRAND));
    }

    @Tag("proof")
    @Test
    void serverWithAnEarlierVersionIsNoticed() throws Exception {
        stock.execute("UPDATE forecourt.stock SET version = 0", "DELETE FROM forecourt.item");
        assertEquals(ServerFailure.BROKEN_MEANWHILE, failedPull(bert));
        bert.syncAll();
        bert.sync.pull(bert.connection());
        assertEquals("1", stock.text("SELECT count(*) FROM forecourt.item"));
    }

    private static ServerFailure failedPull(TestDesk desk) {
        return assertThrows(StockServerException.class, () -> desk.sync.pull(desk.connection()))
                .failure();
    }

    @Test
    void carThatADeskHasSentAloneIsNotSent() {
        Submission second = anna.enqueue(car);
        ImmediateWork work = work(anna);
        work.claim(second);
        // That desk did not share the stock, so that it had no claim.
        bert.end(bert.enqueue(car), JournalFixture.UNKNOWN);
        bert.syncAll();
        assertEquals(Start.TAKEN_OVER, work.claims.begin(second));
    }

    @Tag("proof")
    @Test
    void restoredHomeDoesNotSendALaterTryThatItsClaimWasPosting() {
        Submission first = anna.enqueue(car);
        anna.syncAll();
        work(anna).post(first);
        // AutoChat could not be reached, and a kill came before the claim was held again.
        Instant now = anna.clock.instant();
        Submission waiting = first.asSending(now).asWaiting(now, new SendOutcome.NotSent(UNREACHABLE), now);
        anna.journal.update(waiting);
        Path copy = anna.copyHome();
        assertEquals(Start.GRANTED, work(anna).claims.begin(waiting));
        anna.end(waiting, JournalFixture.ACCEPTED);
        anna.restore(copy);
        anna.syncAll();
        assertEquals(Start.MAY_HAVE_ARRIVED, work(anna).claims.begin(waiting));
    }

    @Test
    void restoredHomeDoesNotSendWhatItsClaimWasPosting() {
        Submission waiting = anna.enqueue(car);
        anna.syncAll();
        work(anna).claim(waiting);
        Path copy = anna.copyHome();
        assertEquals(Start.GRANTED, work(anna).claims.begin(waiting));
        anna.end(waiting, JournalFixture.ACCEPTED);
        // The disk breaks before the outcome is at the server.
        anna.restore(copy);
        anna.syncAll();
        assertEquals(Start.MAY_HAVE_ARRIVED, work(anna).claims.begin(waiting));
    }
}
