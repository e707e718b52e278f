package app.forecourt.send;

import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The claims by which several desks send a car once. The outbox asks for a claim before a submission is queued, and
 * again just before each POST. A desk that shares nothing has {@link #NOT_SHARED}. Claim and begin block on the
 * network.
 */
public interface SubmissionClaims {
    /** The id by which the user confirms to send without the server of the shared stock. */
    UUID WITHOUT_SERVER = new UUID(0, 1);

    /** The id by which the user confirms to send although the server of the shared stock was restored. */
    UUID RESTORED_SERVER = new UUID(0, 2);

    /** The claims of a desk that shares nothing: each is granted. */
    SubmissionClaims NOT_SHARED = new SubmissionClaims() {
        @Override
        public Result claim(Submission submission, Set<UUID> confirmed) {
            return new Result.Granted(false);
        }

        @Override
        public Start begin(Submission submission) {
            return Start.GRANTED;
        }

        @Override
        public void onProgress(Submission submission) {
            // Nobody else needs to know.
        }
    };

    /** The result of a claim. */
    sealed interface Result {
        /**
         * This desk may send the car.
         *
         * @param mayHaveArrived true if the user took the claim over from a desk that was sending the car, so that the
         *     car may have arrived
         */
        record Granted(boolean mayHaveArrived) implements Result {}

        /**
         * Another desk is sending the car. The user may take that over by confirming the claim.
         *
         * @param claim the id to confirm
         * @param isPosting true if the car may have arrived already
         * @param since the time of the last progress, by the server's clock
         */
        record Held(UUID claim, String desk, boolean isPosting, Instant since) implements Result {}

        /**
         * The profile may have the car already, by submissions of any desk. The user may confirm them.
         *
         * @param submissions the submissions to confirm by their ids
         */
        record Duplicates(List<DuplicateSubmission> submissions) implements Result {
            public Duplicates {
                submissions = List.copyOf(submissions);
            }
        }

        /** The server can't be asked. Another desk may be sending the car; the user decides. */
        record Unreachable() implements Result {}

        /** The server was restored from a backup, so that it may not know that another desk is sending the car. */
        record Restored() implements Result {}
    }

    /** The answer just before a POST. */
    enum Start {
        GRANTED,
        /** Another desk has taken the car over. There must be no POST. */
        TAKEN_OVER,
        /** The journal has an outcome already, because the home is a restored copy. There must be no POST. */
        ENDED,
        /**
         * Another copy of the home has begun a POST, so that the car may have arrived. The journal does not know that.
         * There must be no other POST.
         */
        MAY_HAVE_ARRIVED,
        /** The server can't be asked. The submission goes on waiting. */
        UNREACHABLE
    }

    /**
     * Claims the car of a submission for a profile.
     *
     * @param confirmed the ids of submissions and claims that the user has confirmed
     */
    Result claim(Submission submission, Set<UUID> confirmed);

    /** Notes that the POST of a submission follows now. */
    Start begin(Submission submission);

    /**
     * Notes that a submission waits again, or that it has ended. Its claim is held or settled later: does not block.
     */
    void onProgress(Submission submission);
}
