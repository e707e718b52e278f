package app.forecourt.send;

import app.forecourt.stock.Submission;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time until the first submission of a queue is due. Used under the lock of the queue. */
final class RemainingWait {
    private final RetryPolicy retryPolicy;
    private final Clock clock;
    private @Nullable Submission awaited;
    /** The {@link System#nanoTime()} at which the awaited submission is due. */
    private long end;

    RemainingWait(RetryPolicy retryPolicy, Clock clock) {
        this.retryPolicy = retryPolicy;
        this.clock = clock;
    }

    /**
     * Returns the time until a submission is due. Uses the clock or the time that passed since it became the first,
     * whichever ends sooner. The clock may be set back, and the elapsed time stops while the computer sleeps.
     */
    Duration remaining(Submission first) {
        Duration pause = first.due()
                .map(due -> retryPolicy.pause(due, first.outcome(), clock.instant()))
                .orElse(Duration.ZERO);
        if (!first.equals(awaited)) {
            awaited = first;
            end = System.nanoTime() + pause.toNanos();
        }
        Duration passing = Duration.ofNanos(end - System.nanoTime());
        return passing.compareTo(pause) < 0 ? passing : pause;
    }
}
