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

/**
 * Parser of JSON from untrusted sources. Depth (by Jackson's own limit) and number of tokens are bounded, and no input
 * makes a method throw.
 */
public final class UntrustedJsonParser {
    /** Bounds the memory: an array of small numbers takes twenty times its text. 20,000 options stay far below. */
    private static final long MAX_TOKENS = 2_000_000;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
            .build());

    private static final ObjectReader EXACT = MAPPER.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private UntrustedJsonParser() {}

    /**
     * A value inside a text.
     *
     * @param end the position after the value
     */
    record Part(JsonNode value, int end) {}

    /** Returns the value at the start of a text; empty if it is no JSON. */
    public static Optional<JsonNode> read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns the value that starts at a position; its numbers keep every digit as written. Empty if it is no JSON. */
    static Optional<Part> readAt(char[] text, int start) {
        try (JsonParser parser = EXACT.createParser(text, start, text.length - start)) {
            JsonNode value = EXACT.readTree(parser);
            return value == null || value.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(new Part(
                            value,
                            start + Math.toIntExact(parser.currentLocation().getCharOffset())));
        } catch (JacksonException | NumberFormatException e) {
            // NumberFormatException: Jackson accepts an exponent that is too large for a number.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("an array of characters can always be read", e);
        }
    }

    /** Returns the first of the given members that holds a number or a text that is not blank. */
    public static Optional<String> firstText(JsonNode object, String... members) {
        for (String member : members) {
            JsonNode value = object.path(member);
            if ((value.isTextual() || value.isNumber()) && !value.asText().isBlank()) {
                return Optional.of(value.asText().strip());
            }
        }
        return Optional.empty();
    }

    /** Returns all names and texts in a value. Not recursive, because the value may be deeply nested. */
    public static List<String> allTexts(JsonNode value) {
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
