package app.forecourt.send;

import static app.forecourt.autochat.FailureCause.COPIED;
import static app.forecourt.autochat.FailureCause.STOCK_UNREACHABLE;
import static app.forecourt.autochat.FailureCause.TAKEN_OVER;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.NOT_SENT;
import static app.forecourt.stock.SubmissionState.REJECTED;
import static app.forecourt.stock.SubmissionState.SENDING;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.SubmissionState.WAITING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.DuplicateSubmission.Reason;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the claims around each submission: before it is queued, before each POST, and after the outcome. */
@Timeout(LongWait.TEST_SECONDS)
class OutboxClaimsTest extends OutboxFixture {
    private final RecordedClaims recorded = new RecordedClaims();

    OutboxClaimsTest() {
        claims = recorded;
        open();
    }

    @Test
    void claimIsSettledAfterTheOutcomeIsOnDisk() {
        Submission submission = send("A");

        assertEquals(List.of("claim", "begin", "progress ACCEPTED"), recorded.take(3));
        assertEquals(ACCEPTED, storedSubmission(submission).state());
        assertPosted("A");
    }

    @Test
    void practiceClaimsNothing() {
        recorded.result = new SubmissionClaims.Result.Unreachable();
        await(send(PRACTICE, "A"), REJECTED);
        outbox.close();

        assertEmpty(List.copyOf(recorded.calls));
    }

    @Test
    void carHeldByADeskIsAskedAboutAndNotSaved() {
        UUID claim = UUID.randomUUID();
        Instant since = Instant.parse("2026-03-01T12:00:00Z");
        recorded.result = new SubmissionClaims.Result.Held(claim, "Anna", true, since);
        Submission submission = submission(STAGING, "A");

        DuplicateSubmission asked = askedAbout(submission);

        assertEquals(new Reason.HeldByDesk("Anna", true), asked.reason());
        assertEquals(claim, asked.submissionId());
        assertEquals(since, asked.requestedAt());
        assertEmpty(journal.car(submission.car()));
        recorded.result = new SubmissionClaims.Result.Granted(true);
        await(queued(outbox.send(submission, submission.draft(), Set.of(), Set.of(asked.submissionId()))), ACCEPTED);
        assertEquals(List.of("claim", "claim confirmed"), recorded.take(2));
    }

    @Test
    void submissionOfAnotherDeskIsAskedAbout() {
        DuplicateSubmission other = DuplicateSubmission.ofReason(
                UUID.randomUUID(), submission(STAGING, "A"), clock.instant(), new Reason.SentBefore());
        recorded.result = new SubmissionClaims.Result.Duplicates(List.of(other));

        assertEquals(other, askedAbout(submission(STAGING, "A")));
    }

    @Test
    void confirmedCarWaitsForTheServerAndIsSentOnce() {
        recorded.result = new SubmissionClaims.Result.Unreachable();
        recorded.starts.addAll(0, List.of(SubmissionClaims.Start.UNREACHABLE, SubmissionClaims.Start.UNREACHABLE));
        Submission submission = submission(STAGING, "A");
        DuplicateSubmission asked = askedAbout(submission);
        assertEquals(new Reason.StockUnreachable(), asked.reason());

        queued(outbox.send(submission, submission.draft(), Set.of(), Set.of(asked.submissionId())));

        assertEquals(
                List.of(
                        "claim",
                        "claim confirmed",
                        "begin",
                        "progress WAITING",
                        "begin",
                        "progress WAITING",
                        "begin",
                        "progress ACCEPTED"),
                recorded.take(8));
        assertPosted("A");
        assertEquals(List.of(WAITING, WAITING, SENDING, ACCEPTED), reportedStates(submission));
        assertEquals(1, storedSubmission(submission).tries());
    }

    @Test
    void carWaitsForTheServerWithTheReason() {
        recorded.starts.set(0, SubmissionClaims.Start.UNREACHABLE);
        Submission submission = send("A");
        await(submission, WAITING);

        assertEquals(
                Optional.of(new SendOutcome.NotSent(STOCK_UNREACHABLE)),
                storedSubmission(submission).outcome());
        outbox.stop(submission);
        await(submission, NOT_SENT);
        assertPosted();
    }

    static Stream<Arguments> lostClaims() {
        return Stream.of(
                arguments(SubmissionClaims.Start.TAKEN_OVER, new SendOutcome.NotSent(TAKEN_OVER), NOT_SENT),
                arguments(
                        SubmissionClaims.Start.MAY_HAVE_ARRIVED,
                        new SendOutcome.Unknown(COPIED, Optional.empty()),
                        UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("lostClaims")
    void carThatAnotherMayHaveSentIsNotPosted(
            SubmissionClaims.Start start, SendOutcome outcome, SubmissionState state) {
        recorded.starts.set(0, start);
        Submission ended = await(send("A"), state);
        assertEquals(Optional.of(outcome), storedSubmission(ended).outcome());
        assertEquals(List.of("claim", "begin", "progress " + state), recorded.take(3));
        assertPosted();
    }

    @Test
    void automaticRetryHoldsTheClaimMeanwhile() {
        network = REFUSING;
        listener = submission -> {
            if (submission.state() == WAITING) {
                network = HERE;
            }
        };
        Submission submission = send("A");
        assertEquals(List.of("claim", "begin", "progress WAITING", "begin", "progress ACCEPTED"), recorded.take(5));
        assertEquals(2, storedSubmission(submission).tries());
        assertPosted("A");
    }

    @Test
    void stoppedCarReturnsItsClaim() {
        stop();
        withPause(Duration.ofHours(1)).open();
        network = REFUSING;
        Submission submission = send("A");
        await(submission, WAITING);

        outbox.stop(submission);

        assertEquals(List.of("claim", "begin", "progress WAITING", "progress NOT_SENT"), recorded.take(4));
    }

    @Test
    void carSentBeforeFromHereReturnsItsClaim() {
        await(send("A"), ACCEPTED);
        assertEquals(3, recorded.take(3).size());

        askedAbout(submission(STAGING, "A"));

        assertEquals(List.of("claim", "progress NOT_SENT"), recorded.take(2));
    }

    @Test
    void withdrawnCarReturnsItsClaim() {
        outbox.withdraw(submission(STAGING, "A"));

        assertEquals(List.of("progress NOT_SENT"), recorded.take(1));
    }

    private DuplicateSubmission askedAbout(Submission submission) {
        List<DuplicateSubmission> found = assertInstanceOf(EnqueueResult.AlreadyThere.class, request(submission))
                .duplicates();
        assertEquals(1, found.size());
        return found.getFirst();
    }
}
