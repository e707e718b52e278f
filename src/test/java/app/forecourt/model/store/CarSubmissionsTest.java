package app.forecourt.model.store;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.SendingStatus.UNKNOWN;
import static app.forecourt.stock.SendingStatus.WAITING;
import static app.forecourt.stock.SubmissionState.SENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome.NotSent;
import app.forecourt.car.CarDraft;
import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Test of the submissions of a car in memory. */
class CarSubmissionsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final CarInMemory car = CarInMemory.fresh(CarDraft.EMPTY, NOON);
    private final CarSubmissions sent = car.submissions();

    @Test
    void setBackClockKeepsSubmissionAfterCorrection() {
        assertEquals(NOON.minusSeconds(60), sent.submissionTime(NOON.minusSeconds(60)), "never reopened");
        sent.reopen(Optional.of(NOON));
        assertEquals(NOON, sent.submissionTime(NOON.minusSeconds(60)));
        assertEquals(NOON.plusSeconds(1), sent.submissionTime(NOON.plusSeconds(1)));
    }

    private Submission submission(Instant at) {
        return Submission.of(car.id(), STAGING, "http://127.0.0.1", CarDraft.EMPTY, "{}", at);
    }

    @Test
    void requestCountsAsSendingAndIsNoSubmissionYet() {
        Submission waiting = submission(NOON);
        sent.put(waiting.asRequested());
        assertEquals(SendingStatus.SENDING, sent.status(STAGING));
        assertEquals(DRAFT, sent.status(PRODUCTION));
        assertTrue(sent.isEmpty());
        assertEquals(DRAFT, car.row().status(), "the list shows what the journal has");

        sent.withdrawRequest(STAGING);
        assertEquals(DRAFT, sent.status(STAGING));
        assertFalse(sent.hasRequest());
    }

    @Test
    void reportedSubmissionReplacesItsRequest() {
        Submission waiting = submission(NOON);
        sent.put(waiting.asRequested());
        sent.put(waiting.asSending(NOON));
        sent.put(waiting);
        assertEquals(
                List.of(SENDING),
                sent.all().stream().map(Submission::state).toList(),
                "the late answer to the request changes nothing");
        sent.withdrawRequest(STAGING);
        assertEquals(SendingStatus.SENDING, sent.status(STAGING));
    }

    @Test
    void newSubmissionSettlesAnUnknownOne() {
        sent.put(submission(NOON).asSending(NOON).withOutcome(NOON, JournalFixture.UNKNOWN));
        assertEquals(UNKNOWN, sent.status(STAGING));
        Submission again = submission(NOON.plusSeconds(9));
        sent.put(again.asRequested());
        assertEquals(UNKNOWN, car.row().status(), "not before the journal has the new one");
        sent.put(again);
        assertEquals(WAITING, sent.status(STAGING));
        Submission accepted =
                again.asSending(NOON.plusSeconds(9)).withOutcome(NOON.plusSeconds(10), JournalFixture.ACCEPTED);
        sent.put(accepted);
        assertEquals(SENT, sent.status(STAGING));
    }

    @Test
    void unansweredRepetitionLeavesTheFirstUnknown() {
        sent.put(submission(NOON).asSending(NOON).withOutcome(NOON, JournalFixture.UNKNOWN));
        Submission again = submission(NOON.plusSeconds(9));
        sent.put(again);
        sent.put(again.asSending(NOON.plusSeconds(9)).withOutcome(NOON.plusSeconds(10), new NotSent(STOPPED)));
        assertEquals(UNKNOWN, sent.status(STAGING));
    }
}
