package app.forecourt.autochat;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.autochat.FakeAutochat.token;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.token.Token;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Token requests and the outcome of their responses. */
class TokenResponseMapperTest extends AutochatFixture {
    @Test
    void requestFollowsVendorPage() throws IOException {
        client().signIn();

        var request = autochat.requestsTo("POST", "/oauth/token").getFirst();
        assertEquals(
                Map.of(
                        "client_id",
                        "client",
                        "client_secret",
                        "s3cr3t",
                        "audience",
                        "http://api.autochat.com/",
                        "grant_type",
                        "client_credentials"),
                new ObjectMapper().readValue(request.getBody().utf8(), Map.class));
        assertEmpty(Optional.ofNullable(request.getHeaders().get("Authorization")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"expires_in\": 3600', 1",
                "'\"expires_in\": \"3600\"', 1",
                "'\"expires_in\": 3600.0', 1",
                "'\"expires_in\": -1', 24",
                "'\"expires_in\": 0', 24",
                "'\"expires_in\": \"-5\"', 24",
                "'\"expires_in\": \"soon\"', 24",
                "'\"expires_in\": null', 24",
                "'\"expires_in\": true', 24",
                "'\"expires_in\": \"\"', 24",
                "'\"expires_in\": [3600]', 24",
                "'\"other\": 3600', 24",
                "'\"expires_in\": 31536000', 168",
                "'\"expires_in\": 1e30', 168",
                "'\"expires_in\": \"9999999999\"', 168"
            })
    void lifetimeIsAsStatedOrADayAndAtMostAWeek(String member, int hours) {
        autochat.tokens = inTurn(json(200, "{\"access_token\": \"t\", " + member + "}"));
        Token token = signedIn();
        assertEquals(Duration.ofHours(hours), Duration.between(token.obtained(), token.expires()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "NO_TOKEN | 200 | {}",
                "NO_TOKEN | 200 | []",
                "NO_TOKEN | 200 | \"abc\"",
                "NO_TOKEN | 200 | ''",
                "NO_TOKEN | 200 | {\"access_token\": null}",
                "NO_TOKEN | 200 | {\"access_token\": 7}",
                "NO_TOKEN | 200 | {\"access_token\": \"\"}",
                "NO_TOKEN | 200 | {\"access_token\": \"a\\nb\"}",
                "NO_TOKEN | 200 | {\"access_token\": \"a b\"}",
                "NO_TOKEN | 200 | {\"access_token\": \"é\"}",
                "NO_TOKEN | 200 | <title>Sign in to the WiFi</title>",
                "NO_TOKEN | 302 | {}",
                "NO_TOKEN | 404 | {}",
                "WRONG_CREDENTIALS | 401 | {}",
                "WRONG_CREDENTIALS | 403 | {\"error\": \"access_denied\"}",
                "WRONG_CREDENTIALS | 400 | {\"error\": \"invalid_client\"}",
                "WRONG_CREDENTIALS | 500 | {\"error\": \"access_denied\"}"
            })
    void responseWithoutTokenIsRefused(SignInRefusal.Kind kind, int status, String body) {
        autochat.tokens = inTurn(json(status, body));

        assertEquals(kind, refusal().kind());
        assertEmpty(store.tokens());
    }

    @Test
    void longerTokenIsRefused() {
        autochat.tokens = inTurn(token("x".repeat(16 * 1024 + 1)), token("x".repeat(16 * 1024)));

        assertEquals(SignInRefusal.Kind.NO_TOKEN, refusal().kind());
        clearStore();
        assertEquals(16 * 1024, signedIn().value().length());
    }

    @Test
    void refusalKeepsMessageWithoutSecret() {
        autochat.tokens = inTurn(json(401, "{\"error_description\": \"no client with s3cr3t\"}"));

        assertEquals(Optional.of("no client with …"), refusal().message());
    }

    @Test
    void allFormsOfRateLimit() {
        Instant now = clock.instant();
        assertEquals(now.plusSeconds(60), limit(json(429, "{}").newBuilder()));
        assertEquals(now.plusSeconds(90), limit(answer(429, "text/plain", "").addHeader("Retry-After", "90")));
        assertEquals(
                now.plusSeconds(3540),
                limit(answer(500, "application/json", "{\"error\": \"access_denied\"}")
                        .addHeader(
                                "Auth0-Client-Quota-Limit", "b=per_hour;q=10;r=0;t=3540,b=per_day;q=50;r=40;t=43200")));
    }

    private Instant limit(MockResponse.Builder response) {
        clearStore();
        autochat.tokens = inTurn(response.build());
        return assertInstanceOf(SignInOutcome.Limited.class, client().signIn()).until();
    }

    @Test
    void toStringHidesSecrets() {
        SignInOutcome signIn = client().signIn();

        for (Object shown : List.of(
                signIn,
                TokenApi.Credentials.of(autochat.connection()),
                new RawResponse(200, okhttp3.Headers.EMPTY, "", "token-1 s3cr3t", Optional.empty()))) {
            assertFalse(shown.toString().contains("token-1"), shown::toString);
            assertFalse(shown.toString().contains("s3cr3t"), shown::toString);
        }
    }

    /** Deletes the token and the log of requests. */
    private void clearStore() {
        store.tokens().clear();
        store.requests().clear();
    }

    private SignInRefusal refusal() {
        return assertInstanceOf(SignInOutcome.Refused.class, client().signIn()).failure();
    }
}
