package app.forecourt.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader of the JSON that {@link Preferences} writes. It exists because the first use of Jackson's own parser takes
 * 20 ms, and the preferences are read before the first frame. All other JSON, such as an edited or a damaged file, is
 * left to Jackson.
 */
final class PreferencesJsonParser {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 8;
    /** A mark, a text, a word or a number. The escapes have the same meaning in Java. */
    private static final Pattern TOKEN = Pattern.compile("\\G[ \\n\\r\\t]*+([{}\\[\\]:,]"
            + "|\"[^\"\\\\\\p{Cntrl}]*+(?:\\\\[\"\\\\bfnrt][^\"\\\\\\p{Cntrl}]*+)*+\""
            + "|true|false|0|[1-9][0-9]{0,8}|\\z)");

    private final Matcher tokens;

    private PreferencesJsonParser(String text) {
        this.tokens = TOKEN.matcher(text);
    }

    /**
     * Parses a text.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    static ObjectNode read(String text) {
        JsonNode root;
        try {
            PreferencesJsonParser reader = new PreferencesJsonParser(text);
            root = reader.value(reader.next(), 0);
            require(reader.next().isEmpty());
        } catch (IllegalArgumentException unknown) {
            root = readByJackson(text);
        }
        require(root.isObject());
        return (ObjectNode) root;
    }

    private static JsonNode readByJackson(String text) {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(damaged);
        }
    }

    private static void require(boolean isKnown) {
        if (!isKnown) {
            throw new IllegalArgumentException("no JSON object of this kind");
        }
    }

    /** Returns the next token; empty at the end. */
    private String next() {
        require(tokens.find());
        return tokens.group(1);
    }

    private JsonNode value(String token, int depth) {
        require(depth < MAX_DEPTH);
        return switch (token) {
            case "{" -> object(depth);
            case "[" -> array(depth);
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> token.startsWith("\"") ? NODES.textNode(text(token)) : NODES.numberNode(Integer.parseInt(token));
        };
    }

    private static String text(String token) {
        require(token.startsWith("\""));
        return token.substring(1, token.length() - 1).translateEscapes();
    }

    private ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        readMembers("}", token -> {
            String name = text(token);
            require(next().equals(":"));
            object.set(name, value(next(), depth + 1));
        });
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        readMembers("]", token -> array.add(value(token, depth + 1)));
        return array;
    }

    /**
     * Reads the members of an object or array up to its end.
     *
     * @param member gets the first token of each member, and reads the rest of the member
     */
    private void readMembers(String end, Consumer<String> member) {
        String token = next();
        boolean isEnd = token.equals(end);
        while (!isEnd) {
            member.accept(token);
            String separator = next();
            isEnd = separator.equals(end);
            require(isEnd || separator.equals(","));
            token = isEnd ? end : next();
        }
    }
}
