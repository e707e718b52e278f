package app.forecourt.practice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A completely received request.
 *
 * @param path without query
 * @param query the text after the {@code ?}, as sent; {@code ""} if there was none
 * @param contentType as sent, {@code ""} if there was none
 * @param authorization as sent, {@code ""} if there was none
 * @param body in memory, readable once
 */
record PracticeRequest(
        String method, String path, String query, String contentType, String authorization, InputStream body) {

    /** Returns whether the content type is JSON, or JSON-LD, which API Platform accepts too. */
    boolean isJson() {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("application/ld+json");
    }

    /** Returns the value of a query parameter, {@code ""} if there is none. */
    String parameter(String name) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2 && part[0].equals(name))
                .map(part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** Parses the body; empty unless it is exactly one JSON object. */
    Optional<ObjectNode> jsonObject() {
        try {
            return StrictJson.MAPPER.readTree(body) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
