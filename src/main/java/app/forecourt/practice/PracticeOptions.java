package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which options the stand-in knows. There are two lists because the vendor says that staging and production
 * differ; a car that is right on one may be refused on the other.
 *
 * <p>
 * Both come from {@code options.json} beside this class: an entry with {@code only} is on that list alone.
 * Apart from the names on the vendor's page, the equipment is made up by us.
 */
public enum PracticeOptions {
    /** The usual one. */
    PRODUCTION_LIKE,
    /** A few fewer, a few more. */
    STAGING_LIKE;

    /** The list as {@code GET api/options} answers it. */
    ArrayNode json() {
        ArrayNode list = StrictJson.MAPPER.createArrayNode();
        for (JsonNode entry : file()) {
            if (entry.path("only").asText(name()).equals(name())) {
                String name = entry.path("name").asText();
                list.addObject()
                        .put("esaco_identifier", 0)
                        .put("name", name)
                        .put("prettyName", entry.path("prettyName").asText())
                        .put("uuid", uuid(name).toString());
            }
        }
        return list;
    }

    /** What a car may name. */
    Set<String> names() {
        return json().valueStream()
                .map(option -> option.path("name").asText())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same option has the same one in every run and on both lists. */
    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(("practice option " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode file() {
        try (InputStream in = Objects
                .requireNonNull(PracticeOptions.class.getResourceAsStream("options.json"))) {
            return StrictJson.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own options.json can't be read", e);
        }
    }
}
