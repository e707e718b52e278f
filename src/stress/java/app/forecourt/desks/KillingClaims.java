package app.forecourt.desks;

import app.forecourt.send.SubmissionClaims;
import app.forecourt.stock.Submission;
import app.forecourt.testing.StartedProgram;
import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** The claims of a desk that sometimes kills its own process with SIGKILL, at the moments that matter. */
record KillingClaims(SubmissionClaims claims, Random random) implements SubmissionClaims {
    /** One of so many passes of a moment ends in a kill. */
    private static final int ODDS = 40;

    @Override
    public Result claim(Submission submission, Set<UUID> confirmed) {
        Result result = claims.claim(submission, confirmed);
        killSometimes("claimed");
        return result;
    }

    @Override
    public Start begin(Submission submission) {
        killSometimes("before-begin");
        Start start = claims.begin(submission);
        killSometimes("begun");
        return start;
    }

    @Override
    public void onProgress(Submission submission) {
        killSometimes("noted");
        claims.onProgress(submission);
    }

    private void killSometimes(String moment) {
        synchronized (random) {
            if (random.nextInt(ODDS) > 0) {
                return;
            }
        }
        StartedProgram.print("point " + moment);
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
