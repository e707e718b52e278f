package app.forecourt.register;

import app.forecourt.car.LicensePlate;
import app.forecourt.http.HttpClients;
import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A scripted server in place of RDW, and a client that uses it. */
final class FakeRdw implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());
    static final LicensePlate PLATE = LicensePlate.of("R-759-BK").orElseThrow();
    static final String CAR = """
            [{"kenteken": "R759BK", "voertuigsoort": "Personenauto", "merk": "OPEL", "handelsbenaming": "CORSA",
            "datum_eerste_toelating": "20220725", "api_gekentekende_voertuigen_brandstof": "https://example.org"}]""";
    static final String FUEL = """
            [{"kenteken": "R759BK", "brandstof_volgnummer": "1", "brandstof_omschrijving": "Benzine"}]""";
    /** Short for tests that reach a timeout, long enough for loopback on a loaded computer. */
    static final HttpClients.Timeouts SHORT = new HttpClients.Timeouts(Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofSeconds(5));

    final MockWebServer server = new MockWebServer();
    final SettableClock clock = new SettableClock();
    final RdwClient rdw;

    FakeRdw() throws IOException {
        this(HttpClients.Timeouts.USUAL);
    }

    FakeRdw(HttpClients.Timeouts timeouts) throws IOException {
        LOGGER.setLevel(Level.SEVERE);
        server.start(InetAddress.getLoopbackAddress(), 0);
        rdw = new RdwClient(() -> "http://127.0.0.1:" + server.getPort(),
                new HttpClients("test", timeouts, base -> base), clock);
    }

    FakeRdw enqueue(MockResponse... responses) {
        for (MockResponse response : responses) {
            server.enqueue(response);
        }
        return this;
    }

    RdwClient.Outcome lookUp() {
        return rdw.newQuery(PLATE).run();
    }

    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("nothing was asked");
        }
        return request;
    }

    static MockResponse json(String body) {
        return answer(200, "application/json;charset=utf-8", body).build();
    }

    static MockResponse.Builder answer(int status, String type, String body) {
        return new MockResponse.Builder().code(status).setHeader("Content-Type", type).body(body);
    }

    @Override
    public void close() {
        server.close();
    }
}
