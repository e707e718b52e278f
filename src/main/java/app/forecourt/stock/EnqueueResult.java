package app.forecourt.stock;

import java.util.List;

/** The result of saving a submission in the journal. */
public sealed interface EnqueueResult {
    /** The submission is in the journal and may be sent. */
    record Waiting(Submission attempt) implements EnqueueResult {}

    /** The profile may have the car already, by submissions that the user has not confirmed. */
    record AlreadyThere(List<DuplicateMatch> earlier) implements EnqueueResult {
        public AlreadyThere {
            earlier = List.copyOf(earlier);
        }
    }
}
