package app.forecourt.send;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.DuplicateSubmission.Reason;
import app.forecourt.stock.Submission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The check of the claims before a submission is queued. Practice claims nothing, because each desk has its own. */
final class SubmissionClaimer {
    private final SubmissionClaims shared;
    private final Executor executor;
    private final Clock clock;

    SubmissionClaimer(SubmissionClaims shared, Executor executor, Clock clock) {
        this.shared = shared;
        this.executor = executor;
        this.clock = clock;
    }

    SubmissionClaims claims(Profile profile) {
        return profile == Profile.PRACTICE ? SubmissionClaims.NOT_SHARED : shared;
    }

    /**
     * Claims the car of a submission. Blocks on the network.
     *
     * @param confirmed the ids that the user has confirmed
     * @return what the user has to confirm first; empty if the submission may be queued
     */
    List<DuplicateSubmission> claim(Submission submission, Set<UUID> confirmed) {
        return switch (claims(submission.profile()).claim(submission, confirmed)) {
            case SubmissionClaims.Result.Granted _ -> List.of();
            case SubmissionClaims.Result.Duplicates(var submissions) -> submissions;
            case SubmissionClaims.Result.Held(UUID claim, String desk, boolean isPosting, Instant since) ->
                List.of(DuplicateSubmission.ofReason(claim, submission, since, new Reason.HeldByDesk(desk, isPosting)));
            case SubmissionClaims.Result.Restored() ->
                List.of(DuplicateSubmission.ofReason(
                        SubmissionClaims.RESTORED_SERVER, submission, clock.instant(), new Reason.StockRestored()));
            // A confirmed submission is queued without a claim, and gets one before its POST.
            case SubmissionClaims.Result.Unreachable() ->
                confirmed.contains(SubmissionClaims.WITHOUT_SERVER)
                        ? List.of()
                        : List.of(DuplicateSubmission.ofReason(
                                SubmissionClaims.WITHOUT_SERVER,
                                submission,
                                clock.instant(),
                                new Reason.StockUnreachable()));
        };
    }

    /** Returns the earlier submissions of the journal and what the claim adds, each id once. */
    static List<DuplicateSubmission> merge(List<DuplicateSubmission> earlier, List<DuplicateSubmission> objections) {
        Set<UUID> known =
                earlier.stream().map(DuplicateSubmission::submissionId).collect(Collectors.toSet());
        return Stream.concat(
                        earlier.stream(),
                        objections.stream().filter(objection -> !known.contains(objection.submissionId())))
                .toList();
    }

    /** Returns the claim of a submission that is not queued after all. Blocks on the network. */
    void withdraw(Submission submission) {
        SubmissionClaims claims = claims(submission.profile());
        if (claims != SubmissionClaims.NOT_SHARED) {
            claims.onProgress(submission.withOutcome(clock.instant(), new SendOutcome.NotSent(FailureCause.STOPPED)));
        }
    }

    /** Returns the claim as {@link #withdraw} does, later. */
    void withdrawLater(Submission submission) {
        if (claims(submission.profile()) != SubmissionClaims.NOT_SHARED) {
            executor.execute(() -> withdraw(submission));
        }
    }
}
