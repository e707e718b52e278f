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
 * A request that has wholly arrived.
 *
 * @param path without query
 * @param query what stands behind the {@code ?}, as sent; {@code ""} when there was none
 * @param contentType as sent, {@code ""} when there was none
 * @param authorization as sent, {@code ""} when there was none
 * @param body in memory, to be read once
 */
record PracticeRequest(String method, String path, String query, String contentType, String authorization,
        InputStream body) {

    /** Whether it says that its body is JSON, or JSON-LD as API Platform takes it too. */
    boolean saysJson() {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("application/ld+json");
    }

    /** The value of a parameter of the query, {@code ""} when there is none. */
    String parameter(String name) {
        return Arrays.stream(query.split("&")).map(part -> part.split("=", 2))
                .filter(part -> part.length == 2 && part[0].equals(name))
                .map(part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)).findFirst().orElse("");
    }

    /** The body, if it is one whole JSON object and nothing else. */
    Optional<ObjectNode> object() {
        try {
            return StrictJson.MAPPER.readTree(body) instanceof ObjectNode object ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
