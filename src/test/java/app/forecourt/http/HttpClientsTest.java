package app.forecourt.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of the HTTP clients: what they share, send, limit and record. */
class HttpClientsTest {
    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    private final HttpClients http = new HttpClients("1.2.3");

    private void respond(MockResponse.Builder... responses) {
        server.otherwise(ScriptedServer.inTurn(
                Stream.of(responses).map(MockResponse.Builder::build).toArray(MockResponse[]::new)));
    }

    @Test
    void clientsAreCreatedOnFirstUse() {
        var made = new AtomicInteger();
        var lazy = new HttpClients("1", HttpClients.Timeouts.USUAL, builder -> {
            made.incrementAndGet();
            return builder;
        });

        assertEquals(0, made.get());
        assertSame(lazy.posting(), lazy.posting());
        lazy.signingIn();
        lazy.reading();
        assertEquals(1, made.get());
    }

    @Test
    void clientsTrustTheAuthoritiesOfTheComputer() {
        Stream.of(http.reading(), http.posting(), http.signingIn(), http.streaming())
                .forEach(client -> assertSame(TrustedAuthorities.OF_COMPUTER, client.x509TrustManager()));
    }

    @Test
    void tokenClientSharesNothingWithPosting() {
        assertNotSame(http.posting().dispatcher(), http.signingIn().dispatcher());
        assertNotSame(http.posting().connectionPool(), http.signingIn().connectionPool());
        assertNotSame(http.posting().connectionPool(), http.reading().connectionPool());
    }

    @Test
    void baseCannotUndoAtMostOncePosting() {
        OkHttpClient posting = new HttpClients(
                        "1",
                        HttpClients.Timeouts.USUAL,
                        builder -> builder.followRedirects(true)
                                .retryOnConnectionFailure(true)
                                .authenticator((_, response) -> response.request()))
                .posting();

        assertFalse(posting.retryOnConnectionFailure());
        assertFalse(posting.followRedirects());
        assertFalse(posting.followSslRedirects());
        assertSame(okhttp3.Authenticator.NONE, posting.authenticator());
    }

    /** OkHttp would send the request again at once. */
    @Test
    void postIsNotRepeatedAfterRetryAfterZero() throws Exception {
        respond(ScriptedServer.status(503).addHeader("Retry-After", "0"), ScriptedServer.status(201));

        http.posting()
                .newCall(new Request.Builder()
                        .url(server.url("/"))
                        .post(RequestBody.create(new byte[3]))
                        .build())
                .execute()
                .close();

        assertEquals(1, server.count());
    }

    @Test
    void bodyWithoutTraceIsBoundedToo() {
        respond(ScriptedServer.status(200).body(new Buffer().write(new byte[(int) HttpClients.LARGEST_BODY + 1])));
        Call get = http.reading()
                .newCall(new Request.Builder().url(server.url("/")).build());

        assertThrows(HttpClients.TooLargeException.class, get::execute);
    }
}
