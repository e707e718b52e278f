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

import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.Journal;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.DuplicateSubmission.Reason;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the claims around each submission: before it is queued, before each POST, and after the outcome. */
@Timeout(LongWait.TEST_SECONDS)
class OutboxClaimsTest {
    @TempDir
    Path home;

    @AutoClose
    private OutboxFixture fixture;

    private final RecordedClaims claims = new RecordedClaims();

    @BeforeEach
    void open() throws IOException {
        fixture = new OutboxFixture(home);
        fixture.claims = claims;
        fixture.open();
    }

    @Test
    void claimIsSettledAfterTheOutcomeIsOnDisk() {
        Submission submission = fixture.send("A");

        assertEquals(List.of("claim", "begin", "progress ACCEPTED"), claims.take(3));
        assertEquals(ACCEPTED, fixture.storedSubmission(submission).state());
        assertEquals(1, fixture.postCount("A"));
    }

    @Test
    void practiceClaimsNothing() {
        claims.result = new SubmissionClaims.Result.Unreachable();
        fixture.await(fixture.send(PRACTICE, "A"), REJECTED);
        fixture.outbox.close();

        assertEmpty(List.copyOf(claims.calls));
    }

    @Test
    void carHeldByADeskIsAskedAboutAndNotSaved() {
        UUID claim = UUID.randomUUID();
        Instant since = Instant.parse("2026-03-01T12:00:00Z");
        claims.result = new SubmissionClaims.Result.Held(claim, "Anna", true, since);
        Submission submission = fixture.submission(STAGING, "A");

        DuplicateSubmission asked = askedAbout(submission);

        assertEquals(new Reason.HeldByDesk("Anna", true), asked.reason());
        assertEquals(claim, asked.submissionId());
        assertEquals(since, asked.requestedAt());
        assertEmpty(fixture.journal.car(submission.car()));
        claims.result = new SubmissionClaims.Result.Granted(true);
        fixture.await(
                OutboxFixture.queued(
                        fixture.outbox.send(submission, submission.draft(), Set.of(), Set.of(asked.submissionId()))),
                ACCEPTED);
        assertEquals(List.of("claim", "claim confirmed"), claims.take(2));
    }

    @Test
    void submissionOfAnotherDeskIsAskedAbout() {
        DuplicateSubmission other = DuplicateSubmission.ofReason(
                UUID.randomUUID(), fixture.submission(STAGING, "A"), fixture.clock.instant(), new Reason.SentBefore());
        claims.result = new SubmissionClaims.Result.Duplicates(List.of(other));

        assertEquals(other, askedAbout(fixture.submission(STAGING, "A")));
    }

    @Test
    void confirmedCarWaitsForTheServerAndIsSentOnce() {
        claims.result = new SubmissionClaims.Result.Unreachable();
        claims.starts.addAll(0, List.of(SubmissionClaims.Start.UNREACHABLE, SubmissionClaims.Start.UNREACHABLE));
        Submission submission = fixture.submission(STAGING, "A");
        DuplicateSubmission asked = askedAbout(submission);
        assertEquals(new Reason.StockUnreachable(), asked.reason());

        OutboxFixture.queued(
                fixture.outbox.send(submission, submission.draft(), Set.of(), Set.of(asked.submissionId())));

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
                claims.take(8));
        assertEquals(1, fixture.postCount("A"));
        assertEquals(List.of(WAITING, WAITING, SENDING, ACCEPTED), fixture.reportedStates(submission));
    }

    @Test
    void serverThatStaysAwayEndsNoSubmission() {
        claims.starts.addAll(0, Collections.nCopies(30, SubmissionClaims.Start.UNREACHABLE));

        Submission ended = fixture.await(fixture.send("A"), ACCEPTED);

        assertEquals(1, ended.tries());
        assertEquals(1, fixture.postCount("A"));
    }

    @Test
    void carWaitsForTheServerWithTheReason() {
        claims.starts.set(0, SubmissionClaims.Start.UNREACHABLE);
        Submission submission = fixture.send("A");
        fixture.await(submission, WAITING);

        assertEquals(
                Optional.of(new SendOutcome.NotSent(STOCK_UNREACHABLE)),
                fixture.storedSubmission(submission).outcome());
        fixture.outbox.stop(submission);
        fixture.await(submission, NOT_SENT);
        assertEquals(0, fixture.postCount("A"));
    }

    @Test
    void carTakenOverIsNotPosted() {
        claims.starts.set(0, SubmissionClaims.Start.TAKEN_OVER);

        Submission ended = fixture.await(fixture.send("A"), NOT_SENT);

        assertEquals(Optional.of(new SendOutcome.NotSent(TAKEN_OVER)), ended.outcome());
        assertEquals(List.of("claim", "begin", "progress NOT_SENT"), claims.take(3));
        assertEquals(0, fixture.postCount("A"));
        assertEquals(ended.outcome(), fixture.storedSubmission(ended).outcome());
    }

    @Test
    void carThatAnotherCopyOfTheHomeMayHaveSentIsNotPosted() {
        claims.starts.set(0, SubmissionClaims.Start.MAY_HAVE_ARRIVED);

        Submission ended = fixture.await(fixture.send("A"), UNKNOWN);

        assertEquals(Optional.of(new SendOutcome.Unknown(COPIED, Optional.empty())), ended.outcome());
        assertEquals(List.of("claim", "begin", "progress UNKNOWN"), claims.take(3));
        assertEquals(0, fixture.postCount("A"));
    }

    @Test
    void automaticRetryHoldsTheClaimMeanwhile() {
        fixture.network = OutboxFixture.REFUSING;
        fixture.listener = submission -> {
            if (submission.state() == WAITING) {
                fixture.network = OutboxFixture.HERE;
            }
        };
        fixture.send("A");

        assertEquals(List.of("claim", "begin", "progress WAITING", "begin", "progress ACCEPTED"), claims.take(5));
    }

    @Test
    void stoppedCarReturnsItsClaim() {
        fixture.stop();
        fixture.withPause(Duration.ofHours(1)).open();
        fixture.network = OutboxFixture.REFUSING;
        Submission submission = fixture.send("A");
        fixture.await(submission, WAITING);

        fixture.outbox.stop(submission);

        assertEquals(List.of("claim", "begin", "progress WAITING", "progress NOT_SENT"), claims.take(4));
    }

    @Test
    void carSentBeforeFromHereReturnsItsClaim() {
        fixture.await(fixture.send("A"), ACCEPTED);
        assertEquals(3, claims.take(3).size());

        askedAbout(fixture.submission(STAGING, "A"));

        assertEquals(List.of("claim", "progress NOT_SENT"), claims.take(2));
    }

    @Test
    void withdrawnCarReturnsItsClaim() {
        fixture.outbox.withdraw(fixture.submission(STAGING, "A"));

        assertEquals(List.of("progress NOT_SENT"), claims.take(1));
    }

    private DuplicateSubmission askedAbout(Submission submission) {
        List<DuplicateSubmission> found = assertInstanceOf(
                        Journal.EnqueueResult.AlreadyThere.class, fixture.request(submission))
                .duplicates();
        assertEquals(1, found.size());
        return found.getFirst();
    }
}
