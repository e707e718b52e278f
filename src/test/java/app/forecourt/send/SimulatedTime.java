package app.forecourt.send;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.WAITING;

import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A simulation of time at a desk: the clock jumps to each next try, with real requests to a real server. */
final class SimulatedTime {
    private final OutboxFixture fixture;
    private final Instant start;
    private final BlockingQueue<Submission> told = new LinkedBlockingQueue<>();
    /** The times of the requests to the server. */
    final List<Instant> requests = new CopyOnWriteArrayList<>();

    SimulatedTime(OutboxFixture fixture) {
        this.fixture = fixture;
        this.start = fixture.clock.instant();
        fixture.listener = told::add;
    }

    /** Records a request at the present time. */
    void recordRequest() {
        requests.add(fixture.clock.instant());
    }

    boolean isBefore(Duration sinceStart) {
        return fixture.clock.instant().isBefore(start.plus(sinceStart));
    }

    /** Jumps from try to try until the submission has ended. Returns empty if the time passes before that. */
    Optional<Submission> passUntilEnd(Submission submission, Duration sinceStart) throws InterruptedException {
        while (true) {
            Submission next = LongWait.next("the next try", told);
            if (next.state() == WAITING && next.due().isPresent()) {
                Instant due = next.due().get();
                if (due.isAfter(start.plus(sinceStart))) {
                    told.add(next);
                    return Optional.empty();
                }
                if (due.isAfter(fixture.clock.instant())) {
                    fixture.clock.advance(Duration.between(fixture.clock.instant(), due));
                }
                fixture.outbox.retryNow(STAGING);
            } else if (next.id().equals(submission.id()) && !next.state().isUnderWay()) {
                return Optional.of(next);
            }
        }
    }

    Duration elapsed() {
        return Duration.between(start, fixture.clock.instant());
    }

    /** Returns the seconds from the start to each request. */
    List<Long> requestSeconds() {
        return requests.stream()
                .map(at -> Duration.between(start, at).toSeconds())
                .toList();
    }
}
