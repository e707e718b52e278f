package app.forecourt.journey.program;

import app.forecourt.journey.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;

/** Base of journeys on staging and production. One server with replaceable answers is both, and counts the posts. */
abstract class AutochatJourneyTest extends WindowTest {
    final MockWebServer autochat = new MockWebServer();
    final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    final AtomicInteger posts = new AtomicInteger();

    @Override
    public void prepare() throws IOException {
        answers.put("/oauth/token", answer(200, "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}"));
        answers.put("/api/options", answer(200, "[{\"name\": \"abs\", \"prettyName\": \"ABS\"}]"));
        answers.put("/api/cars", answer(201, "{\"uuid\": \"u-1\"}"));
        autochat.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                if (path.equals("/api/cars")) {
                    posts.incrementAndGet();
                }
                return answers.getOrDefault(path, answer(404, ""));
            }
        });
        autochat.start();
        String root = "http://127.0.0.1:" + autochat.getPort();
        Files.writeString(home.resolve("preferences.json"), """
                {"clientId": "id", "clientSecret": "secret", "stagingUrl": "%1$s", "productionUrl": "%1$s",
                 "tokenUrl": "%1$s/oauth/token", "stagingDealershipId": "dealer-s",
                 "productionDealershipId": "dealer-p", "sendUndo": "off"}""".formatted(root));
    }

    @AfterEach
    void closeServer() {
        autochat.close();
    }

    static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json")
                .body(body).build();
    }
}
