package app.forecourt.register;

import static app.forecourt.http.ScriptedServer.answer;
import static app.forecourt.http.ScriptedServer.inTurn;
import static app.forecourt.http.ScriptedServer.json;
import static app.forecourt.http.ScriptedServer.status;
import static app.forecourt.register.FakeRdw.CAR;
import static app.forecourt.register.FakeRdw.FUEL;
import static app.forecourt.register.FakeRdw.PLATE;
import static app.forecourt.settings.Setting.PROXY;
import static app.forecourt.settings.Setting.PROXY_HOST;
import static app.forecourt.settings.Setting.PROXY_PORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.forecourt.car.LicensePlate;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.http.CountingServer;
import app.forecourt.http.HttpClients;
import app.forecourt.http.PreferencesProxySelector;
import app.forecourt.http.ShortTimeouts;
import app.forecourt.practice.PracticeServer;
import app.forecourt.register.RdwClient.Outcome.Failed;
import app.forecourt.register.RdwClient.Outcome.Failure;
import app.forecourt.register.RdwClient.Outcome.Found;
import app.forecourt.register.RdwClient.Outcome.Limited;
import app.forecourt.register.RdwClient.Outcome.Unknown;
import app.forecourt.settings.Preferences;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of asking the register for a plate: requests, limits and failures. */
class PlateQueryTest {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final MockResponse SILENCE = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    @RegisterExtension
    final TestHome home = new TestHome();

    @AutoClose
    private final FakeRdw rdw = new FakeRdw();

    private Vehicle found(MockResponse... responses) {
        return assertInstanceOf(Found.class, rdw.lookUp(responses)).vehicle();
    }

    private static List<Object> values(Vehicle vehicle) {
        return vehicle.sourcedValues(Vocabulary.bundled(), LocalDate.of(2026, 1, 1)).stream()
                .map(SourcedValue::value)
                .toList();
    }

    private static RdwClient.Outcome query(RdwClient register) {
        return register.newQuery(PLATE).run();
    }

    private static Failed failed(Failure failure) {
        return new Failed(failure, 0);
    }

    @Test
    void requestsRevealOnlyThePlate() {
        Vehicle corsa = found(json(200, CAR), json(200, FUEL));
        assertTrue(corsa.hasFuels());
        assertTrue(values(corsa).containsAll(List.of("opel", "corsa", "petrol")));
        assertEquals(
                List.of(
                        "GET /resource/m9d7-ebf2.json?kenteken=R759BK HTTP/1.1",
                        "GET /resource/8ys7-d773.json?kenteken=R759BK HTTP/1.1"),
                rdw.requests.stream().map(RecordedRequest::getRequestLine).toList());
        for (RecordedRequest request : rdw.requests) {
            assertEquals(
                    List.of("accept", "accept-encoding", "connection", "host", "user-agent"),
                    request.getHeaders().names().stream()
                            .map(String::toLowerCase)
                            .sorted()
                            .toList());
            assertEquals("Forecourt/test", request.getHeaders().get("User-Agent"));
        }
    }

    @Test
    void unknownPlateNeedsOneRequest() {
        assertEquals(new Unknown(), rdw.lookUp(json(200, "[]")));
        assertEquals(1, rdw.count());
    }

    /** Returns bodies with status 200 that are no rows of the register. */
    static Stream<String> invalidBodies() {
        return Stream.of(
                "<!DOCTYPE html><title>Maintenance</title>",
                "",
                "null",
                "7",
                "\"R759BK\"",
                "{\"error\": true, \"message\": \"Internal error\"}",
                "[{\"kenteken\": \"R759BK\"",
                "[1, 2]",
                "[[]]",
                "[{\"merk\": \"OPEL\"}]",
                "[{\"kenteken\": \"XF100F\", \"merk\": \"FIAT\"}]",
                CAR + CAR,
                "[".repeat(20_000),
                "[1e99999999999]",
                "[" + "{},".repeat(200_000) + "{}]");
    }

    @ParameterizedTest
    @MethodSource("invalidBodies")
    void invalidBodyIsUnreadable(String body) {
        assertEquals(new Failed(Failure.UNREADABLE, 200), rdw.lookUp(json(200, body)));
    }

    @Test
    void rowsOfOtherPlatesAreIgnored() {
        String mixed = "[{\"kenteken\": \"XF100F\", \"merk\": \"FIAT\"}, " + CAR.substring(1);
        assertEquals("opel", values(found(json(200, mixed), json(200, FUEL))).getFirst());
    }

