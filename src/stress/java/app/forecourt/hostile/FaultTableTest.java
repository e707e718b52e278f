package app.forecourt.hostile;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.NOT_SENT;
import static app.forecourt.stock.SubmissionState.REFUSED;
import static app.forecourt.stock.SubmissionState.REJECTED;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.SubmissionState.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.http.CountingServer;
import app.forecourt.http.CountingServer.Reaction;
import app.forecourt.http.CountingServer.Reset;
import app.forecourt.http.ShortTimeouts;
import app.forecourt.send.OutboxFixture;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Test of every fault on the way of one car through outbox and journal. Each row states the received posts, the
 * journal's state and the tries. After each fault the server recovers, waiting submissions are retried, the program
 * restarts and another car is sent. Every automatic retry has happened by then.
 */
@Timeout(LongWait.TEST_SECONDS)
@Tag("stress")
class FaultTableTest {
    private static final MockResponse CLOSING = answer(201, "application/json", "{}")
            .onResponseStart(new SocketEffect.CloseSocket())
            .build();

    @TempDir
    Path home;

    private final List<AutoCloseable> servers = new ArrayList<>();
    private OutboxFixture fixture;
    /** Supplier of the number of posts received. */
    private Supplier<Long> posts;

    private boolean first;
    private boolean killed;

    /** Fault to set up. */
    private interface Trouble {
        void with(FaultTableTest test) throws IOException;
    }

