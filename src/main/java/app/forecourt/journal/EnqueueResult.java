package app.forecourt.journal;

import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import java.util.List;

/** The result of a request to save and send a submission. */
public sealed interface EnqueueResult {
    /** The submission is saved and is sent after those before it. */
    record Enqueued(Submission submission) implements EnqueueResult {}

    /** The profile may have the car already, by submissions that the user has not confirmed. Nothing is sent. */
    record AlreadyThere(List<DuplicateSubmission> duplicates) implements EnqueueResult {
        public AlreadyThere {
            duplicates = List.copyOf(duplicates);
        }
    }

    /** The submission could not be saved. Nothing is sent. */
    record NotSaved(JournalException.Reason reason) implements EnqueueResult {}
}
