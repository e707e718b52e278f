package app.forecourt.register;

import static app.forecourt.register.FakeRdw.CAR;
import static app.forecourt.register.FakeRdw.FUEL;
import static app.forecourt.register.FakeRdw.PLATE;
import static app.forecourt.register.FakeRdw.answer;
import static app.forecourt.register.FakeRdw.json;
import static app.forecourt.settings.Setting.PROXY;
import static app.forecourt.settings.Setting.PROXY_HOST;
import static app.forecourt.settings.Setting.PROXY_PORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of asking the register for a plate: requests, limits and failures. */
class PlateQueryTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final MockResponse SILENCE = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    @Test
    void requestsRevealOnlyThePlate() throws Exception {
        try (var rdw = new FakeRdw().enqueue(json(CAR), json(FUEL))) {
            Found found = assertInstanceOf(Found.class, rdw.lookUp());
            assertTrue(found.vehicle().hasFuels());
            assertTrue(found.vehicle().sourcedValues(Vocabulary.bundled(), LocalDate.of(2026, 1, 1)).stream()
                    .map(SourcedValue::value)
                    .toList()
                    .containsAll(List.of("opel", "corsa", "petrol")));

            RecordedRequest first = rdw.request();
            RecordedRequest second = rdw.request();
            assertEquals("/resource/m9d7-ebf2.json?kenteken=R759BK", first.getTarget());
            assertEquals("/resource/8ys7-d773.json?kenteken=R759BK", second.getTarget());
            for (RecordedRequest request : List.of(first, second)) {
                assertEquals("GET", request.getMethod());
                assertEquals(
                        List.of("accept", "accept-encoding", "connection", "host", "user-agent"),
                        request.getHeaders().names().stream()
                                .map(String::toLowerCase)
                                .sorted()
                                .toList());
                assertEquals("Forecourt/test", request.getHeaders().get("User-Agent"));
            }
        }
    }

    @Test
    void unknownPlateNeedsOneRequest() throws Exception {
        try (var rdw = new FakeRdw().enqueue(json("[]"))) {
            assertEquals(new Unknown(), rdw.lookUp());
            assertEquals(1, rdw.server.getRequestCount());
        }
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
    void invalidBodyIsUnreadable(String body) throws Exception {
        assertFails(Failure.UNREADABLE, 200, json(body));
    }

    @Test
    void rowsOfOtherPlatesAreIgnored() throws Exception {
        String mixed = "[{\"kenteken\": \"XF100F\", \"merk\": \"FIAT\"}, " + CAR.substring(1);
        try (var rdw = new FakeRdw().enqueue(json(mixed), json(FUEL))) {
            Found found = assertInstanceOf(Found.class, rdw.lookUp());
            assertEquals(
                    "opel",
                    found.vehicle()
                            .sourcedValues(Vocabulary.bundled(), LocalDate.EPOCH)
                            .getFirst()
                            .value());
        }
    }

    @Test
    void tenMegabytesOfGzipAreNotRead() throws Exception {
        var packed = new Buffer();
        try (var zip = Okio.buffer(new GzipSink(packed))) {
            zip.writeUtf8("[" + " ".repeat(TEN_MEGABYTES) + "]");
        }
        assertFails(
                Failure.TOO_LARGE,
                0,
                new MockResponse.Builder()
                        .setHeader("Content-Encoding", "gzip")
                        .body(packed)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 400, 403, 404, 500, 502, 503})
    void otherStatusIsRefused(int status) throws Exception {
        try (var rdw = new FakeRdw()
                .enqueue(new MockResponse.Builder()
                        .code(status)
                        .setHeader("Location", "/resource/elsewhere")
                        .build())) {
            assertEquals(new Failed(Failure.REFUSED, status), rdw.lookUp());
            assertEquals(1, rdw.server.getRequestCount(), "neither tried again nor followed");
        }
    }

    @Test
    void http429PausesUntilStatedTime() throws Exception {
        try (var rdw = new FakeRdw()
                .enqueue(
                        answer(429, "application/json", "{}")
                                .setHeader("Retry-After", "90")
                                .build(),
                        json("[]"))) {
            var limited = new Limited(rdw.clock.instant().plusSeconds(90));
            assertEquals(limited, rdw.lookUp());
            assertEquals(limited, rdw.lookUp(), "not asked meanwhile");
            assertEquals(1, rdw.server.getRequestCount());
            rdw.clock.advance(Duration.ofSeconds(91));
            assertEquals(new Unknown(), rdw.lookUp());
        }
    }

    @Test
    void http429WithoutTimePausesOneMinute() throws Exception {
        try (var rdw = new FakeRdw().enqueue(answer(429, "text/html", "<html>").build())) {
            assertEquals(new Limited(rdw.clock.instant().plusSeconds(60)), rdw.lookUp());
        }
    }

    /** Returns failures of the second request. */
    static Stream<MockResponse> fuelFailures() {
        return Stream.of(
                answer(500, "text/plain", "").build(),
                answer(200, "text/html", "<html>").build(),
                answer(429, "application/json", "{}").build(),
                json("{}"),
                json("[" + " ".repeat(TEN_MEGABYTES) + "]"),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build(),
                SILENCE);
    }

    @ParameterizedTest
    @MethodSource("fuelFailures")
    void carIsFoundWithoutItsFuels(MockResponse second) throws Exception {
        try (var rdw = new FakeRdw(ShortTimeouts.at(FakeRdw.FUELS)).enqueue(json(CAR), second, second)) {
            Found found = assertInstanceOf(Found.class, rdw.lookUp());
            assertFalse(found.vehicle().hasFuels());
            assertTrue(found.vehicle().sourcedValues(Vocabulary.bundled(), LocalDate.of(2026, 1, 1)).stream()
                    .anyMatch(value -> value.field() == CarField.MODEL));
        }
    }

    @Test
    void emptyFuelListIsValid() throws Exception {
        try (var rdw = new FakeRdw().enqueue(json(CAR), json("[]"))) {
            assertTrue(assertInstanceOf(Found.class, rdw.lookUp()).vehicle().hasFuels());
        }
    }

    @Test
    void silentServerTimesOut() throws Exception {
        try (var rdw = new FakeRdw(ShortTimeouts.at(FakeRdw.CARS)).enqueue(SILENCE)) {
            assertEquals(new Failed(Failure.TIMEOUT, 0), rdw.lookUp());
        }
    }

    @Test
    void offline() throws Exception {
        var rdw = new FakeRdw();
        rdw.close();
        assertEquals(new Failed(Failure.OFFLINE, 0), rdw.lookUp());
    }

    @Test
    void unknownHost() {
        var register = new RdwClient(() -> "https://rdw.invalid", new HttpClients("test"), Clock.systemUTC());
        assertEquals(new Failed(Failure.OFFLINE, 0), query(register));
    }

    @Test
    void brokenConnection() throws Exception {
        assertFails(
                Failure.UNREADABLE,
                0,
                answer(200, "application/json", CAR)
                        .setHeader("Content-Length", 9999)
                        .onResponseEnd(new SocketEffect.CloseSocket())
                        .build());
    }

    @Test
    void serverWithoutTls() throws Exception {
        try (var plain = new CountingServer(number -> {
            throw new AssertionError("a car at RDW");
        })) {
            String address = plain.url("").replaceFirst("http", "https");
            var register = new RdwClient(() -> address, new HttpClients("test"), Clock.systemUTC());
            assertEquals(new Failed(Failure.NOT_SECURE, 0), query(register));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://opendata.rdw.nl",
                "",
                "opendata.rdw.nl",
                "https://me:pass@opendata.rdw.nl",
                "https://opendata.rdw.nl/?a=b",
                "file:///etc/passwd"
            })
    void disallowedAddress(String address) {
        var register = new RdwClient(
                () -> address,
                new HttpClients(
                        "test",
                        HttpClients.Timeouts.USUAL,
                        base -> base.addInterceptor(chain -> {
                            throw new AssertionError("asked " + chain.request().url());
                        })),
                Clock.systemUTC());
        assertEquals(new Failed(Failure.BAD_ADDRESS, 0), query(register));
    }

    private static RdwClient.Outcome query(RdwClient register) {
        return register.newQuery(PLATE).run();
    }

    private static RdwClient.Outcome queryThroughProxy(Preferences preferences) {
        return query(new RdwClient(
                () -> "https://opendata.rdw.nl",
                new HttpClients(
                        "test",
                        HttpClients.Timeouts.USUAL,
                        new PreferencesProxySelector(preferences, ProxySelector.getDefault())::configure),
                Clock.systemUTC()));
    }

    private static void assertFails(Failure failure, int status, MockResponse response) throws IOException {
        try (var rdw = new FakeRdw().enqueue(response)) {
            assertEquals(new Failed(failure, status), rdw.lookUp());
        }
    }

    @Test
    void invalidProxy() {
        Preferences preferences = home.preferences();
        preferences.put(PROXY, "manual");
        assertEquals(new Failed(Failure.BAD_PROXY, 0), queryThroughProxy(preferences));
    }

    @Test
    void proxyPassword() throws Exception {
        try (var rdw = new FakeRdw()
                .enqueue(new MockResponse.Builder()
                        .code(407)
                        .setHeader("Proxy-Authenticate", "Basic realm=\"way out\"")
                        .build())) {
            Preferences preferences = home.preferences();
            preferences.put(PROXY, "manual");
            preferences.put(PROXY_HOST, "127.0.0.1");
            preferences.put(PROXY_PORT, "" + rdw.server.getPort());
            assertEquals(new Failed(Failure.PROXY_PASSWORD, 0), queryThroughProxy(preferences));
        }
    }

    @Test
    void stopWhileWaiting() throws Exception {
        try (var rdw = new FakeRdw().enqueue(SILENCE)) {
            assertStopped(rdw, 1);
        }
    }

    @Test
    void stopBetweenRequests() throws Exception {
        try (var rdw = new FakeRdw().enqueue(json(CAR), SILENCE)) {
            assertStopped(rdw, 2);
        }
    }

    /** Stops a query after a number of its requests. */
    private static void assertStopped(FakeRdw rdw, int requests) throws InterruptedException {
        RdwClient.Query query = rdw.rdw.newQuery(PLATE);
        var outcome = CompletableFuture.supplyAsync(query::run);
        for (int request = 0; request < requests; request++) {
            rdw.request();
        }
        query.stop();
        assertEquals(new Failed(Failure.STOPPED, 0), LongWait.result(outcome));
    }

    @Test
    void stopBeforeRun() throws Exception {
        try (var rdw = new FakeRdw().enqueue(json(CAR))) {
            RdwClient.Query query = rdw.rdw.newQuery(PLATE);
            query.stop();
            assertEquals(new Failed(Failure.STOPPED, 0), query.run());
            assertNull(rdw.server.takeRequest(0, TimeUnit.MILLISECONDS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"R-759-BK", "83-XPG-7", "N-417-XZ", "K-902-DT", "T-236-GH", "8-ZKF-39", "VJ-318-B", "17-WRP-4"})
    void practiceRespondsLikeRdw(String plate) throws Exception {
        try (var practice = PracticeServer.start()) {
            var register =
                    new RdwClient(() -> practice.address().toString(), new HttpClients("test"), Clock.systemUTC());
            Found found = assertInstanceOf(
                    Found.class,
                    register.newQuery(LicensePlate.of(plate).orElseThrow()).run());
            assertTrue(found.vehicle().hasFuels());
            assertEquals(
                    new Unknown(),
                    register.newQuery(LicensePlate.of("XF-100-F").orElseThrow()).run());
        }
    }

    /** The limit of any call of the client and the expected limit of a query, in seconds. */
    @ParameterizedTest
    @CsvSource({"90, 15", "4, 4"})
    void limitIs15SecondsOrTheClientsLimit(int client, int call) throws Exception {
        Queue<Long> limits = new ConcurrentLinkedQueue<>();
        try (var rdw = new FakeRdw().enqueue(json(CAR), json(FUEL))) {
            String address = rdw.server.url("/").toString();
            HttpClients.Timeouts usual = HttpClients.Timeouts.USUAL;
            var clients = new HttpClients(
                    "test",
                    new HttpClients.Timeouts(usual.connect(), usual.read(), Duration.ofSeconds(client)),
                    base -> base.addInterceptor(chain -> {
                        limits.add(chain.call().timeout().timeoutNanos());
                        return chain.proceed(chain.request());
                    }));
            new RdwClient(() -> address, clients, Clock.systemUTC())
                    .newQuery(PLATE)
                    .run();
        }
        long nanos = Duration.ofSeconds(call).toNanos();
        assertEquals(List.of(nanos, nanos), List.copyOf(limits));
    }
}