    private record Case(String name, Trouble trouble, int posts, SubmissionState state, String kind, int tries) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                // Faults before anything is written; NotSentTest has the others.
                new Case(
                        "refused",
                        test -> test.fixture.network = OutboxFixture.REFUSING,
                        0,
                        NOT_SENT,
                        "UNREACHABLE",
                        10),
                new Case(
                        "refused, and there again at the second try",
                        test -> {
                            var lookups = new AtomicInteger();
                            test.fixture.network = host -> (lookups.getAndIncrement() == 0
                                            ? OutboxFixture.REFUSING
                                            : OutboxFixture.HERE)
                                    .lookup(host);
                        },
                        1,
                        ACCEPTED,
                        "",
                        2),
                // Faults of one of two addresses.
                new Case(
                        "two addresses, the first refuses",
                        test -> test.fixture.network =
                                host -> List.of(InetAddress.ofLiteral("::1"), InetAddress.ofLiteral("127.0.0.1")),
                        1,
                        ACCEPTED,
                        "",
                        1),
                broken("two addresses, both read and close", 1, FaultTableTest::useTwoClosingServers),
                // Faults of a broken connection.
                broken(
                        "reset before anything is read",
                        0,
                        test -> test.counting(Reset.NEVER).resetAtOnce()),
                broken("reset after the headers", 1, test -> test.counting(Reset.AFTER_HEADERS)),
                broken("reset after the body", 1, test -> test.counting(Reset.AFTER_BODY)),
                broken("reset within the answer's head", 1, test -> test.counting(Reset.WITHIN_ANSWER)),
                broken("read, and closed without an answer", 1, test -> test.fixture.autochat.cars = inTurn(CLOSING)),
                broken("kept open for the car before, closed as this one leaves", 1, test -> {
                    test.fixture.autochat.cars = inTurn(json(201, "{}"), CLOSING);
                    test.first = true;
                }),
                new Case(
                        "no answer in time",
                        test -> {
                            test.fixture.base = ShortTimeouts.at("/api/cars");
                            test.fixture.autochat.cars = inTurn(answer(201, "application/json", "{}")
                                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                                    .build());
                        },
                        1,
                        UNKNOWN,
                        "TIMEOUT",
                        1),
                answered(
                        "201, body cut",
                        answer(201, "application/json", "{\"id\": 7}")
                                .setHeader("Content-Length", 100)
                                .onResponseEnd(new SocketEffect.CloseSocket()),
                        UNKNOWN,
                        "UNREADABLE"),
                broken("the program is killed on the way", 0, test -> test.killed = true),
                // Responses of each outcome; ResponseStatusTest has every status.
                answered("307", answer(307, "text/plain", "").addHeader("Location", "/api/cars"), UNKNOWN, "REDIRECT"),
                answered(
                        "503, Retry-After: 0",
                        answer(503, "text/plain", "").addHeader("Retry-After", "0"),
                        UNKNOWN,
                        "SERVER_ERROR"),
                answered("201", answer(201, "application/json", "{\"id\": 7}"), ACCEPTED, ""),
                answered(
                        "422",
                        answer(
                                422,
                                "application/json",
                                "{\"violations\": [{\"propertyPath\": \"vin\", \"message\": \"is not valid\"}]}"),
                        REJECTED,
                        ""),
                answered("403", answer(403, "application/json", "{}"), REFUSED, "NOT_ALLOWED"),
                new Case(
                        "401 once",
                        test -> test.fixture.autochat.cars = inTurn(json(401, "{}"), json(201, "{}")),
                        2,
                        ACCEPTED,
                        "",
                        1),
                answered(
                        "429, Retry-After: 120",
                        answer(429, "text/plain", "").addHeader("Retry-After", "120"),
                        WAITING,
                        "limited"));
    }

    private static Case broken(String name, int posts, Trouble trouble) {
        return new Case(name, trouble, posts, UNKNOWN, "BROKEN", 1);
    }

    private static Case answered(String name, MockResponse.Builder answer, SubmissionState state, String kind) {
        return new Case(name, test -> test.fixture.autochat.cars = inTurn(answer.build()), 1, state, kind, 1);
    }

    @BeforeEach
    void desk() throws IOException {
        fixture = new OutboxFixture(home);
        posts = () -> fixture.postCount("A");
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void faultHasExpectedOutcome(Case fault) throws IOException {
        fault.trouble.with(this);
        fixture.open();
        if (first) {
            fixture.await(fixture.send("before"), ACCEPTED);
        }
        Submission submission = killed ? killAndReload() : fixture.send("A");
        if (!killed) {
            fixture.await(submission, fault.state);
        }
        Submission noted = fixture.storedSubmission(submission);
        LongWait.until("the post", () -> posts.get() >= fault.posts);
        long posted = posts.get();
        assertEquals(fault.posts, posted);
        assertEquals(fault.state, noted.state());
        assertEquals(fault.tries, noted.tries());
        assertEquals(fault.kind, ResultTexts.cause(noted.outcome().orElseThrow()));
        assertEquals(posted == 2 ? 2 : 1, killed ? 1 : fixture.autochat.tokenRequests());

        recover(noted, posted);
        assertEquals(0, fixture.autochat.requestsTo("GET", "/api/cars").size());
    }

    /** Ends the fault, and checks that nothing but a waiting car is sent automatically then. */
    private void recover(Submission noted, long posted) {
        fixture.autochat.cars = inTurn(json(201, "{}"));
        fixture.network = OutboxFixture.HERE;
        fixture.base = builder -> builder;
        if (noted.state() == WAITING) {
            fixture.clock.advance(Duration.ofSeconds(121));
        } else {
            // Submissions keep their original address; those of this address have ended.
            fixture.properties.put("forecourt.staging.url", "http://localhost:" + fixture.autochat.server.getPort());
        }
        fixture.outbox.retryNow(Profile.STAGING);
        fixture.restart();
        fixture.await(fixture.send("B"), ACCEPTED);
        Submission last = fixture.storedSubmission(noted);
        boolean isAwaited = noted.state() == WAITING;
        assertEquals(isAwaited ? ACCEPTED : noted.state(), last.state());
        assertEquals(isAwaited ? posted + 1 : posted, posts.get());
    }

    /** Restores the journal as it is after a killed process. */
    private Submission killAndReload() {
        Submission submission = fixture.submission(Profile.STAGING, "A");
        fixture.journal.note(submission, submission.draft(), Set.of(), Set.of());
        fixture.journal.update(submission.asSending(fixture.clock.instant()));
        fixture.restart();
        return submission;
    }

    private CountingServer counting(Reset reset) throws IOException {
        var server = new CountingServer(car -> new Reaction(reset, 201, Duration.ZERO));
        servers.add(server);
        fixture.properties.put("forecourt.staging.url", server.url(""));
        posts = () -> (long) server.headCount();
        return server;
    }

    private void useTwoClosingServers() throws IOException {
        var server = new FakeAutochat();
        servers.add(server);
        server.cars = inTurn(CLOSING);
        fixture.network = host -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2"));
        fixture.properties.put("forecourt.staging.url", "http://localhost:" + server.server.getPort());
        posts = () -> (long) server.posts();
    }
}
