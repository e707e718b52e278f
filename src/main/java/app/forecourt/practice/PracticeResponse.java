package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A response of the practice server.
 *
 * @param headers besides the content type
 */
record PracticeResponse(int status, String contentType, JsonNode body, Map<String, String> headers) {

    static PracticeResponse json(int status, JsonNode body) {
        return new PracticeResponse(status, "application/json", body, Map.of());
    }

    /** Returns the body as sent. */
    byte[] bytes() throws IOException {
        return StrictJson.MAPPER.writeValueAsBytes(body);
    }

    /** Creates an error response by RFC 9457, in the format of API Platform. */
    static PracticeResponse problem(int status, String detail) {
        return problem(status, body(detail));
    }

    /** Creates the response to an invalid car (422). */
    static PracticeResponse violations(List<PracticeCarValidator.Violation> violations) {
        ObjectNode body = body(violations.stream()
                .map(violation -> violation.propertyPath() + ": " + violation.message())
                .collect(Collectors.joining("\n")));
        ArrayNode list = body.putArray("violations");
        violations.forEach(violation ->
                list.addObject().put("propertyPath", violation.propertyPath()).put("message", violation.message()));
        return problem(422, body);
    }

    PracticeResponse withHeader(String name, String value) {
        return new PracticeResponse(status, contentType, body, Map.of(name, value));
    }

    private static ObjectNode body(String detail) {
        return StrictJson.MAPPER
                .createObjectNode()
                .put("type", "https://tools.ietf.org/html/rfc2616#section-10")
                .put("title", "An error occurred")
                .put("detail", detail);
    }

    private static PracticeResponse problem(int status, ObjectNode body) {
        return new PracticeResponse(status, "application/problem+json", body, Map.of());
    }
}
