package app.forecourt.autochat;

import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.SERVER_ERROR;
import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.autochat.FailureCause.UNREADABLE;
import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.ShortTimeouts;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;

/** Responses that are cut, missing, too large or not what they claim. */
class BrokenResponseTest extends AutochatFixture {
    private static final int MEGABYTE = 1024 * 1024;

    /** Nothing was sent, and the next token request is allowed after 30 s. */
    private static final SendOutcome SIGN_IN_FAILED =
            new SendOutcome.Limited(new SettableClock().instant().plusSeconds(30), RequestLimitReason.SIGN_IN_FAILED);

    @Test
    void cutSuccessIsUnknown() {
        autochat.cars = inTurn(cut(201, "{\"id\": 7}"));

        var unknown = unknown(UNREADABLE);

        assertEquals(201, unknown.answer().orElseThrow().status());
        assertTrue(unknown.answer().orElseThrow().body().startsWith("{\"id\""));
    }

    @Test
    void cutRejectionIsStillARejection() {
        autochat.cars = inTurn(cut(422, "vin is wrong"));

        assertEquals(List.of("vin is wrong"), rejected().messages());
    }

    @Test
    void slowBodyTimesOut() {
        base = ShortTimeouts.forBodyAt("/api/cars");
        autochat.cars = inTurn(answer(201, "application/json", "{}")
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());

        assertEquals(201, unknown(TIMEOUT).answer().orElseThrow().status());
    }

    @Test
    void missingResponseTimesOut() {
        base = ShortTimeouts.at("/api/cars");
        autochat.cars = inTurn(answer(201, "application/json", "{}")
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertEmpty(unknown(TIMEOUT).answer());
        LongWait.until("the post", () -> autochat.posts() > 0);
        assertPosts(1);
    }

    @Test
    void connectionClosedBeforeResponse() {
        autochat.cars = inTurn(answer(201, "application/json", "{}")
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertEmpty(unknown(BROKEN).answer());
    }

    @Test
    void oversizedBodyIsCutAtLimit() {
        // A character of four bytes, because each character is searched for secrets.
        autochat.cars = inTurn(answer(201, "text/plain; charset=utf-32", "")
                .body(new Buffer().write(new byte[9 * MEGABYTE]))
                .build());

        assertEquals(
                2 * MEGABYTE + 1,
                unknown(UNREADABLE).answer().orElseThrow().body().length());
    }

    @ProofTest
    void bodyOfExactlyTheLimitIsRead() {
        autochat.cars = inTurn(answer(201, "text/plain", "")
                .body(new Buffer().write(new byte[8 * MEGABYTE]))
                .build());

        accepted();
    }

    @ProofTest
    void gzipBombStaysBounded() throws IOException {
        autochat.cars = inTurn(gzipped(201, 64));
        assertEquals(
                8 * MEGABYTE + 1,
                unknown(UNREADABLE).answer().orElseThrow().body().length());

        // Retrofit itself buffers error bodies, without a limit.
        autochat.cars = inTurn(gzipped(422, 64));
        assertEquals(8 * MEGABYTE + 1, rejected().answer().body().length());
    }

    @Test
    void damagedGzipIsUnreadable() {
        autochat.cars = inTurn(answer(201, "text/plain", "this is no gzip")
                .addHeader("Content-Encoding", "gzip")
                .build());

        unknown(UNREADABLE);
    }

    @Test
    void invalidHttpIsServerError() {
        autochat.cars =
                inTurn(new MockResponse.Builder().status("SSH-2.0-OpenSSH_9.6").build());

        assertEmpty(unknown(SERVER_ERROR).answer());
    }

    @Test
    void invalidHeaderNameIsIgnored() {
        autochat.cars = inTurn(answer(201, "application/json", "{\"id\": 7}")
                .addHeaderLenient("", "x")
                .addHeaderLenient("\u00e9", "x")
                .build());

        assertEquals(Optional.of("7"), accepted().id());
    }

    @Test
    void unknownCharsetIsAccepted() {
        autochat.cars =
                inTurn(answer(201, "text/plain; charset=klingon", "Qapla'").build());

        assertEquals("Qapla'", accepted().answer().body());
    }

    @Test
    void cutOptionPageFails() {
        autochat.options = inTurn(cut(200, "[{\"name\": \"abs\"}]"));

        assertEquals(new OptionsOutcome.Failed(UNREADABLE, 200), client().loadOptions());
    }

    @Test
    void cutTokenResponseFails() {
        autochat.tokens = inTurn(cut(200, "{\"access_token\": \"abc\"}"));

        assertEquals(new SignInOutcome.Failed(UNREADABLE), client().signIn());
        assertEquals(SIGN_IN_FAILED, send());
        assertPosts(0);
    }

    private SendOutcome.Unknown unknown(FailureCause cause) {
        var unknown = assertInstanceOf(SendOutcome.Unknown.class, send());
        assertEquals(cause, unknown.cause());
        assertPosts(1);
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
