package app.forecourt.send;

import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.autochat.FakeAutochat.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that count the token requests of a failing sign-in over a simulated hour and week. */
@Timeout(120)
class BrokenSignInTest {
    private static final Duration WEEK = Duration.ofDays(7);

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

    private void breakFor(Duration span) {
        fixture.autochat.tokens = request -> {
            time.recordRequest();
            return time.isBefore(span) ? json(503, "{}") : token("mended");
        };
    }

    @Test
    void failureOf15SecondsDelaysHalfAMinute() throws Exception {
        breakFor(Duration.ofSeconds(16));
        Submission first = fixture.send("first");
        Submission second = fixture.send("second");

        Optional<Submission> ended = time.passUntilEnd(first, Duration.ofHours(2));
        fixture.await(second, SubmissionState.ACCEPTED);

        System.out.println("sign-in broken for 15 s: requests at " + time.requestSeconds() + " s, sent after "
                + time.elapsed().toSeconds() + " s");
        assertEquals(SubmissionState.ACCEPTED, ended.orElseThrow().state());
        assertTrue(time.elapsed().compareTo(Duration.ofMinutes(1)) <= 0, time.elapsed().toString());
    }

    @Test
    void failureOfAnHourCostsFiveRequests() throws Exception {
        breakFor(Duration.ofHours(1));
        Submission car = fixture.send("car");

        Optional<Submission> ended = time.passUntilEnd(car, Duration.ofHours(3));

        System.out.println(
                "sign-in broken for an hour: requests at " + time.requestSeconds() + " s, sent after "
                        + time.elapsed());
        assertEquals(SubmissionState.ACCEPTED, ended.orElseThrow().state());
        assertEquals(5, time.requestSeconds().stream().filter(second -> second < 3600).count());
        assertEquals(5, time.mostRequestsInAnHour());
        assertTrue(time.longestGap().compareTo(Duration.ofMinutes(20)) <= 0, time.longestGap().toString());
    }

    @Test
    void recoveryAfterAWeekIsNoticed() throws Exception {
        breakFor(WEEK);
        Submission first = fixture.send("first");
        Submission second = fixture.send("second");

        Optional<Submission> ended = time.passUntilEnd(first, WEEK.plusHours(2));
        System.out
                .println("sign-in broken for a week: " + time.requests.size() + " requests, most in an hour "
                        + time.mostRequestsInAnHour() + ", longest gap " + time.longestGap() + ", ended "
                        + ended.map(Submission::state) + " after " + time.elapsed());

        assertEquals(SubmissionState.ACCEPTED, ended.orElseThrow().state());
        fixture.await(second, SubmissionState.ACCEPTED);
        assertTrue(time.mostRequestsInAnHour() <= 5, "" + time.mostRequestsInAnHour());
        assertTrue(time.longestGap().compareTo(Duration.ofMinutes(20)) <= 0, time.longestGap().toString());
        assertTrue(time.elapsed().compareTo(WEEK.plusMinutes(20)) <= 0, time.elapsed().toString());
        assertEquals(1, fixture.postCount("first"));
        assertEquals(1, fixture.postCount("second"));
    }

    @Test
    void restartsDoNotShortenThePauses() throws Exception {
        breakFor(Duration.ofHours(1));
        Submission car = fixture.send("car");
        fixture.await(car, SubmissionState.WAITING);
        for (int minute = 0; minute < 60; minute++) {
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.restart();
            fixture.clients.client(Profile.STAGING).signIn();
        }
        assertTrue(time.mostRequestsInAnHour() <= 5, "" + time.mostRequestsInAnHour());
        assertTrue(time.longestGap().compareTo(Duration.ofMinutes(21)) <= 0, time.longestGap().toString());
    }

    @Test
    void oneRequestRefusesSevenQueuedCars() {
        var release = new CountDownLatch(1);
        fixture.autochat.tokens = request -> {
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
            cars.add(fixture.send("car " + car));
        }
        release.countDown();

        var outcomes = new HashSet<Optional<SendOutcome>>();
        cars.forEach(car -> outcomes.add(fixture.await(car, SubmissionState.REFUSED).outcome()));
        cars.forEach(car -> assertEquals(SubmissionState.REFUSED, fixture.storedSubmission(car).state()));
        assertEquals(1, outcomes.size(), outcomes.toString());
        assertEquals(1, time.requests.size());
    }
}
