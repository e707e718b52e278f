package app.forecourt.journal;

import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.SERVER_ERROR;
import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENDING;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.SendingStatus.UNKNOWN;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.stock.UserVerdict.NONE;
import static app.forecourt.stock.UserVerdict.SENT_AGAIN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.OutcomeKinds;
import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Accepted;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SendOutcome.Limited;
import app.forecourt.autochat.SendOutcome.NotSent;
import app.forecourt.autochat.SendOutcome.Rejected;
import app.forecourt.autochat.SendOutcome.SignInRefused;
import app.forecourt.autochat.SendOutcome.Unknown;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that submissions and their outcomes are the same after the next start. */
class SubmissionsTest extends JournalFixture {

    static List<SendOutcome> outcomes() {
        var all = new ArrayList<SendOutcome>(List.of(
                new Accepted(new Answer(201, "application/json", "{\"id\":\"7\"}"), Optional.of("7")),
                new Accepted(new Answer(200, "", ""), Optional.empty()),
                Rejected.of(new Answer(
                        422, "application/json", "{\"violations\":[{\"propertyPath\":\"vin\",\"message\":\"ë no\"}]}")),
                Rejected.of(new Answer(400, "text/plain", "no")),
                new Limited(Instant.parse("2026-03-01T13:00:00Z")),
                new Limited(Instant.parse("2026-03-01T13:00:00Z"), RequestLimitReason.SIGN_IN_FAILED),
                new Unknown(SERVER_ERROR, Optional.of(new Answer(502, "text/html", "<h1>")))));
        Arrays.stream(SignInRefusal.Kind.values())
                .forEach(kind -> all.addAll(List.of(
                        new SignInRefused(new SignInRefusal(kind, Optional.empty())),
                        new SignInRefused(new SignInRefusal(kind, Optional.of("said"))))));
        Arrays.stream(FailureCause.values())
                .forEach(cause -> all.addAll(List.of(new NotSent(cause), new Unknown(cause, Optional.empty()))));
        return all;
    }

    static Stream<SendOutcome> outcomesThatWait() {
        return outcomes().stream().filter(outcome -> outcome instanceof NotSent || outcome instanceof Limited);
    }

