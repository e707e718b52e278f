package app.forecourt.practice;

import static app.forecourt.practice.PracticeFixture.JSON;
import static app.forecourt.practice.PracticeFixture.body;
import static app.forecourt.practice.PracticeFixture.contentType;
import static app.forecourt.practice.PracticeFixture.signIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of requesting tokens from the practice server. */
class PracticeTokensTest {
    @AutoClose
    private final PracticeFixture fixture = new PracticeFixture();

    private final PracticeServer server = fixture.server;

    @Test
    void validCredentialsGiveATokenForADay() throws Exception {
        var response = fixture.requestToken(signIn().toString());
        assertNotEquals(
                response.body(), fixture.requestToken(signIn().toString()).body());
        assertEquals(200, response.statusCode());
        assertEquals("application/json", contentType(response));
        var body = body(response);
        assertTrue(body.path("access_token").asText().matches("[A-Za-z0-9_-]{40,}"));
        assertEquals("Bearer", body.path("token_type").asText());
        assertEquals(86_400, body.path("expires_in").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,someone,401,access_denied,Unauthorized",
        "client_secret,guess,401,access_denied,Unauthorized",
        "audience,https://api.autochat.com,403,access_denied,Service not found: https://api.autochat.com",
        "grant_type,password,400,unsupported_grant_type,Unsupported grant type: password"
    })
    void wrongMemberIsRefusedLikeAuth0(String member, String value, int status, String error, String description)
            throws Exception {
        var response = fixture.requestToken(signIn().put(member, value).toString());

        assertEquals(status, response.statusCode());
        assertEquals(JSON.createObjectNode().put("error", error).put("error_description", description), body(response));
    }

    @ParameterizedTest
    @CsvSource({"client_id,401", "client_secret,401", "audience,403", "grant_type,400"})
    void missingMemberIsRefused(String member, int status) throws Exception {
        assertEquals(
                status,
                fixture.requestToken(signIn().without(member).toString()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "client_id=practice", "null", "{} {}"})
    void malformedBodyIs400(String body) throws Exception {
        var response = fixture.requestToken(body);

        assertEquals(400, response.statusCode());
        assertEquals("invalid_request", body(response).path("error").asText());
    }

    @Test
    void formBodyIs415() throws Exception {
        var response = fixture.send(fixture.unsigned("/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));

        assertEquals(415, response.statusCode());
        assertEquals("invalid_request", body(response).path("error").asText());
    }
}