    @Test
    void tenMegabytesAreNotRead() {
        assertEquals(failed(Failure.TOO_LARGE), rdw.lookUp(json(200, "[" + " ".repeat(TEN_MEGABYTES) + "]")));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 400, 403, 404, 500, 502, 503})
    void otherStatusIsRefused(int status) {
        assertEquals(
                new Failed(Failure.REFUSED, status),
                rdw.lookUp(status(status)
                        .setHeader("Location", "/resource/elsewhere")
                        .build()));
        assertEquals(1, rdw.count(), "neither tried again nor followed");
    }

    @Test
    void http429PausesUntilStatedTime() {
        rdw.otherwise(inTurn(
                answer(429, "application/json", "{}")
                        .setHeader("Retry-After", "90")
                        .build(),
                json(200, "[]")));
        RdwClient register = rdw.client();
        var limited = new Limited(rdw.clock.instant().plusSeconds(90));
        assertEquals(limited, query(register));
        assertEquals(limited, query(register), "not asked meanwhile");
        assertEquals(1, rdw.count());
        rdw.clock.advanceSeconds(91);
        assertEquals(new Unknown(), query(register));
    }

    /** Returns failures of the second request. */
    static Stream<MockResponse> fuelFailures() {
        return Stream.of(
                json(500, ""),
                answer(200, "text/html", "<html>").build(),
                json(429, "{}"),
                json(200, "[" + " ".repeat(TEN_MEGABYTES) + "]"),
                status(200).onResponseStart(new SocketEffect.CloseSocket()).build(),
                SILENCE);
    }

    @ParameterizedTest
    @MethodSource("fuelFailures")
    void carIsFoundWithoutItsFuels(MockResponse second) {
        rdw.base = ShortTimeouts.at(FakeRdw.FUELS);
        Vehicle corsa = found(json(200, CAR), second);
        assertFalse(corsa.hasFuels());
        assertTrue(values(corsa).contains("corsa"));
    }

    @Test
    void emptyFuelListIsValid() {
        assertTrue(found(json(200, CAR), json(200, "[]")).hasFuels());
    }

    @Test
    void silentServerTimesOut() {
        rdw.base = ShortTimeouts.at(FakeRdw.CARS);
        assertEquals(failed(Failure.TIMEOUT), rdw.lookUp(SILENCE));
    }

    @Test
    void offline() {
        rdw.close();
        assertEquals(failed(Failure.OFFLINE), rdw.lookUp());
        assertEquals(failed(Failure.OFFLINE), query(rdw.client("https://rdw.invalid")), "no such host");
    }

    @Test
    void brokenConnection() {
        assertEquals(
                failed(Failure.UNREADABLE),
                rdw.lookUp(answer(200, "application/json", CAR)
                        .setHeader("Content-Length", 9999)
                        .onResponseEnd(new SocketEffect.CloseSocket())
                        .build()));
    }

    @Test
    void serverWithoutTls() throws IOException {
        try (var plain = new CountingServer(_ -> {
            throw new AssertionError("a car at RDW");
        })) {
            assertEquals(
                    failed(Failure.NOT_SECURE), query(rdw.client(plain.url("").replaceFirst("http", "https"))));
        }
    }

    @Test
    void disallowedAddress() {
        rdw.base = builder -> builder.addInterceptor(chain -> {
            throw new AssertionError("asked " + chain.request().url());
        });
        for (String address : List.of("http://opendata.rdw.nl", "https://me:pass@opendata.rdw.nl")) {
            assertEquals(failed(Failure.BAD_ADDRESS), query(rdw.client(address)), address);
        }
    }

    @Test
    void proxyFaultIsReported() {
        rdw.otherwise(_ -> status(407)
                .setHeader("Proxy-Authenticate", "Basic realm=\"way out\"")
                .build());
        Preferences preferences = home.preferences();
        rdw.base = new PreferencesProxySelector(preferences, ProxySelector.getDefault())::configure;
        preferences.put(PROXY, "manual");
        assertEquals(failed(Failure.BAD_PROXY), query(rdw.client("https://opendata.rdw.nl")));
        preferences.put(PROXY_HOST, "127.0.0.1");
        preferences.put(PROXY_PORT, "" + rdw.port());
        assertEquals(failed(Failure.PROXY_PASSWORD), query(rdw.client("https://opendata.rdw.nl")));
    }

    static Stream<Arguments> stops() {
        return Stream.of(
                arguments(0, List.of(json(200, CAR))),
                arguments(1, List.of(SILENCE)),
                arguments(2, List.of(json(200, CAR), SILENCE)));
    }

    @ParameterizedTest(name = "after {0} requests")
    @MethodSource("stops")
    void stoppedQueryFindsNothing(int requests, List<MockResponse> responses) {
        rdw.otherwise(inTurn(responses.toArray(MockResponse[]::new)));
        RdwClient.Query query = rdw.client().newQuery(PLATE);
        if (requests == 0) {
            query.stop();
        }
        var outcome = CompletableFuture.supplyAsync(query::run, Thread::startVirtualThread);
        LongWait.until("the requests", () -> rdw.requests.size() == requests);
        query.stop();
        assertEquals(failed(Failure.STOPPED), LongWait.result(outcome));
        assertEquals(requests, rdw.count());
    }

    @Test
    void practiceRespondsLikeRdw() throws Exception {
        try (var practice = PracticeServer.start()) {
            RdwClient register = rdw.client(practice.address().toString());
            assertTrue(assertInstanceOf(Found.class, query(register)).vehicle().hasFuels());
            assertEquals(
                    new Unknown(),
                    register.newQuery(LicensePlate.of("XF-100-F").orElseThrow()).run());
        }
    }

    /** The limit of any call of the client and the expected limit of a query, in seconds. */
    @ParameterizedTest
    @CsvSource({"90, 15", "4, 4"})
    void limitIs15SecondsOrTheClientsLimit(int client, int call) {
        Queue<Duration> limits = new ConcurrentLinkedQueue<>();
        rdw.timeouts =
                new HttpClients.Timeouts(rdw.timeouts.connect(), rdw.timeouts.read(), Duration.ofSeconds(client));
        rdw.base = builder -> builder.addInterceptor(chain -> {
            limits.add(Duration.ofNanos(chain.call().timeout().timeoutNanos()));
            return chain.proceed(chain.request());
        });
        found(json(200, CAR), json(200, FUEL));
        assertEquals(Collections.nCopies(2, Duration.ofSeconds(call)), List.copyOf(limits));
    }
}
