package app.forecourt.stock;

import java.util.List;

/** The result of saving a submission in the journal. */
public sealed interface EnqueueResult {
    /** The submission is in the journal and may be sent. */
    record Enqueued(Submission submission) implements EnqueueResult {}

    /** The profile may have the car already, by submissions that the user has not confirmed. */
    record AlreadyThere(List<DuplicateMatch> duplicates) implements EnqueueResult {
        public AlreadyThere {
            duplicates = List.copyOf(duplicates);
        }
    }
}
