package app.forecourt.practice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A request that has wholly arrived.
 *
 * @param path without query
 * @param contentType as sent, {@code ""} when there was none
 * @param authorization as sent, {@code ""} when there was none
 * @param body in memory, to be read once
 */
record Request(String method, String path, String contentType, String authorization, InputStream body) {

    /** Whether it says that its body is JSON, or JSON-LD as API Platform takes it too. */
    boolean saysJson() {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("application/ld+json");
    }

    /** The body, if it is one whole JSON object and nothing else. */
    Optional<ObjectNode> object() {
        try {
            return Json.MAPPER.readTree(body) instanceof ObjectNode object ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
