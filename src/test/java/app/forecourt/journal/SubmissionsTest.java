package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.autochat.WaitReason;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
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

/** Tests that submissions and their outcomes are the same after the next start. */
class SubmissionsTest extends JournalFixture {

    static List<SendOutcome> outcomes() {
        var all = new ArrayList<SendOutcome>(List.of(
                new SendOutcome.Accepted(new Answer(201, "application/json", "{\"id\":\"7\"}"),
                        Optional.of("7")),
                new SendOutcome.Accepted(new Answer(200, "", ""), Optional.empty()),
                SendOutcome.Rejected.of(new Answer(422, "application/json",
                        "{\"violations\":[{\"propertyPath\":\"vin\",\"message\":\"ë no\"}]}")),
                SendOutcome.Rejected.of(new Answer(400, "text/plain", "no")),
                new SendOutcome.Limited(Instant.parse("2026-03-01T13:00:00Z")),
                new SendOutcome.Limited(Instant.parse("2026-03-01T13:00:00Z"), WaitReason.SIGN_IN_FAILED),
                new SendOutcome.Unknown(Cause.SERVER_ERROR,
                        Optional.of(new Answer(502, "text/html", "<h1>")))));
        Arrays.stream(SignInFailure.Kind.values()).forEach(kind -> all.addAll(List.of(
                new SendOutcome.SignInRefused(new SignInFailure(kind, Optional.empty())),
                new SendOutcome.SignInRefused(new SignInFailure(kind, Optional.of("said"))))));
        Arrays.stream(Cause.values()).forEach(cause -> all.addAll(List.of(new SendOutcome.NotSent(cause),
                new SendOutcome.Unknown(cause, Optional.empty()))));
        return all;
    }

