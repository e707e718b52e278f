package app.forecourt.sharing.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/** The document of an item that is shared as a whole: a template, or the list of building blocks. */
public final class WholeDocument {
    static final String CONTENT = "content";

    private WholeDocument() {}

    /** Returns the values of an item; those of a deleted one are empty. */
    public static Map<String, JsonNode> values(Optional<JsonNode> content) {
        return Map.of(CONTENT, content.orElse(JsonNodeFactory.instance.textNode("")));
    }

    /** Returns the item; empty if it is deleted. */
    public static Optional<JsonNode> content(SharedDocument document) {
        FieldValue content = document.field(CONTENT);
        return content.isEmpty() ? Optional.empty() : Optional.of(content.value());
    }
}
