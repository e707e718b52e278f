package app.forecourt.journey.program;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.journey.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;

/** Base of journeys on staging and production. One server with replaceable answers is both. */
abstract class AutochatJourneyTest extends WindowTest {
    final FakeAutochat autochat = new FakeAutochat();
    /** Responses of the server by path. */
    final Map<String, MockResponse> answers = autochat.answers;

    @Override
    public void prepare() throws IOException {
        answers.put("/oauth/token", answer(200, "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}"));
        answers.put("/api/options", answer(200, "[{\"name\": \"abs\", \"prettyName\": \"ABS\"}]"));
        answers.put("/api/cars", answer(201, "{\"uuid\": \"u-1\"}"));
        Files.writeString(home.resolve("preferences.json"), """
                {"clientId": "id", "clientSecret": "secret", "stagingUrl": "%1$s", "productionUrl": "%1$s",
                 "tokenUrl": "%1$s/oauth/token", "stagingDealershipId": "dealer-s",
                 "productionDealershipId": "dealer-p", "sendUndo": "off"}""".formatted(autochat.url("")));
    }

    /** Types a car with all that AutoChat requires, from the field of the plate on. */
    final void typeCar(String plate, String model) {
        type("licensePlate", plate);
        focus("brand");
        type("brand", "opel");
        type("model", model);
        focus("salesPrice");
        type("salesPrice", "12.500");
    }

    @AfterEach
    void closeServer() {
        autochat.close();
    }

    static MockResponse answer(int status, String body) {
        return FakeAutochat.json(status, body);
    }
}
