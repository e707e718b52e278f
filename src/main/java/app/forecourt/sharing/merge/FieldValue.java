package app.forecourt.sharing.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The value of one field of a shared document, with its author and its time.
 *
 * @param value a text, a list or an object, which nobody changes any more
 * @param author the desk that typed the value
 * @param at the time by the clock of that desk, which may be wrong. It decides only between the marks of a desk that
 *     joins the stock and those of the server.
 * @param changes how often the field was changed since its item is shared. It decides if no earlier version is known,
 *     as after a restored server.
 * @param over the id of the desk whose value this one has replaced unseen; empty if there is none
 */
public record FieldValue(JsonNode value, Author author, Instant at, long changes, String over) {
    /** The value of a field that nobody has typed into. */
    public static final FieldValue NONE =
            new FieldValue(JsonNodeFactory.instance.textNode(""), new Author("", ""), Instant.EPOCH, 0, "");

    private static final String VALUE = "v";
    private static final String AUTHOR = "by";
    private static final String DESK = "desk";
    private static final String AT = "at";
    private static final String CHANGES = "changes";
    private static final String OVER = "over";

    /**
     * A desk.
     *
     * @param desk the id of the desk; empty in a document of an earlier version
     * @param name the name of the desk; empty if it is unknown
     */
    public record Author(String desk, String name) {}

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

    FieldValue withValue(JsonNode other) {
        return new FieldValue(other, author, at, changes, over);
    }

    FieldValue withChanges(long number) {
        return new FieldValue(value, author, at, number, over);
    }

    /** Returns a copy whose next value is over this one, because the user of this desk has not seen it. */
    FieldValue asUnseen() {
        return new FieldValue(value, author, at, changes, author.desk());
    }

    /** Returns the value that a desk has typed after this one. */
    FieldValue next(JsonNode typed, Author by, Instant now, long number) {
        return new FieldValue(typed, by, now, number, over.equals(author.desk()) ? over : "");
    }

    ObjectNode toJson() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(VALUE, value);
        object.put(AUTHOR, author.name()).put(AT, at.toString());
        putUnlessEmpty(object, DESK, author.desk());
        putUnlessEmpty(object, OVER, over);
        return changes == 0 ? object : object.put(CHANGES, changes);
    }

    private static void putUnlessEmpty(ObjectNode object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    /** Reads a value. What is missing or damaged counts as unknown, because anybody may have edited the table. */
    static FieldValue parse(JsonNode json) {
        return new FieldValue(
                json.has(VALUE) ? json.path(VALUE) : NONE.value(),
                new Author(json.path(DESK).asText(""), json.path(AUTHOR).asText("")),
                time(json.path(AT).asText("")),
                Math.max(0, json.path(CHANGES).asLong()),
                json.path(OVER).asText(""));
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
