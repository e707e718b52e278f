package app.forecourt.stock;

import java.util.List;

/** What came of asking the journal to note that a car is to be sent. */
public sealed interface EnqueueResult {
    /** It is in the journal, and may go. */
    record Waiting(Submission attempt) implements EnqueueResult {}

    /** That profile may have the car already, by attempts that were not named as seen. */
    record AlreadyThere(List<DuplicateMatch> earlier) implements EnqueueResult {
        public AlreadyThere {
            earlier = List.copyOf(earlier);
        }
    }
}
