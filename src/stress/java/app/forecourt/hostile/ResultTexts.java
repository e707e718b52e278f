package app.forecourt.hostile;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.register.RdwClient;
import app.forecourt.stock.Submission;

/** Short texts of the results in the report. */
final class ResultTexts {
    private ResultTexts() {}

    static String shown(Object came) {
        return switch (came) {
            case RdwClient.Outcome.Found(var vehicle) -> vehicle.hasFuels() ? "found" : "without its fuels";
            case RdwClient.Outcome.Unknown _ -> "no such plate";
            case RdwClient.Outcome.Limited _ -> "limited";
            case RdwClient.Outcome.Failed(var trouble, int _) -> "failed, " + trouble;
            case PhotoFetch.Outcome.Shown _ -> "shown";
            case PhotoFetch.Outcome.Broken(var error, int _) -> "not shown, " + error;
            case Submission submission -> {
                String cause = cause(submission.outcome().orElseThrow());
                yield submission.state() + (cause.isEmpty() ? "" : ", " + cause);
            }
            default -> throw new AssertionError(came);
        };
    }

    /** Returns the cause of a failure; empty for an answer of AutoChat about the car. */
    static String cause(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Unknown(var cause, var _) -> cause.name();
            case SendOutcome.NotSent(var cause) -> cause.name();
            case SendOutcome.SignInRefused(var failure) -> failure.kind().name();
            case SendOutcome.Limited _ -> "limited";
            case SendOutcome.Accepted _, SendOutcome.Rejected _ -> "";
        };
    }
}
