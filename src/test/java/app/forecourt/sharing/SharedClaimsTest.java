package app.forecourt.sharing;

import static app.forecourt.car.CarField.BRAND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import app.forecourt.testing.ProofTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of the claims of two desks through a real PostgreSQL. */
class SharedClaimsTest extends TwoDesksFixture {
    @Test
    void secondDeskSeesWhoHasTheCar() {
        Submission first = anna.enqueue(car);
        ImmediateWork annas = work(anna);
        annas.post(first);
        Submission second = bert.enqueue(car);
        ImmediateWork berts = work(bert);
        Result.Held held = berts.held(second);
        assertEquals("Anna", held.desk());
        assertTrue(held.isPosting());
        // The user has confirmed: then the first desk must not post any more.
        assertEquals(new Result.Granted(true), berts.ask(second, held.claim()));
        annas.assertBegin(Start.TAKEN_OVER, first);
        berts.assertBegin(Start.GRANTED, second);
    }

    @Test
    void outcomeSettlesTheClaimAndIsADuplicateElsewhere() {
        Submission first = anna.enqueue(car);
        ImmediateWork annas = work(anna);
        annas.post(first);
        annas.claims.onProgress(anna.end(first, ARRIVED));
        assertClaims("settled");
        List<DuplicateSubmission> found = assertInstanceOf(
                        Result.Duplicates.class, work(bert).ask(bert.enqueue(car)))
                .submissions();
        assertEquals(1, found.size());
        DuplicateSubmission duplicate = found.getFirst();
        assertEquals(first.id(), duplicate.submissionId());
        assertEquals("Opel", duplicate.text(BRAND));
        assertEquals(first.requestedAt(), duplicate.requestedAt());
        assertEquals(first.price(), duplicate.price());
    }

    @Test
    void killBetweenPostAndSettlingIsMendedAtTheNextStart() {
        Submission first = anna.enqueue(car);
        work(anna).post(first);
        anna.end(first, ARRIVED);
        anna.restart();
        assertClaims("posting");
        anna.syncAll();
        assertTrue(Set.of("settled", "released").contains(claimStates()), claimStates());
        bert.syncAll();
        assertEquals(1, bert.car(car).submissions().size());
    }

    @ProofTest
    void claimOfAWaitingSubmissionOutlivesTheProgram() {
        Submission first = anna.enqueue(car);
        work(anna).claim(first);
        anna.restart();
        anna.syncAll();
        assertClaims("held");
        work(anna).assertBegin(Start.GRANTED, first);
        assertClaims("posting");
    }

    @Test
    void claimWithoutItsRowIsKeptWhileItIsOnItsWay() throws Exception {
        ImmediateWork annas = work(anna);
        annas.claim(anna.submission(car));
        anna.sync.syncAll(anna.connection(), annas.claims::underWay);
        assertClaims("held");
    }

    @ProofTest
    void claimThatNobodyNeedsIsReleased() {
        work(anna).claim(anna.submission(car));
        anna.syncAll();
        assertClaims("released");
    }

    @ProofTest
    void ownClaimThatIsNotSettledYetIsNoQuestion() {
        Submission first = anna.enqueue(car);
        ImmediateWork work = work(anna);
        work.isLate = true;
        work.post(first);
        work.claims.onProgress(anna.end(first, NOT_SENT));

        work.post(anna.enqueue(car));
        assertClaims("doubtful posting");
        work.run();
        assertClaims("settled posting");
    }

    @Test
    void claimWhoseReplyWasLostIsNoQuestion() {
        // The same desk in an earlier run.
        work(anna).claim(anna.submission(car));
        work(anna).claim(anna.submission(car));
        assertClaims("released held");
    }

    @Test
    void ownPostThatTheJournalDoesNotKnowIsAQuestion() {
        work(anna).post(anna.submission(car));
        assertTrue(work(anna).held(anna.submission(car)).isPosting());
    }

    @Test
    void ownSubmissionOnItsWayIsAQuestion() {
        ImmediateWork annas = work(anna);
        annas.claim(anna.submission(car));
        annas.held(anna.submission(car));
    }

    @Test
    void lateHoldDoesNotTouchABegunPost() {
        Submission first = anna.enqueue(car);
        ImmediateWork work = work(anna);
        work.isLate = true;
        work.post(first);
        Submission waiting = first.asWaiting(anna.clock.instant(), NOT_SENT, anna.clock.instant());
        work.claims.onProgress(waiting);
        work.claims.begin(waiting);
        work.run();
        assertClaims("posting");
        work.claims.onProgress(waiting);
        work.run();
        assertClaims("held");
    }

    @Test
    void nothingIsRememberedOfWhatHasEnded() {
        work(anna).claim(anna.enqueue(car));
        ImmediateWork work = work(bert);
        SharedClaims berts = work.claims;
        Submission second = bert.submission(car);
        Result.Held held = work.held(second);
        assertEquals(1, berts.size());
        work.ask(second, held.claim());
        assertEquals(1, berts.size());
        berts.onProgress(bert.end(bert.enqueue(car), ARRIVED));
        berts.onProgress(second.withOutcome(bert.clock.instant(), ARRIVED));
        assertEquals(0, berts.size());
        stock.cutOff();
        work.ask(bert.submission(car));
        assertEquals(0, berts.size());
        work.ask(bert.submission(car), SubmissionClaims.WITHOUT_SERVER);
        assertEquals(1, berts.size());
    }
}
