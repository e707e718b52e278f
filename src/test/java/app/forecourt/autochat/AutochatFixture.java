package app.forecourt.autochat;

import app.forecourt.autochat.json.CarJson;
import app.forecourt.autochat.token.Connection;
import app.forecourt.autochat.token.InMemoryTokenStore;
import app.forecourt.car.SampleCars;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ShortTimeouts;
import app.forecourt.secret.Redaction;
import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A fake AutoChat server with the store, clock and clients to use it. */
final class AutochatFixture implements AutoCloseable {
    /** The JSON of a car. */
    static final String BARE = new CarJson().toJson(SampleCars.bare());

    final FakeAutochat autochat = new FakeAutochat();
    final InMemoryTokenStore store = new InMemoryTokenStore();
    final SettableClock clock = new SettableClock();
    UnaryOperator<OkHttpClient.Builder> base = builder -> builder;

    AutochatFixture() throws IOException {}

    /** Creates a client as after a restart: only the token store is kept. */
    AutochatClient client() {
        return client(autochat.connection());
    }

    AutochatClient client(Connection connection) {
        return client(connection, new HttpClients("test", ShortTimeouts.LONG, base));
    }

    AutochatClient client(Connection connection, HttpClients http) {
        return new AutochatClient(connection, new TokenProvider(store, new Redaction(), clock, http), clock, http);
    }

    SendOutcome send() {
        return client().newPost(BARE).run();
    }

    @Override
    public void close() {
        autochat.close();
    }
}
