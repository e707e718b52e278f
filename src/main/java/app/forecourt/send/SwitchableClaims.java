package app.forecourt.send;

import app.forecourt.stock.Submission;
import java.util.Set;
import java.util.UUID;

/**
 * The claims of a desk whose stock is shared or left while the program runs. May be used from any thread, because the
 * outbox asks on its own.
 */
public final class SwitchableClaims implements SubmissionClaims {
    /** The claims of a shared stock before its sync has begun. */
    private static final SubmissionClaims NOT_READY = new SubmissionClaims() {
        @Override
        public Result claim(Submission submission, Set<UUID> confirmed) {
            return new Result.Unreachable();
        }

        @Override
        public Start begin(Submission submission) {
            return Start.UNREACHABLE;
        }

        @Override
        public void onProgress(Submission submission) {
            // The sync settles open claims when it begins.
        }
    };

    private volatile SubmissionClaims current;

    /** @param first the claims until the first switch */
    public SwitchableClaims(SubmissionClaims first) {
        this.current = first;
    }

    /** Uses other claims from now on. */
    public void use(SubmissionClaims claims) {
        current = claims;
    }

    /** Grants nothing until the next switch, because the stock is shared and its sync has not begun. */
    public void suspend() {
        current = NOT_READY;
    }

    @Override
    public Result claim(Submission submission, Set<UUID> confirmed) {
        return current.claim(submission, confirmed);
    }

    @Override
    public Start begin(Submission submission) {
        return current.begin(submission);
    }

    @Override
    public void onProgress(Submission submission) {
        current.onProgress(submission);
    }
}
