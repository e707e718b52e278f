package app.forecourt.autochat;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.autochat.token.InMemoryTokenStore;
import app.forecourt.autochat.token.Token;
import app.forecourt.car.SampleCars;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ShortTimeouts;
import app.forecourt.secret.Redaction;
import app.forecourt.testing.SettableClock;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;

/** A fake AutoChat server with the store, clock and clients to use it. */
abstract class AutochatFixture {
    /** The JSON of a car. */
    static final String BARE = new CarJsonWriter().toJson(SampleCars.bare());

    final FakeAutochat autochat = new FakeAutochat();
    final InMemoryTokenStore store = new InMemoryTokenStore();
    final SettableClock clock = new SettableClock();
    UnaryOperator<OkHttpClient.Builder> base = builder -> builder;

    /** Creates a client as after a restart: only the token store is kept. */
    final AutochatClient client() {
        return client(autochat.connection());
    }

    final AutochatClient client(AutochatConnection connection) {
        return client(connection, new HttpClients("test", ShortTimeouts.LONG, base));
    }

    final AutochatClient client(AutochatConnection connection, HttpClients http) {
        return new AutochatClient(connection, new TokenProvider(store, new Redaction(), clock, http), clock, http);
    }

    final SendOutcome send() {
        return post(client());
    }

    static SendOutcome post(AutochatClient client) {
        return client.newPost(BARE).run();
    }

    final void assertPosts(int expected) {
        assertEquals(expected, autochat.posts());
    }

    final void assertTokenRequests(int expected) {
        assertEquals(expected, autochat.tokenRequests());
    }

    final void assertNoRequest() {
        assertEmpty(autochat.requests);
    }

    final SendOutcome.Accepted accepted() {
        return assertInstanceOf(SendOutcome.Accepted.class, send());
    }

    final SendOutcome.Rejected rejected() {
        return assertInstanceOf(SendOutcome.Rejected.class, send());
    }

    final Token signedIn() {
        return assertInstanceOf(SignInOutcome.SignedIn.class, client().signIn()).token();
    }

    @AfterEach
    final void closeServer() {
        autochat.close();
    }
}