    @Test
    void everyKindOfOutcomeHasACase() {
        assertEmpty(OutcomeKinds.missing(outcomes()));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcomeIsTheSameAfterReopening(SendOutcome outcome) {
        Submission ended = complete(submission(), outcome);
        Journal again = open();
        assertEquals(ended, onlySubmission(again, ended.car()));
        assertEquals(ended.summary(), listed(again, ended.car()).submissions().getFirst());
        assertEmpty(again.waitingSubmissions());
    }

    @ParameterizedTest
    @MethodSource("outcomesThatWait")
    void waitingOutcomeIsTheSameAfterReopening(SendOutcome outcome) {
        Instant due =
                outcome instanceof Limited(Instant until, RequestLimitReason reason) ? until : now().plusSeconds(8);
        Submission waiting = enqueue(submission()).asSending(now()).asWaiting(now(), outcome, due);
        journal.update(waiting);
        assertEquals(List.of(waiting), open().waitingSubmissions());
    }

    /** A kill right after the submission was saved loses nothing. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void laterDraftOfPressAndAutosaveStays(boolean isTypedAfterPress) {
        UUID car = saveCar(draft("opel", "1-ABC-23"));
        tick();
        Submission submission = submission(car);
        if (isTypedAfterPress) {
            tick();
            save(car, draft("seat", "1-ABC-23"));
        }
        tick();
        journal.note(submission, draft("audi", "1-ABC-23"), Set.of(), Set.of());
        assertEquals(isTypedAfterPress ? "seat" : "audi", draft(journal, car).text(BRAND));
    }

    @Test
    void timesAreTruncatedToMilliseconds() {
        Submission fine = Submission.of(
                UUID.randomUUID(), STAGING, "https://a", draft("bmw", "1"), "{}", now().plusNanos(123_456));
        Submission noted = enqueue(fine);
        assertEquals(List.of(noted), journal.waitingSubmissions());
    }

    @Test
    void sendingSubmissionIsUnknownAtStart() {
        Submission sending = enqueue(submission()).asSending(now());
        journal.update(sending);
        assertEquals(SENDING, listed(journal, sending.car()).status());
        tick();
        Submission found = onlySubmission(open(), sending.car());
        assertEquals(sending.withOutcome(now(), new Unknown(BROKEN, Optional.empty())), found);
        assertEmpty(open().waitingSubmissions());
        assertTrue(listed(open(), sending.car()).needsAttention());
    }

    @Test
    void stoppedCarIsDraftAndRejectionStaysVisible() {
        var stopped = new NotSent(STOPPED);
        Submission back = complete(submission(), stopped);
        Submission never = complete(submission(), new NotSent(UNREACHABLE));
        Submission refused = complete(submission(), Rejected.of(new Answer(422, "", "")));
        tick();
        complete(submission(refused.car()), stopped);
        for (Journal now : List.of(journal, open())) {
            assertFalse(listed(now, back.car()).needsAttention());
            assertTrue(listed(now, never.car()).needsAttention());
            assertEquals(
                    Optional.of(refused.id()),
                    listed(now, refused.car()).failedSubmission().map(SubmissionSummary::id));
        }
    }

    @Test
    void waitingOrderSurvivesAClockSetBack() {
        Submission first = enqueue(submission());
        clock.advanceDays(-1);
        Submission second = enqueue(submission(UUID.randomUUID(), PRODUCTION, "{}"));
        tick();
        Submission third = enqueue(submission());
        assertEquals(List.of(first, second, third), open().waitingSubmissions());
    }

    @Test
    void correctionFollowsTheLastAcceptedSubmission() {
        UUID car = UUID.randomUUID();
        assertEmpty(enqueue(submission(car)).follows());
        Submission first = onlySubmission(journal, car).asSending(now()).withOutcome(now(), ACCEPTED);
        journal.update(first);
        assertEquals(
                Optional.of(first.id()),
                enqueue(submission(car, PRODUCTION, "{}")).follows(),
                "staging was the rehearsal");
        assertEmpty(enqueue(submission(car, PRACTICE, "{}")).follows());
        tick();
        Submission second = accept(car, first.id());
        assertEquals(Optional.of(first.id()), second.follows());
    }

    @Test
    void submissionOrderSurvivesAClockSetBack() {
        UUID car = UUID.randomUUID();
        Submission first = accept(car);
        clock.advanceDays(-1);
        Submission second = accept(car, first.id());
        Submission third = complete(submission(car), UNKNOWN, first.id(), second.id());
        assertEquals(Optional.of(second.id()), third.follows());
        assertEquals(List.of(first, second, third), stored(open(), car).submissions());
    }

    @Test
    void verdictIsForOneCarAndProfileOnly() {
        UUID car = UUID.randomUUID();
        Submission here = complete(submission(car), UNKNOWN);
        Submission elsewhere = complete(submission(car, PRODUCTION, "{}"), UNKNOWN);
        Submission other = complete(submission(), UNKNOWN);
        journal.setVerdict(car, STAGING, NONE, IT_IS_THERE);
        Journal again = open();
        assertEquals(
                List.of(here.withVerdict(IT_IS_THERE, here.changedAt()), elsewhere),
                stored(again, car).submissions());
        assertEquals(NONE, onlySubmission(again, other.car()).verdict());
        // The verdict is undone.
        again.setVerdict(car, STAGING, IT_IS_THERE, NONE);
        assertEquals(here, stored(open(), car).submissions().getFirst());
    }

    @Test
    void acceptedSubmissionTakesNoVerdict() {
        Submission taken = sendCar(journal);
        journal.setVerdict(taken.car(), STAGING, NONE, SENT_AGAIN);
        assertEquals(taken, onlySubmission(journal, taken.car()));
    }

    /** Sets the clock between the steps. It may also stand still or go back. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1S", "-P1D"})
    void reopenedCarIsDraftUntilAccepted(Duration meanwhile) {
        UUID car = UUID.randomUUID();
        Submission first = accept(car);
        assertEquals(SENT, listed(journal, car).status());
        clock.advance(meanwhile);
        journal.setReopened(car, Optional.of(now()));
        assertEquals(DRAFT, listed(open(), car).status(STAGING));
        clock.advance(meanwhile);
        Submission second = accept(car, first.id());
        assertEquals(SENT, listed(open(), car).status(STAGING));
        assertEquals(
                List.of(first.summary(), second.summary()), listed(open(), car).submissions());
        journal.setReopened(car, Optional.of(now()));
        assertEquals(DRAFT, listed(journal, car).status());
        journal.setReopened(car, Optional.empty());
        assertEmpty(stored(open(), car).reopened());
        assertEquals(SENT, listed(open(), car).status());
    }

    @Test
    void draftOfADuplicateIsNotSaved() {
        Submission taken = sendCar(journal);
        save(taken.car(), draft("opel", "2"));
        Submission again = submission(taken.car());
        note(journal, again);
        assertEquals(draft("opel", "2"), draft(journal, taken.car()));
        assertFalse(listed(journal, taken.car()).needsAttention());
    }

    @Test
    void missingSubmissionCanBeSentOnce() {
        Submission leaving = submission().asSending(now());
        assertTrue(journal.markSending(leaving));
        assertEquals(leaving, onlySubmission(journal, leaving.car()));
        assertFalse(journal.markSending(leaving));
    }

    @Test
    void onlyOneProgramClaimsASubmission() {
        Journal one = open();
        Journal two = open();
        Submission waiting = enqueue(one, submission());
        assertEquals(List.of(waiting), two.waitingSubmissions());
        Submission leaving = waiting.asSending(now());
        assertTrue(one.markSending(leaving));
        assertFalse(two.markSending(leaving), "it is on its way");
        // The new wait could not be saved; the program that claimed the submission may retry all the same.
        assertTrue(one.markSending(leaving.asWaiting(now(), UNKNOWN, now()).asSending(now())));
        assertFalse(two.markSending(leaving));
        one.update(leaving.withOutcome(now(), ACCEPTED));
        assertFalse(two.markSending(leaving));
        assertState(SubmissionState.ACCEPTED, two, waiting);
    }
}
