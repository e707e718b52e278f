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
 * The option lists of the practice server. There are two because the vendor says that staging and production differ: a
 * car that is valid on one may be refused on the other.
 *
 * <p>Both are read from {@code options.json} beside this class. An entry with {@code only} belongs to that list alone.
 * The options are invented, except for the names on the vendor's page.
 */
public enum PracticeOptions {
    /** The default list. */
    PRODUCTION_LIKE,
    /** A list that lacks some options of the default and has some others. */
    STAGING_LIKE;

    /** Returns the list as the body of {@code GET api/options}. */
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

    /** Returns the names that a car may use. */
    Set<String> names() {
        return json().valueStream().map(option -> option.path("name").asText()).collect(Collectors.toUnmodifiableSet());
    }

    /** Derives the UUID from the name, so that an option keeps it in every run and on both lists. */
    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(("practice option " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode file() {
        try (InputStream in = Objects.requireNonNull(PracticeOptions.class.getResourceAsStream("options.json"))) {
            return StrictJson.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own options.json can't be read", e);
        }
    }
}
