package app.forecourt.sharing.merge;

import app.forecourt.sharing.merge.FieldValue.Author;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The document of one shared item: its fields, and further members. Members that this version does not know are kept.
 * Immutable.
 */
public final class SharedDocument {
    /** The document of an item that does not exist yet. */
    public static final SharedDocument EMPTY =
            new SharedDocument(new TreeMap<>(), JsonNodeFactory.instance.objectNode());

    private static final String FIELDS = "fields";
    /** The member in which earlier versions kept the other values of fields into which two desks had typed. */
    private static final String RIVALS = "rivals";

    /** The member with the stamp of the row that each desk pushed last. */
    private static final String PUSHED = "pushed";

    /** The member with the hashes of the values that each desk changed by its last push, by field. */
    private static final String PUSHED_VALUES = "pushedValues";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, FieldValue> fields;
    private final ObjectNode others;

    SharedDocument(SortedMap<String, FieldValue> fields, ObjectNode others) {
        this.fields = Collections.unmodifiableSortedMap(fields);
        this.others = others;
    }

    /** Reads a document; empty if the text is no JSON object, as after somebody has edited the table. */
    public static Optional<SharedDocument> parse(String json) {
        try {
            return JSON.readTree(json) instanceof ObjectNode object ? Optional.of(read(object)) : Optional.empty();
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static SharedDocument read(ObjectNode others) {
        SortedMap<String, FieldValue> fields = new TreeMap<>();
        others.path(FIELDS)
                .properties()
                .forEach(field -> fields.put(field.getKey(), FieldValue.parse(field.getValue())));
        others.remove(FIELDS);
        return new SharedDocument(fields, others);
    }

    public String toJson() {
        ObjectNode object = others.deepCopy();
        ObjectNode values = object.putObject(FIELDS);
        fields.forEach((name, value) -> values.set(name, value.toJson()));
        return object.toString();
    }

    /** Returns the value of a field; {@link FieldValue#NONE} if nobody has typed into it. */
    public FieldValue field(String name) {
        return fields.getOrDefault(name, FieldValue.NONE);
    }

    /** Returns true if a field has a value; null counts as empty. */
    public boolean hasValue(String name, @Nullable JsonNode value) {
        return FieldValue.isSame(field(name).value(), value == null ? FieldValue.NONE.value() : value);
    }

    /** Returns true if the fields have these values. A value that grows by itself in each journal does not count. */
    public boolean hasValues(Map<String, JsonNode> values) {
        return values.entrySet().stream()
                .filter(field -> MergeRule.of(field.getKey()) != MergeRule.GROWING)
                .allMatch(field -> hasValue(field.getKey(), field.getValue()));
    }

    /** Returns the names of all fields that have a value or had one. */
    public Set<String> names() {
        return fields.keySet();
    }

    /** Returns a member that is no field; a missing node if there is none. */
    public JsonNode member(String name) {
        return others.path(name);
    }

    /** Returns a copy with another member that is no field. */
    public SharedDocument withMember(String name, JsonNode value) {
        ObjectNode changed = others.deepCopy();
        changed.set(name, value);
        return new SharedDocument(fields, changed);
    }

    /** Returns a copy with another value of a field. */
    SharedDocument with(String name, FieldValue value) {
        SortedMap<String, FieldValue> changed = new TreeMap<>(fields);
        changed.put(name, value);
        return new SharedDocument(changed, others);
    }

    /**
     * Returns the document as a desk has edited it.
     *
     * @param values the present values by field; those that are the same as before are no edits
     */
    public SharedDocument edited(Map<String, JsonNode> values, Author author, Instant at) {
        SortedMap<String, FieldValue> changed = new TreeMap<>(fields);
        // The first values may be of a car that was there before it was shared. So they are no changes.
        int change = names().isEmpty() ? 0 : 1;
        values.forEach((name, value) -> {
            FieldValue before = field(name);
            if (!FieldValue.isSame(before.value(), value)) {
                changed.put(name, before.next(value, author, at, before.changes() + change));
            }
        });
        return new SharedDocument(changed, others);
    }

    /** Returns a copy whose next values of some fields are over the present ones, which no user here has seen. */
    public SharedDocument withUnseen(Set<String> names) {
        SharedDocument changed = this;
        for (String name : names) {
            changed = changed.with(name, field(name).asUnseen());
        }
        return changed;
    }

    /**
     * Returns a copy that is marked as a desk's push of a row.
     *
     * @param base the last document that the desk and the server had in common
     */
    public SharedDocument pushedBy(String desk, String stamp, SharedDocument base) {
        ObjectNode hashes = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> {
            if (!value.isSame(base.field(name))) {
                hashes.put(name, value.value().toString().hashCode());
            }
        });
        ObjectNode stamps = objectMember(PUSHED).put(desk, stamp);
        ObjectNode values = objectMember(PUSHED_VALUES);
        values.set(desk, hashes);
        return withMember(PUSHED, stamps).withMember(PUSHED_VALUES, values);
    }

    private ObjectNode objectMember(String name) {
        return member(name) instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /** Returns the stamp of the row that a desk pushed last into this document, or into one that it was made from. */
    public String pushedStamp(String desk) {
        return member(PUSHED).path(desk).asText("");
    }

    /**
     * Returns a copy with the values that a desk changed by its last push. The desk may have typed again since, and
     * other desks too.
     *
     * @param pushed the document with the mark of the push, or one that other desks have made from it
     * @param local the document of the desk
     */
    public SharedDocument withPush(String desk, SharedDocument pushed, SharedDocument local) {
        SharedDocument changed = this;
        for (var hash : pushed.member(PUSHED_VALUES).path(desk).properties()) {
            String name = hash.getKey();
            for (FieldValue value : List.of(local.field(name), pushed.field(name))) {
                if (value.value().toString().hashCode() == hash.getValue().asInt()) {
                    changed = changed.with(name, value);
                }
            }
        }
        return changed;
    }

    /** Returns the other values of fields that an earlier version of the program kept, and a document lacks. */
    public Map<String, List<FieldValue>> rivals(SharedDocument earlier) {
        Map<String, List<FieldValue>> rivals = new TreeMap<>();
        if (!member(RIVALS).equals(earlier.member(RIVALS))) {
            member(RIVALS)
                    .properties()
                    .forEach(field -> rivals.put(
                            field.getKey(),
                            field.getValue()
                                    .valueStream()
                                    .map(FieldValue::parse)
                                    .collect(Collectors.toCollection(ArrayList::new))));
        }
        return rivals;
    }

    /** Returns true if both have the same values. A value that grows by itself in each journal does not count. */
    public boolean hasSameContent(SharedDocument other) {
        Set<String> names = new HashSet<>(names());
        names.addAll(other.names());
        return names.stream()
                .filter(name -> MergeRule.of(name) != MergeRule.GROWING)
                .allMatch(name -> field(name).isSame(other.field(name)));
    }

    ObjectNode others() {
        return others;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof SharedDocument document
                && fields.equals(document.fields)
                && others.equals(document.others);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
