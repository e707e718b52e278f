package app.forecourt.history;

import app.forecourt.car.CarDraft;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.List;

/**
 * The steps of a car as the journal stores them.
 *
 * @param steps the earlier versions and the marks, the oldest first
 * @param submissions all submissions of the car, the oldest first
 * @param draft the car as it is typed now
 * @param typedAt the time at which it was typed into last
 */
public record StoredHistory(List<StoredStep> steps, List<Submission> submissions, CarDraft draft, Instant typedAt) {
    public StoredHistory {
        steps = List.copyOf(steps);
        submissions = List.copyOf(submissions);
    }
}
