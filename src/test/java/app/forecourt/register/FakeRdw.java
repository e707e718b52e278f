package app.forecourt.register;

import app.forecourt.car.LicensePlate;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ScriptedServer;
import app.forecourt.testing.SettableClock;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;

/** A scripted server in place of RDW, with the clients that use it. */
final class FakeRdw extends ScriptedServer {
    static final LicensePlate PLATE = LicensePlate.of("R-759-BK").orElseThrow();
    static final String CAR = """
            [{"kenteken": "R759BK", "voertuigsoort": "Personenauto", "merk": "OPEL", "handelsbenaming": "CORSA",
            "datum_eerste_toelating": "20220725", "api_gekentekende_voertuigen_brandstof": "https://example.org"}]""";
    static final String FUEL = """
            [{"kenteken": "R759BK", "brandstof_volgnummer": "1", "brandstof_omschrijving": "Benzine"}]""";
    static final String CARS = "/resource/m9d7-ebf2.json";
    static final String FUELS = "/resource/8ys7-d773.json";

    final SettableClock clock = new SettableClock();
    HttpClients.Timeouts timeouts = HttpClients.Timeouts.USUAL;
    UnaryOperator<OkHttpClient.Builder> base = builder -> builder;

    RdwClient client() {
        return client(url(""));
    }

    RdwClient client(String address) {
        return new RdwClient(() -> address, new HttpClients("test", timeouts, base), clock);
    }

    /** Looks the plate up with a new client. */
    RdwClient.Outcome lookUp(MockResponse... responses) {
        otherwise(inTurn(responses));
        return client().newQuery(PLATE).run();
    }
}
