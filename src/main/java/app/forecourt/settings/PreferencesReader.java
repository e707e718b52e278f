package app.forecourt.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A reader of the JSON that {@link Preferences} writes. It exists because the first use of Jackson's own parser takes
 * 20 ms, and the preferences are read before the first frame. All other JSON, such as an edited or a damaged file, is
 * left to Jackson.
 */
final class PreferencesReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 8;
    private static final char END = '\0';

    private final String text;
    private int position;
    private int depth;

    private PreferencesReader(String text) {
        this.text = text;
    }

    /**
     * Parses a text.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    static ObjectNode read(String text) {
        JsonNode root;
        try {
            PreferencesReader reader = new PreferencesReader(text + END);
            root = reader.value();
            require(reader.next() == END && reader.position > text.length());
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            root = readByJackson(text);
        }
        require(root.isObject());
        return (ObjectNode) root;
    }

    private static JsonNode readByJackson(String text) {
        try {
            return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(damaged);
        }
    }

    private static void require(boolean isKnown) {
        if (!isKnown) {
            throw new IllegalArgumentException("no JSON object of this kind");
        }
    }

    private JsonNode value() {
        return switch (next()) {
            case '{' -> {
                ObjectNode object = NODES.objectNode();
                readElements('}', () -> {
                    require(next() == '"');
                    String name = string();
                    require(next() == ':');
                    object.set(name, value());
                });
                yield object;
            }
            case '[' -> {
                ArrayNode array = NODES.arrayNode();
                readElements(']', () -> array.add(value()));
                yield array;
            }
            case '"' -> NODES.textNode(string());
            default -> literal();
        };
    }

    /** Returns the next character that is no white space. */
    private char next() {
        while (" \n\r\t".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return text.charAt(position++);
    }

    private void readElements(char end, Runnable element) {
        require(++depth < MAX_DEPTH);
        char next = next();
        if (next != end) {
            position--;
            do {
                element.run();
                next = next();
            } while (next == ',');
        }
        require(next == end);
        depth--;
    }

    private String string() {
        int start = position;
        for (char next = text.charAt(position++); next != '"'; next = text.charAt(position++)) {
            require(next >= ' ');
            if (next == '\\') {
                // These have the same meaning in Java.
                require("\"\\bfnrt".indexOf(text.charAt(position++)) >= 0);
            }
        }
        return text.substring(start, position - 1).translateEscapes();
    }

    private JsonNode literal() {
        int start = --position;
        while (Character.isLetterOrDigit(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position);
        if (word.equals("true") || word.equals("false")) {
            return NODES.booleanNode(word.equals("true"));
        }
        require(word.matches("0|[1-9][0-9]{0,8}"));
        return NODES.numberNode(Integer.parseInt(word));
    }
}
