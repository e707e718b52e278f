package app.forecourt.autochat.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reading JSON of unknown shape and intent: bounded in depth (by Jackson's own limit) and count,
 * and nothing in it can throw. */
public final class Json {
    /** An array of small numbers takes twenty times its text's memory; 20,000 options are far below this. */
    private static final long MOST_TOKENS = 2_000_000;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build());

    private static final ObjectReader EXACT = MAPPER.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private Json() {}

    /**
     * A value inside a text.
     *
     * @param end where the text goes on behind it
     */
    record Part(JsonNode value, int end) {}

    /** The value a text begins with, empty if it is no JSON. */
    public static Optional<JsonNode> read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The value that begins at that place, its numbers digit for digit as written, empty if it is no JSON. */
    static Optional<Part> readAt(char[] text, int start) {
        try (JsonParser parser = EXACT.createParser(text, start, text.length - start)) {
            JsonNode value = EXACT.readTree(parser);
            return value == null || value.isMissingNode() ? Optional.empty()
                    : Optional.of(new Part(value,
                            start + Math.toIntExact(parser.currentLocation().getCharOffset())));
        } catch (JacksonException | NumberFormatException e) {
            // The second for an exponent beyond counting, which Jackson reads as a number.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("an array of characters can always be read", e);
        }
    }

    /** The first of those members that holds a text or a number, blank ones passed over. */
    public static Optional<String> text(JsonNode object, String... members) {
        for (String member : members) {
            JsonNode value = object.path(member);
            if ((value.isTextual() || value.isNumber()) && !value.asText().isBlank()) {
                return Optional.of(value.asText().strip());
            }
        }
        return Optional.empty();
    }

    /** Returns all names and texts in a value, without recursion, because a value may be deep. */
    public static List<String> texts(JsonNode value) {
        var texts = new ArrayList<String>();
        var open = new ArrayDeque<JsonNode>(List.of(value));
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            if (node.isTextual()) {
                texts.add(node.textValue());
            }
            node.properties().forEach(member -> texts.add(member.getKey()));
            node.forEach(open::add);
        }
        return texts;
    }
}
