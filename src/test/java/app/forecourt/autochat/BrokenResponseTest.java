package app.forecourt.autochat;

import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.SERVER_ERROR;
import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.autochat.FailureCause.UNREADABLE;
import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.ShortTimeouts;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Responses that are cut, missing, too large or not what they claim. */
class BrokenResponseTest {
    private static final int MEGABYTE = 1024 * 1024;

    /** Nothing was sent, and the next token request is allowed after 30 s. */
    private static final SendOutcome SIGN_IN_FAILED =
            new SendOutcome.Limited(new SettableClock().instant().plusSeconds(30), WaitReason.SIGN_IN_FAILED);

    @AutoClose
    private final AutochatFixture fixture = new AutochatFixture();

    BrokenResponseTest() throws IOException {}

    @Test
    void cutSuccessIsUnknown() {
        fixture.autochat.cars = inTurn(cut(201, "{\"id\": 7}"));

        var unknown = unknown(UNREADABLE);

        assertEquals(201, unknown.answer().orElseThrow().status());
        assertTrue(unknown.answer().orElseThrow().body().startsWith("{\"id\""));
    }

    @Test
    void cutRejectionIsStillARejection() {
        fixture.autochat.cars = inTurn(cut(422, "vin is wrong"));

        assertEquals(
                List.of("vin is wrong"),
                assertInstanceOf(SendOutcome.Rejected.class, fixture.send()).messages());
    }

    @Test
    void slowBodyTimesOut() {
        fixture.base = ShortTimeouts.forBodyAt("/api/cars");
        fixture.autochat.cars = inTurn(answer(201, "application/json", "{}")
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());

        assertEquals(201, unknown(TIMEOUT).answer().orElseThrow().status());
    }

    @Test
    void missingResponseTimesOut() {
        fixture.base = ShortTimeouts.at("/api/cars");
        fixture.autochat.cars = inTurn(answer(201, "application/json", "{}")
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertEmpty(unknown(TIMEOUT).answer());
        LongWait.until("the post", () -> fixture.autochat.posts() > 0);
        assertEquals(1, fixture.autochat.posts());
    }

    @Test
    void connectionClosedBeforeResponse() {
        fixture.autochat.cars = inTurn(answer(201, "application/json", "{}")
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertEmpty(unknown(BROKEN).answer());
    }

    @Test
    void oversizedBodyIsCutAtLimit() {
        // A character of four bytes, because each character is searched for secrets.
        fixture.autochat.cars = inTurn(answer(201, "text/plain; charset=utf-32", "")
                .body(new Buffer().write(new byte[9 * MEGABYTE]))
                .build());

        assertEquals(
                2 * MEGABYTE + 1,
                unknown(UNREADABLE).answer().orElseThrow().body().length());
    }

    @Tag("proof")
    @Test
    void bodyOfExactlyTheLimitIsRead() {
        fixture.autochat.cars = inTurn(answer(201, "text/plain", "")
                .body(new Buffer().write(new byte[8 * MEGABYTE]))
                .build());

        assertInstanceOf(SendOutcome.Accepted.class, fixture.send());
    }

    @Tag("proof")
    @Test
    void gzipBombStaysBounded() throws IOException {
        fixture.autochat.cars = inTurn(gzipped(201, 64));
        assertEquals(
                8 * MEGABYTE + 1,
                unknown(UNREADABLE).answer().orElseThrow().body().length());

        // Retrofit itself buffers error bodies, without a limit.
        fixture.autochat.cars = inTurn(gzipped(422, 64));
        assertEquals(
                8 * MEGABYTE + 1,
                assertInstanceOf(SendOutcome.Rejected.class, fixture.send())
                        .answer()
                        .body()
                        .length());
    }

    @Test
    void damagedGzipIsUnreadable() {
        fixture.autochat.cars = inTurn(answer(201, "text/plain", "this is no gzip")
                .addHeader("Content-Encoding", "gzip")
                .build());

        unknown(UNREADABLE);
    }

    @Test
    void invalidHttpIsServerError() {
        fixture.autochat.cars =
                inTurn(new MockResponse.Builder().status("SSH-2.0-OpenSSH_9.6").build());

        assertEmpty(unknown(SERVER_ERROR).answer());
    }

    @Test
    void invalidHeaderNameIsIgnored() {
        fixture.autochat.cars = inTurn(answer(201, "application/json", "{\"id\": 7}")
                .addHeaderLenient("", "x")
                .addHeaderLenient("\u00e9", "x")
                .build());

        assertEquals(
                Optional.of("7"),
                assertInstanceOf(SendOutcome.Accepted.class, fixture.send()).id());
    }

    @Test
    void unknownCharsetIsAccepted() {
        fixture.autochat.cars =
                inTurn(answer(201, "text/plain; charset=klingon", "Qapla'").build());

        assertEquals(
                "Qapla'",
                assertInstanceOf(SendOutcome.Accepted.class, fixture.send())
                        .answer()
                        .body());
    }

    @Test
    void cutOptionPageFails() {
        fixture.autochat.options = inTurn(cut(200, "[{\"name\": \"abs\"}]"));

        assertEquals(
                new OptionsOutcome.Failed(UNREADABLE, 200), fixture.client().loadOptions());
    }

    @Test
    void cutTokenResponseFails() {
        fixture.autochat.tokens = inTurn(cut(200, "{\"access_token\": \"abc\"}"));

        assertEquals(new SignInOutcome.Failed(UNREADABLE), fixture.client().signIn());
        assertEquals(SIGN_IN_FAILED, fixture.send());
        assertEquals(0, fixture.autochat.posts());
    }

    @Test
    void tokenEndpoint503SendsNoCar() {
        fixture.autochat.tokens = inTurn(json(503, "{}"));

        assertEquals(SIGN_IN_FAILED, fixture.send());
        assertEquals(0, fixture.autochat.posts());
    }

    private SendOutcome.Unknown unknown(FailureCause cause) {
        var unknown = assertInstanceOf(SendOutcome.Unknown.class, fixture.send());
        assertEquals(cause, unknown.cause());
        assertEquals(1, fixture.autochat.posts());
        return unknown;
    }

    /** Creates a response that promises one byte more than it sends, then closes. */
    private static MockResponse cut(int status, String body) {
        return answer(status, "application/json", body)
                .setHeader("Content-Length", body.length() + 1)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }

    private static MockResponse gzipped(int status, int megabytes) throws IOException {
        var packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            var zeros = new byte[MEGABYTE];
            for (int i = 0; i < megabytes; i++) {
                sink.write(zeros);
            }
        }
        return answer(status, "text/plain", "")
                .body(packed)
                .addHeader("Content-Encoding", "gzip")
                .build();
    }
}
