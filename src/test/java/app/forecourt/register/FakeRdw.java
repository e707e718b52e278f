package app.forecourt.register;

import app.forecourt.car.LicensePlate;
import app.forecourt.http.HttpClients;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;

/** A scripted server in place of RDW, and a client that uses it. */
final class FakeRdw implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());
    static final LicensePlate PLATE = LicensePlate.of("R-759-BK").orElseThrow();
    static final String CAR = """
            [{"kenteken": "R759BK", "voertuigsoort": "Personenauto", "merk": "OPEL", "handelsbenaming": "CORSA",
            "datum_eerste_toelating": "20220725", "api_gekentekende_voertuigen_brandstof": "https://example.org"}]""";
    static final String FUEL = """
            [{"kenteken": "R759BK", "brandstof_volgnummer": "1", "brandstof_omschrijving": "Benzine"}]""";
    static final String CARS = "/resource/m9d7-ebf2.json";
    static final String FUELS = "/resource/8ys7-d773.json";

    final MockWebServer server = new MockWebServer();
    final SettableClock clock = new SettableClock();
    final RdwClient rdw;

    FakeRdw() throws IOException {
        this(builder -> builder);
    }

    FakeRdw(UnaryOperator<OkHttpClient.Builder> base) throws IOException {
        LOGGER.setLevel(Level.SEVERE);
        server.start(InetAddress.getLoopbackAddress(), 0);
        rdw = new RdwClient(
                () -> "http://127.0.0.1:" + server.getPort(),
                new HttpClients("test", HttpClients.Timeouts.USUAL, base),
                clock);
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
        RecordedRequest request = server.takeRequest(LongWait.SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("nothing was asked");
        }
        return request;
    }

    static MockResponse json(String body) {
        return answer(200, "application/json;charset=utf-8", body).build();
    }

    static MockResponse.Builder answer(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body);
    }

    @Override
    public void close() {
        server.close();
    }
}