    static Stream<SendOutcome> outcomesThatWait() {
        return outcomes().stream().filter(outcome -> outcome instanceof SendOutcome.NotSent
                || outcome instanceof SendOutcome.Limited);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcomeIsTheSameAfterReopening(SendOutcome outcome) {
        Submission ended;
        try (Journal journal = open()) {
            ended = ended(journal, attempt(UUID.randomUUID()), outcome);
        }
        Journal again = open();
        assertEquals(ended, only(again, ended.car()));
        assertEquals(ended.trace(), row(again, ended.car()).orElseThrow().traces().getFirst());
        assertEquals(List.of(), again.waiting());
    }

    @ParameterizedTest
    @MethodSource("outcomesThatWait")
    void waitingOutcomeIsTheSameAfterReopening(SendOutcome outcome) {
        Submission waiting;
        try (Journal journal = open()) {
            Instant due = outcome instanceof SendOutcome.Limited(Instant until, WaitReason reason) ? until
                    : clock.instant().plusSeconds(8);
            waiting = noted(journal, attempt(UUID.randomUUID())).leaving(clock.instant())
                    .waiting(clock.instant(), outcome, due);
            journal.note(waiting);
        }
        assertEquals(List.of(waiting), open().waiting());
    }

    @Test
    void submissionAndDraftAreSavedBeforeSending() {
        UUID car = UUID.randomUUID();
        Submission noted;
        try (Journal journal = open()) {
            noted = noted(journal, attempt(car));
        }
        Journal again = open();
        assertEquals(List.of(noted), again.waiting());
        assertEquals(noted.sent(), again.car(car).orElseThrow().draft());
    }

    private String brandAfterEnqueue(Journal journal, CarDraft atPress, Optional<CarDraft> after) {
        UUID car = saved(journal, draft("opel", "1-ABC-23"));
        tick();
        Submission attempt = attempt(car);
        after.ifPresent(draft -> {
            tick();
            journal.save(car, draft, Set.of());
        });
        tick();
        journal.note(attempt, atPress, Set.of(), Set.of());
        return journal.car(car).orElseThrow().draft().text(CarField.BRAND);
    }

    @Test
    void draftAtTheClickIsSaved() {
        assertEquals("audi", brandAfterEnqueue(open(), draft("audi", "1-ABC-23"), Optional.empty()));
    }

    /** A kill right after the submission was saved loses nothing. */
    @Test
    void draftSavedAfterTheClickStays() {
        assertEquals("seat", brandAfterEnqueue(open(), draft("audi", "1-ABC-23"),
                Optional.of(draft("seat", "1-ABC-23"))));
    }

    @Test
    void timesAreTruncatedToMilliseconds() {
        Submission fine = Submission.of(UUID.randomUUID(), Profile.STAGING, "https://a", draft("bmw", "1"),
                "{}",
                Instant.parse("2026-03-01T12:00:00.123456789Z"));
        Journal journal = open();
        Submission noted = noted(journal, fine);
        assertEquals(List.of(noted), journal.waiting());
    }

    @Test
    void sendingSubmissionIsUnknownAtStart() {
        Submission sending;
        try (Journal journal = open()) {
            sending = noted(journal, attempt(UUID.randomUUID())).leaving(clock.instant());
            journal.note(sending);
            assertEquals(ListingStatus.SENDING, row(journal, sending.car()).orElseThrow().standing());
        }
        tick();
        Submission found = only(open(), sending.car());
        assertEquals(sending.ended(clock.instant(), new SendOutcome.Unknown(Cause.BROKEN, Optional.empty())),
                found);
        assertEquals(List.of(), open().waiting());
        assertTrue(row(open(), sending.car()).orElseThrow().needsLook());
    }

    @Test
    void stoppedCarIsDraftAndRejectionStaysVisible() {
        var stopped = new SendOutcome.NotSent(Cause.STOPPED);
        Journal journal = open();
        Submission back = ended(journal, attempt(UUID.randomUUID()), stopped);
        Submission never = ended(journal, attempt(UUID.randomUUID()),
                new SendOutcome.NotSent(Cause.UNREACHABLE));
        Submission refused = ended(journal, attempt(UUID.randomUUID()),
                SendOutcome.Rejected.of(new SendOutcome.Answer(422, "", "")));
        tick();
        ended(journal, attempt(refused.car()), stopped);
        for (Journal now : List.of(journal, open())) {
            assertFalse(row(now, back.car()).orElseThrow().needsLook());
            assertTrue(row(now, never.car()).orElseThrow().needsLook());
            assertEquals(Optional.of(refused.id()),
                    row(now, refused.car()).orElseThrow().turnedDown().map(SubmissionSummary::id));
        }
    }

    @Test
    void waitingOrderSurvivesAClockSetBack() {
        Journal journal = open();
        Submission first = noted(journal, attempt(UUID.randomUUID()));
        clock.go(Duration.ofDays(-1));
        Submission second = noted(journal, attempt(UUID.randomUUID(), Profile.PRODUCTION, "{}"));
        tick();
        Submission third = noted(journal, attempt(UUID.randomUUID()));
        assertEquals(List.of(first, second, third), open().waiting());
    }

    @Test
    void correctionFollowsTheLastAcceptedSubmission() {
        Journal journal = open();
        UUID car = UUID.randomUUID();
        assertEquals(Optional.empty(), noted(journal, attempt(car)).follows());
        Submission first = only(journal, car).leaving(clock.instant()).ended(clock.instant(), ACCEPTED);
        journal.note(first);
        assertEquals(Optional.of(first.id()),
                noted(journal, attempt(car, Profile.PRODUCTION, "{}")).follows(),
                "staging was the rehearsal");
        assertEquals(Optional.empty(), noted(journal, attempt(car, Profile.PRACTICE, "{}")).follows());
        tick();
        Submission second = ended(journal, attempt(car), ACCEPTED, first.id());
        assertEquals(Optional.of(first.id()), second.follows());
        tick();
        Submission third = noted(journal, attempt(car), first.id(), second.id());
        assertEquals(Optional.of(second.id()), third.follows());
        assertEquals(Optional.of(second.id()),
                open().car(car).orElseThrow().attempts().getLast().follows());
    }

    @Test
    void submissionOrderSurvivesAClockSetBack() {
        Journal journal = open();
        UUID car = UUID.randomUUID();
        Submission first = ended(journal, attempt(car), ACCEPTED);
        clock.go(Duration.ofDays(-1));
        Submission second = ended(journal, attempt(car), ACCEPTED, first.id());
        Submission third = ended(journal, attempt(car), UNKNOWN, first.id(), second.id());
        assertEquals(Optional.of(second.id()), third.follows());
        assertEquals(List.of(first.id(), second.id(), third.id()),
                open().car(car).orElseThrow().attempts().stream().map(Submission::id).toList());
    }

    @Test
    void verdictIsForOneCarAndProfileOnly() {
        Journal journal = open();
        UUID car = UUID.randomUUID();
        Submission here = ended(journal, attempt(car), UNKNOWN);
        Submission elsewhere = ended(journal, attempt(car, Profile.PRODUCTION, "{}"), UNKNOWN);
        Submission other = ended(journal, attempt(UUID.randomUUID()), UNKNOWN);
        journal.decide(car, Profile.STAGING, UserVerdict.NONE, UserVerdict.IT_IS_THERE);
        Journal again = open();
        assertEquals(List.of(here.decided(UserVerdict.IT_IS_THERE, here.changed()), elsewhere),
                again.car(car).orElseThrow().attempts());
        assertEquals(UserVerdict.NONE, only(again, other.car()).decision());
        // The verdict is undone.
        again.decide(car, Profile.STAGING, UserVerdict.IT_IS_THERE, UserVerdict.NONE);
        assertEquals(here, open().car(car).orElseThrow().attempts().getFirst());
    }

    @Test
    void acceptedSubmissionTakesNoVerdict() {
        Journal journal = open();
        Submission taken = ended(journal, attempt(UUID.randomUUID()), ACCEPTED);
        journal.decide(taken.car(), Profile.STAGING, UserVerdict.NONE, UserVerdict.SENT_AGAIN);
        assertEquals(taken, only(journal, taken.car()));
    }

    @Test
    void reopenedCarIsDraftUntilAccepted() {
        assertStatusDuringCorrection(Duration.ofSeconds(1));
    }

    @Test
    void reopenedCarIsDraftWithClockSetBack() {
        assertStatusDuringCorrection(Duration.ofDays(-1));
    }

    @Test
    void reopenedCarIsDraftWithinOneMillisecond() {
        assertStatusDuringCorrection(Duration.ZERO);
    }

    private void assertStatusDuringCorrection(Duration meanwhile) {
        Journal journal = open();
        UUID car = UUID.randomUUID();
        Submission first = ended(journal, attempt(car), ACCEPTED);
        assertEquals(ListingStatus.SENT, row(journal, car).orElseThrow().standing());
        clock.go(meanwhile);
        journal.reopen(car, Optional.of(clock.instant()));
        assertEquals(ListingStatus.DRAFT, row(open(), car).orElseThrow().standing(Profile.STAGING));
        clock.go(meanwhile);
        Submission second = ended(journal, attempt(car), ACCEPTED, first.id());
        assertEquals(ListingStatus.SENT, row(open(), car).orElseThrow().standing(Profile.STAGING));
        assertEquals(List.of(first.id(), second.id()), row(open(), car).orElseThrow().traces().stream()
                .map(SubmissionSummary::id).toList());
        journal.reopen(car, Optional.of(clock.instant()));
        assertEquals(ListingStatus.DRAFT, row(journal, car).orElseThrow().standing());
        journal.reopen(car, Optional.empty());
        assertEquals(Optional.empty(), open().car(car).orElseThrow().reopened());
        assertEquals(ListingStatus.SENT, row(open(), car).orElseThrow().standing());
    }

    @Test
    void draftOfADuplicateIsNotSaved() {
        Journal journal = open();
        Submission taken = ended(journal, attempt(UUID.randomUUID()), ACCEPTED);
        journal.save(taken.car(), draft("opel", "2"), Set.of());
        Submission again = attempt(taken.car());
        journal.note(again, again.sent(), Set.of(), Set.of());
        assertEquals(draft("opel", "2"), journal.car(taken.car()).orElseThrow().draft());
        assertFalse(row(journal, taken.car()).orElseThrow().needsLook());
    }

    @Test
    void onlyOneProgramClaimsASubmission() {
        Journal one = open();
        Journal two = open();
        Submission waiting = noted(one, attempt(UUID.randomUUID()));
        assertEquals(List.of(waiting), two.waiting());
        Submission leaving = waiting.leaving(clock.instant());
        assertTrue(one.leave(leaving));
        assertFalse(two.leave(leaving), "it is on its way");
        // The new wait could not be saved; the program that claimed the submission may retry all the same.
        assertTrue(one
                .leave(leaving.waiting(clock.instant(), UNKNOWN, clock.instant()).leaving(clock.instant())));
        assertFalse(two.leave(leaving));
        one.note(leaving.ended(clock.instant(), ACCEPTED));
        assertFalse(two.leave(leaving));
        assertEquals(SubmissionState.ACCEPTED, only(two, waiting.car()).state());
    }
}
