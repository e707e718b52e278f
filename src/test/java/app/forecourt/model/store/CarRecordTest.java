package app.forecourt.model.store;

import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.ListingStatus.DRAFT;
import static app.forecourt.stock.ListingStatus.SENT;
import static app.forecourt.stock.ListingStatus.UNKNOWN;
import static app.forecourt.stock.ListingStatus.WAITING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Test of a car in memory. */
class CarRecordTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void setBackClockKeepsSubmissionAfterCorrection() {
        CarRecord car = CarRecord.fresh(CarDraft.EMPTY, NOON);
        assertEquals(NOON.minusSeconds(60), car.submissionTime(NOON.minusSeconds(60)), "never reopened");
        car.reopen(Optional.of(NOON));
        assertEquals(NOON, car.submissionTime(NOON.minusSeconds(60)));
        assertEquals(NOON.plusSeconds(1), car.submissionTime(NOON.plusSeconds(1)));
    }

    private static Submission submission(CarRecord car, Instant at) {
        return Submission.of(car.id(), STAGING, "http://127.0.0.1", CarDraft.EMPTY, "{}", at);
    }

    @Test
    void requestCountsAsSendingAndIsNoSubmissionYet() {
        CarRecord car = CarRecord.fresh(CarDraft.EMPTY, NOON);
        Submission waiting = submission(car, NOON);
        car.put(waiting.asRequested());
        assertEquals(ListingStatus.SENDING, car.status(STAGING));
        assertEquals(DRAFT, car.status(PRODUCTION));
        assertEmpty(car.submissions());
        assertEquals(DRAFT, car.row().status(), "the list shows what the journal has");

        car.withdrawRequest(STAGING);
        assertEquals(DRAFT, car.status(STAGING));
        assertFalse(car.hasRequest());
    }

    @Test
    void reportedSubmissionReplacesItsRequest() {
        CarRecord car = CarRecord.fresh(CarDraft.EMPTY, NOON);
        Submission waiting = submission(car, NOON);
        car.put(waiting.asRequested());
        car.put(waiting.asSending(NOON));
        car.put(waiting);
        assertEquals(
                List.of(SubmissionState.SENDING),
                car.submissions().stream().map(Submission::state).toList(),
                "the late answer to the request changes nothing");
        car.withdrawRequest(STAGING);
        assertEquals(ListingStatus.SENDING, car.status(STAGING));
    }

    @Test
    void newSubmissionSettlesAnUnknownOne() {
        CarRecord car = CarRecord.fresh(CarDraft.EMPTY, NOON);
        car.put(submission(car, NOON)
                .asSending(NOON)
                .withOutcome(NOON, new SendOutcome.Unknown(BROKEN, Optional.empty())));
        assertEquals(UNKNOWN, car.status(STAGING));
        Submission again = submission(car, NOON.plusSeconds(9));
        car.put(again.asRequested());
        assertEquals(UNKNOWN, car.row().status(), "not before the journal has the new one");
        car.put(again);
        assertEquals(WAITING, car.status(STAGING));
        Submission accepted = again.asSending(NOON.plusSeconds(9))
                .withOutcome(
                        NOON.plusSeconds(10),
                        new SendOutcome.Accepted(new SendOutcome.Answer(201, "", "{}"), Optional.empty()));
        car.put(accepted);
        assertEquals(SENT, car.status(STAGING));
    }

    @Test
    void unansweredRepetitionLeavesTheFirstUnknown() {
        CarRecord car = CarRecord.fresh(CarDraft.EMPTY, NOON);
        car.put(submission(car, NOON)
                .asSending(NOON)
                .withOutcome(NOON, new SendOutcome.Unknown(BROKEN, Optional.empty())));
        Submission again = submission(car, NOON.plusSeconds(9));
        car.put(again);
        car.put(again.asSending(NOON.plusSeconds(9))
                .withOutcome(NOON.plusSeconds(10), new SendOutcome.NotSent(STOPPED)));
        assertEquals(UNKNOWN, car.status(STAGING));
    }
}
