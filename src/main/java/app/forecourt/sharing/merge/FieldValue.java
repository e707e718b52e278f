package app.forecourt.sharing.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;

/**
 * The value of one field of a shared document, with its author and its time.
 *
 * @param value a text, a list or an object, which nobody changes any more
 * @param author the name of the desk; empty if it is unknown
 * @param at the time by the clock of that desk, which may be wrong. It decides only between the marks of a desk that
 *     joins the stock and those of the server.
 * @param changes how often the field was changed since its item is shared. It decides between marks after a restored
 *     server.
 */
public record FieldValue(JsonNode value, String author, Instant at, long changes) {
    /** The value of a field that nobody has typed into. */
    public static final FieldValue NONE = new FieldValue(JsonNodeFactory.instance.textNode(""), "", Instant.EPOCH, 0);

    static final Comparator<FieldValue> OLDEST_FIRST = Comparator.comparing(FieldValue::at)
            .thenComparing(FieldValue::author)
            .thenComparing(value -> value.value().toString());
    private static final String VALUE = "v";
    private static final String AUTHOR = "by";
    private static final String AT = "at";
    private static final String CHANGES = "changes";

    /** Returns true if the field is empty. */
    public boolean isEmpty() {
        return isEmpty(value);
    }

    /** Returns the value as a text; a list or an object has none. */
    public String text() {
        return value.asText("");
    }

    /** Returns true if both have the same value, whoever typed it. All empty values are the same. */
    public boolean isSame(FieldValue other) {
        return isSame(value, other.value);
    }

    static boolean isSame(JsonNode first, JsonNode second) {
        return isEmpty(first) ? isEmpty(second) : first.equals(second);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || (value.isContainerNode() ? value.isEmpty() : value.asText("").isEmpty());
    }

    /**
     * Returns a copy with another number of changes. A rival has 0, because an earlier version of the program drops it.
     */
    FieldValue withChanges(long number) {
        return number == changes ? this : new FieldValue(value, author, at, number);
    }

    ObjectNode toJson() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(VALUE, value);
        object.put(AUTHOR, author).put(AT, at.toString());
        return changes == 0 ? object : object.put(CHANGES, changes);
    }

    /** Reads a value. What is missing or damaged counts as unknown, because anybody may have edited the table. */
    static FieldValue parse(JsonNode json) {
        return new FieldValue(
                json.has(VALUE) ? json.path(VALUE) : NONE.value(),
                json.path(AUTHOR).asText(""),
                time(json.path(AT).asText("")),
                Math.max(0, json.path(CHANGES).asLong()));
    }

    private static Instant time(String text) {
        try {
            // The journal has times in milliseconds, so that a time far away is damage too.
            return Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException damaged) {
            return Instant.EPOCH;
        }
    }
}
