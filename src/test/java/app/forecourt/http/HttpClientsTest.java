package app.forecourt.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
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

    private void respondTooLarge() {
        respond(ScriptedServer.status(200).body(new Buffer().write(new byte[(int) HttpClients.LARGEST_BODY + 1])));
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

        send(new RequestTrace());

        assertEquals(1, server.count());
    }

    @Test
    void userAgentIsSent() throws Exception {
        respond(ScriptedServer.status(200));

        get(http.reading());

        assertEquals("Forecourt/1.2.3", server.requests.getFirst().getHeaders().get("User-Agent"));
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        respond(ScriptedServer.status(301).addHeader("Location", "/elsewhere"));

        assertEquals(301, get(http.reading()));
        assertEquals(1, server.count());
    }

    @Test
    void bodyWithoutTraceIsBoundedToo() {
        respondTooLarge();

        assertThrows(HttpClients.TooLargeException.class, () -> get(http.reading()));
    }

    @Test
    void traceRecordsSending() throws Exception {
        var trace = new RequestTrace();
        respond(ScriptedServer.status(200));

        send(trace);

        assertTrue(trace.isSendingStarted());
        assertTrue(trace.bodyFault().isEmpty());
    }

    @Test
    void traceRecordsFailureBeforeSending() {
        var trace = new RequestTrace();
        server.close();

        assertThrows(IOException.class, () -> send(trace));

        assertFalse(trace.isSendingStarted());
    }

    @Test
    void traceRecordsTooLargeBody() throws Exception {
        var trace = new RequestTrace();
        respondTooLarge();

        send(trace);

        assertInstanceOf(HttpClients.TooLargeException.class, trace.bodyFault().orElseThrow());
    }

    private int get(OkHttpClient client) throws IOException {
        try (var response = client.newCall(
                        new Request.Builder().url(server.url("/")).build())
                .execute()) {
            return response.code();
        }
    }

    private void send(RequestTrace trace) throws IOException {
        var post = new Request.Builder()
                .url(server.url("/"))
                .post(RequestBody.create(new byte[3]))
                .tag(RequestTrace.class, trace)
                .build();
        http.posting().newCall(post).execute().close();
    }
}
