package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The token endpoint, which responds as Auth0 does, and the tokens issued in this run. Tokens do not expire. */
final class PracticeTokens {
    private static final String AUDIENCE = "http://api.autochat.com/";
    private static final String PREFIX = "bearer ";
    private static final int SECONDS_PER_DAY = 86_400;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> issued = ConcurrentHashMap.newKeySet();

    PracticeResponse issue(PracticeRequest request) {
        if (!request.isJson()) {
            return refusal(415, "invalid_request", "Content-Type must be application/json");
        }
        Optional<? extends JsonNode> body = request.jsonObject();
        return body.isPresent() ? issue(body.get()) : refusal(400, "invalid_request", "Malformed JSON body");
    }

    private PracticeResponse issue(JsonNode body) {
        if (!"client_credentials".equals(body.path("grant_type").textValue())) {
            return refusal(
                    400,
                    "unsupported_grant_type",
                    "Unsupported grant type: " + body.path("grant_type").asText());
        }
        if (!PracticeServer.CLIENT_ID.equals(body.path("client_id").textValue())
                || !PracticeServer.CLIENT_SECRET.equals(
                        body.path("client_secret").textValue())) {
            return refusal(401, "access_denied", "Unauthorized");
        }
        if (!AUDIENCE.equals(body.path("audience").textValue())) {
            return refusal(
                    403,
                    "access_denied",
                    "Service not found: " + body.path("audience").asText());
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        issued.add(token);
        return PracticeResponse.json(
                        200,
                        StrictJson.MAPPER
                                .createObjectNode()
                                .put("access_token", token)
                                .put("token_type", "Bearer")
                                .put("expires_in", SECONDS_PER_DAY))
                .withHeader("Cache-Control", "no-store");
    }

    /** Returns whether the request carries an issued token. */
    boolean accepts(PracticeRequest request) {
        String header = request.authorization();
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                && issued.contains(header.substring(PREFIX.length()).strip());
    }

    private static PracticeResponse refusal(int status, String error, String description) {
        return PracticeResponse.json(
                status, StrictJson.MAPPER.createObjectNode().put("error", error).put("error_description", description));
    }
}
