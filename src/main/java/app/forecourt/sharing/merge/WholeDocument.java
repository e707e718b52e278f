package app.forecourt.sharing.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** The document of an item that is shared as a whole: a template, or the list of building blocks. */
public final class WholeDocument {
    static final String CONTENT = "content";

    /** The member of a list of building blocks. */
    private static final String LIST = "textBlocks";

    private WholeDocument() {}

    /** Returns whether a content is a list, which merges by entry. */
    static boolean isList(FieldValue content) {
        return content.value().path(LIST).isArray();
    }

    /** Returns the entries of a list; none if the content is no list. */
    static JsonNode entries(FieldValue content) {
        return content.value().path(LIST) instanceof ArrayNode entries ? entries : JsonNodeFactory.instance.arrayNode();
    }

    /** Returns a list with other entries. */
    static FieldValue withEntries(FieldValue list, JsonNode entries) {
        ObjectNode content = list.value().deepCopy();
        content.set(LIST, entries);
        return new FieldValue(content, list.author(), list.at(), list.changes());
    }

    /** Returns the values of an item; those of a deleted one are empty. */
    public static Map<String, JsonNode> values(Optional<JsonNode> content) {
        return Map.of(CONTENT, content.orElse(JsonNodeFactory.instance.textNode("")));
    }

    /** Returns the item of {@link #values}. */
    public static Optional<JsonNode> content(Map<String, JsonNode> values) {
        return Optional.ofNullable(values.get(CONTENT)).filter(content -> !content.isTextual());
    }

    /** Returns the item; empty if it is deleted. */
    public static Optional<JsonNode> content(SharedDocument document) {
        FieldValue content = document.field(CONTENT);
        return content.isEmpty() ? Optional.empty() : Optional.of(content.value());
    }
}
