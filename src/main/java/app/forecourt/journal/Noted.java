package app.forecourt.journal;

import java.util.List;

/** What came of asking the journal to note that a car is to be sent. */
public sealed interface Noted {
    /** It is in the journal, and may go. */
    record Waiting(Attempt attempt) implements Noted {}

    /** That profile may have the car already, by attempts that were not named as seen. */
    record AlreadyThere(List<Earlier> earlier) implements Noted {
        public AlreadyThere {
            earlier = List.copyOf(earlier);
        }
    }
}
