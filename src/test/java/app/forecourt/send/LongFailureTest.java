package app.forecourt.send;

import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.autochat.FakeAutochat.token;
import static app.forecourt.http.ScriptedServer.limited;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.LIMITED;
import static app.forecourt.stock.SubmissionState.REFUSED;
import static app.forecourt.stock.SubmissionState.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests that count the requests during a long failure, over a simulated hour and week: the token requests of a failing
 * sign-in, and the POSTs under an endless {@code Retry-After: 1}.
 */
@Timeout(LongWait.TEST_SECONDS)
class LongFailureTest extends OutboxFixture {
    private final SimulatedTime time;

    LongFailureTest() {
        backoff = RetryPolicy.USUAL;
        open();
        time = new SimulatedTime(this);
    }

    private void breakFor(Duration span) {
        autochat.tokens = request -> {
            time.recordRequest();
            return time.isBefore(span) ? json(503, "{}") : token("mended");
        };
    }

    @Test
    void signInBroken15SecondsDelaysHalfAMinute() throws Exception {
        breakFor(Duration.ofSeconds(16));
        Submission first = send("first");
        Submission second = send("second");

        Optional<Submission> ended = time.passUntilEnd(first, Duration.ofHours(2));
        await(second, ACCEPTED);

        assertEquals(ACCEPTED, ended.orElseThrow().state());
        assertTrue(
                time.elapsed().compareTo(Duration.ofMinutes(1)) <= 0,
                time.elapsed().toString());
    }

    @Test
    void signInBrokenAnHourCostsFiveRequests() throws Exception {
        breakFor(Duration.ofHours(1));
        Submission car = send("car");

        Optional<Submission> ended = time.passUntilEnd(car, Duration.ofHours(3));

        assertEquals(ACCEPTED, ended.orElseThrow().state());
        assertEquals(List.of(0L, 30L, 300L, 1200L, 2400L, 3600L), time.requestSeconds());
    }

    @ProofTest
    void restartsDoNotShortenThePauses() {
        breakFor(Duration.ofHours(1));
        Submission car = send("car");
        await(car, WAITING);
        for (int minute = 0; minute < 60; minute++) {
            // Time passes while the program is closed, so that no request of the last run is still under way.
            stop();
            clock.advanceMinutes(1);
            open();
            clients.client(STAGING).signIn();
        }
        assertEquals(List.of(0L, 60L, 360L, 1260L, 2460L), time.requestSeconds());
    }

    @Test
    void oneRequestRefusesSevenQueuedCars() {
        var release = new CountDownLatch(1);
        autochat.tokens = request -> {
            time.recordRequest();
            try {
                release.await();
            } catch (InterruptedException over) {
                throw new IllegalStateException(over);
            }
            return json(401, "{\"error\": \"access_denied\"}");
        };
        var cars = new ArrayList<Submission>();
        for (int car = 0; car < 7; car++) {
            cars.add(send("car " + car));
        }
        release.countDown();

        var outcomes = new HashSet<Optional<SendOutcome>>();
        cars.forEach(car -> outcomes.add(await(car, REFUSED).outcome()));
        cars.forEach(car -> assertEquals(REFUSED, storedSubmission(car).state()));
        assertEquals(List.of(REFUSED), reportedStates(cars.get(1)), "a queued car is queued once");
        assertEquals(1, outcomes.size(), outcomes.toString());
        assertEquals(1, time.requests.size());
    }

    private void limitFor(Duration span) {
        autochat.cars = request -> {
            time.recordRequest();
            return time.isBefore(span) ? limited(1) : json(201, "{}");
        };
    }

    private long postsBefore(Duration span) {
        return time.requestSeconds().stream()
                .filter(second -> second < span.toSeconds())
                .count();
    }

    @Test
    void pausesDoubleForOneClick() throws Exception {
        limitFor(Duration.ofDays(8));
        Submission car = send("car");

        Submission ended = time.passUntilEnd(car, Duration.ofDays(7)).orElseThrow();

        assertEquals(LIMITED, ended.state());
        assertEquals(List.of(0L, 1L, 3L, 7L, 15L, 31L, 63L, 127L, 255L, 511L), time.requestSeconds());
    }

    @Test
    void carsBehindDoNotStartAtOneSecond() throws Exception {
        limitFor(Duration.ofDays(8));
        var cars = new ArrayList<Submission>();
        for (int car = 0; car < 20; car++) {
            cars.add(send("car " + car));
        }

        time.passUntilEnd(cars.getLast(), Duration.ofDays(7));

        assertTrue(postsBefore(Duration.ofHours(1)) <= 15, "" + postsBefore(Duration.ofHours(1)));
        assertTrue(time.requests.size() <= 200, "" + time.requests.size());
    }
}
