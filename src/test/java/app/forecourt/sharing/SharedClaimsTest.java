package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.journal.JournalFixture;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of the claims of two desks through a real PostgreSQL. */
class SharedClaimsTest extends TwoDesksFixture {
    private static SharedClaims claims(TestDesk desk) {
        return work(desk).claims;
    }

    private static Submission end(TestDesk desk, SubmissionClaims claims, Submission submission) {
        Submission ended = desk.end(submission, JournalFixture.ACCEPTED);
        claims.onProgress(ended);
        return ended;
    }

    @Test
    void secondDeskSeesWhoHasTheCar() {
        Submission first = anna.enqueue(car);
        ImmediateWork annas = work(anna);
        annas.post(first);
        Submission second = bert.enqueue(car);
        SubmissionClaims berts = claims(bert);
        Result.Held held = held(berts, second);
        assertEquals("Anna", held.desk());
        assertTrue(held.isPosting());
        // The user has confirmed: then the first desk must not post any more.
        assertEquals(new Result.Granted(true), berts.claim(second, Set.of(held.claim())));
        assertEquals(Start.TAKEN_OVER, annas.claims.begin(first));
        assertEquals(Start.GRANTED, berts.begin(second));
    }

    @Test
    void outcomeSettlesTheClaimAndIsADuplicateElsewhere() {
        Submission first = anna.enqueue(car);
        ImmediateWork annas = work(anna);
        annas.post(first);
        end(anna, annas.claims, first);
        assertEquals("settled", claimStates());
        Result.Duplicates found =
                assertInstanceOf(Result.Duplicates.class, claims(bert).claim(bert.enqueue(car), Set.of()));
        assertEquals(
                List.of(first.id()),
                found.submissions().stream()
                        .map(DuplicateSubmission::submissionId)
                        .toList());
        assertEquals("Opel", found.submissions().getFirst().text(CarField.BRAND));
        assertEquals(first.requestedAt(), found.submissions().getFirst().requestedAt());
    }

    @Test
    void killBetweenPostAndSettlingIsMendedAtTheNextStart() {
        Submission first = anna.enqueue(car);
        work(anna).post(first);
        anna.end(first, JournalFixture.ACCEPTED);
        anna.restart();
        assertEquals("posting", claimStates());
        anna.syncAll();
        assertTrue(Set.of("settled", "released").contains(claimStates()), claimStates());
        bert.syncAll();
        assertEquals(1, bert.car(car).submissions().size());
    }

    @Tag("proof")
    @Test
    void claimOfAWaitingSubmissionOutlivesTheProgram() {
        Submission first = anna.enqueue(car);
        work(anna).claim(first);
        anna.restart();
        anna.syncAll();
        assertEquals("held", claimStates());
        assertEquals(Start.GRANTED, claims(anna).begin(first));
        assertEquals("posting", claimStates());
    }

    @Test
    void claimWithoutItsRowIsKeptWhileItIsOnItsWay() throws Exception {
        SharedClaims annas = claims(anna);
        annas.claim(anna.submission(car), Set.of());
        anna.sync.syncAll(anna.connection(), annas::underWay);
        assertEquals("held", claimStates());
    }

    @Tag("proof")
    @Test
    void claimThatNobodyNeedsIsReleased() {
        work(anna).claim(anna.submission(car));
        anna.syncAll();
        assertEquals("released", claimStates());
    }

    @Tag("proof")
    @Test
    void ownClaimThatIsNotSettledYetIsNoQuestion() {
        Submission first = anna.enqueue(car);
        ImmediateWork work = work(anna);
        work.isLate = true;
        work.post(first);
        Submission ended = anna.end(first, new SendOutcome.NotSent(FailureCause.UNREACHABLE));
        work.claims.onProgress(ended);

        work.post(anna.enqueue(car));
        assertEquals("doubtful posting", claimStates());
        work.run();
        assertEquals("settled posting", claimStates());
    }

    @Test
    void claimWhoseReplyWasLostIsNoQuestion() {
        // The same desk in an earlier run.
        work(anna).claim(anna.submission(car));
        work(anna).claim(anna.submission(car));
        assertEquals("released held", claimStates());
    }

    @Test
    void ownPostThatTheJournalDoesNotKnowIsAQuestion() {
        work(anna).post(anna.submission(car));
        assertTrue(held(claims(anna), anna.submission(car)).isPosting());
    }

    @Test
    void ownSubmissionOnItsWayIsAQuestion() {
        SharedClaims annas = claims(anna);
        annas.claim(anna.submission(car), Set.of());
        held(annas, anna.submission(car));
    }

    @Test
    void lateHoldDoesNotTouchABegunPost() {
        Submission first = anna.enqueue(car);
        ImmediateWork work = work(anna);
        work.isLate = true;
        work.post(first);
        Submission waiting = first.asWaiting(
                anna.clock.instant(), new SendOutcome.NotSent(FailureCause.UNREACHABLE), anna.clock.instant());
        work.claims.onProgress(waiting);
        work.claims.begin(waiting);
        work.run();
        assertEquals("posting", claimStates());
        work.claims.onProgress(waiting);
        work.run();
        assertEquals("held", claimStates());
    }

    @Test
    void nothingIsRememberedOfWhatHasEnded() {
        SharedClaims annas = claims(anna);
        Submission first = anna.enqueue(car);
        annas.claim(first, Set.of());
        SharedClaims berts = claims(bert);
        Submission second = bert.submission(car);
        Result.Held held = held(berts, second);
        assertEquals(1, berts.size());
        berts.claim(second, Set.of(held.claim()));
        assertEquals(1, berts.size());
        end(bert, berts, bert.enqueue(car));
        berts.onProgress(second.withOutcome(bert.clock.instant(), JournalFixture.ACCEPTED));
        assertEquals(0, berts.size());
        stock.cutOff();
        berts.claim(bert.submission(car), Set.of());
        assertEquals(0, berts.size());
        berts.claim(bert.submission(car), Set.of(SubmissionClaims.WITHOUT_SERVER));
        assertEquals(1, berts.size());
    }
}
