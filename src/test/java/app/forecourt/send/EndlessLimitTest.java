package app.forecourt.send;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that count the POSTs under an endless {@code Retry-After: 1} over a simulated hour and week. */
@Timeout(120)
class EndlessLimitTest {
    @TempDir
    Path home;
    @AutoClose
    private OutboxFixture fixture;
    private SimulatedTime time;

    @BeforeEach
    void open() throws IOException {
        fixture = new OutboxFixture(home);
        fixture.backoff = RetryPolicy.USUAL;
        fixture.open();
        time = new SimulatedTime(fixture);
    }

    private void limitFor(Duration span) {
        fixture.autochat.cars = request -> {
            time.recordRequest();
            return time.isBefore(span)
                    ? answer(429, "text/plain", "").addHeader("Retry-After", "1").build()
                    : json(201, "{}");
        };
    }

    private long postsBefore(Duration span) {
        return time.requestSeconds().stream().filter(second -> second < span.toSeconds()).count();
    }

    @Test
    void pausesDoubleForOneClick() throws Exception {
        limitFor(Duration.ofDays(8));
        Submission car = fixture.send("car");

        Submission ended = time.passUntilEnd(car, Duration.ofDays(7)).orElseThrow();

        System.out.println("429 for ever, one click: POSTs at " + time.requestSeconds() + " s");
        assertEquals(SubmissionState.LIMITED, ended.state());
        assertEquals(List.of(0L, 1L, 3L, 7L, 15L, 31L, 63L, 127L, 255L, 511L), time.requestSeconds());
    }

    @Test
    void carsBehindDoNotStartAtOneSecond() throws Exception {
        limitFor(Duration.ofDays(8));
        var cars = new ArrayList<Submission>();
        for (int car = 0; car < 20; car++) {
            cars.add(fixture.send("car " + car));
        }

        time.passUntilEnd(cars.getLast(), Duration.ofDays(7));

        System.out.println("429 for ever, 20 cars: " + postsBefore(Duration.ofMinutes(1))
                + " POSTs in a minute, "
                + postsBefore(Duration.ofHours(1)) + " in an hour, " + time.requests.size() + " in a week");
        assertTrue(postsBefore(Duration.ofHours(1)) <= 15, "" + postsBefore(Duration.ofHours(1)));
        assertTrue(time.requests.size() <= 200, "" + time.requests.size());
    }

    @Test
    void endOfTheLimitSendsEverything() throws Exception {
        limitFor(Duration.ofSeconds(5));
        Submission first = fixture.send("first");
        Submission second = fixture.send("second");

        assertEquals(SubmissionState.ACCEPTED,
                time.passUntilEnd(first, Duration.ofDays(1)).orElseThrow().state());
        fixture.await(second, SubmissionState.ACCEPTED);

        assertEquals(List.of(0L, 1L, 3L, 7L, 7L), time.requestSeconds());
    }
}
