package app.forecourt.sharing.merge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The document of one shared item: its fields, the rivals of fields, and further members. A rival is a value that
 * another desk typed into the same field at the same time. Members that this version does not know are kept. Immutable.
 */
public final class SharedDocument {
    /** The document of an item that does not exist yet. */
    public static final SharedDocument EMPTY =
            new SharedDocument(new TreeMap<>(), new TreeMap<>(), JsonNodeFactory.instance.objectNode());

    private static final String FIELDS = "fields";
    private static final String RIVALS = "rivals";
    /** The member with the token of each desk's last push. */
    private static final String PUSHED = "pushed";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, FieldValue> fields;
    private final SortedMap<String, List<FieldValue>> rivals;
    private final ObjectNode others;

    SharedDocument(
            SortedMap<String, FieldValue> fields, SortedMap<String, List<FieldValue>> rivals, ObjectNode others) {
        this.fields = Collections.unmodifiableSortedMap(fields);
        this.rivals = Collections.unmodifiableSortedMap(rivals);
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
        SortedMap<String, List<FieldValue>> rivals = new TreeMap<>();
        others.path(RIVALS).properties().forEach(field -> {
            if (field.getValue() instanceof ArrayNode values && !values.isEmpty()) {
                rivals.put(
                        field.getKey(),
                        values.valueStream().map(FieldValue::parse).toList());
            }
        });
        others.remove(List.of(FIELDS, RIVALS));
        return new SharedDocument(fields, rivals, others);
    }

    public String toJson() {
        ObjectNode object = others.deepCopy();
        ObjectNode values = object.putObject(FIELDS);
        fields.forEach((name, value) -> values.set(name, value.toJson()));
        if (!rivals.isEmpty()) {
            ObjectNode lost = object.putObject(RIVALS);
            rivals.forEach((name, list) -> {
                ArrayNode array = lost.putArray(name);
                list.forEach(value -> array.add(value.toJson()));
            });
        }
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

    /** Returns the values that other desks typed into a field at the same time, the oldest first. */
    public List<FieldValue> rivals(String name) {
        return rivals.getOrDefault(name, List.of());
    }

    /** Returns the names of the fields that have rivals. */
    public Set<String> namesWithRivals() {
        return rivals.keySet();
    }

    /** Returns the names of all fields that have a value, had one, or have rivals. */
    public Set<String> names() {
        Set<String> names = new HashSet<>(fields.keySet());
        names.addAll(rivals.keySet());
        return names;
    }

    /** Returns a member that is no field; a missing node if there is none. */
    public JsonNode member(String name) {
        return others.path(name);
    }

    /** Returns a copy with another member that is no field. */
    public SharedDocument withMember(String name, JsonNode value) {
        ObjectNode changed = others.deepCopy();
        changed.set(name, value);
        return new SharedDocument(fields, rivals, changed);
    }

    /**
     * Returns the document as a desk has edited it. An edited field loses its rivals, because the desk showed them.
     *
     * @param values the present values by field; those that are the same as before are no edits
     */
    public SharedDocument edited(Map<String, JsonNode> values, String author, Instant at) {
        SortedMap<String, FieldValue> changed = new TreeMap<>(fields);
        SortedMap<String, List<FieldValue>> left = new TreeMap<>(rivals);
        // The first values may be of a car that was there before it was shared. So they are no changes.
        boolean isFirst = names().isEmpty();
        values.forEach((name, value) -> {
            if (!FieldValue.isSame(field(name).value(), value)) {
                changed.put(
                        name,
                        new FieldValue(
                                value, author, at, isFirst ? 0 : field(name).changes() + 1));
                left.remove(name);
            }
        });
        return new SharedDocument(changed, left, others);
    }

    /** Returns a copy without rivals of a field that the user has dismissed. */
    public SharedDocument withoutRivals(String name, Collection<FieldValue> dismissed) {
        SortedMap<String, List<FieldValue>> left = new TreeMap<>(rivals);
        List<FieldValue> kept = rivals(name).stream()
                .filter(rival -> !dismissed.contains(rival))
                .toList();
        if (kept.isEmpty()) {
            left.remove(name);
        } else {
            left.put(name, kept);
        }
        return new SharedDocument(fields, left, others);
    }

    /** Returns a copy with the rivals of a document that an earlier document did not have, except the present value. */
    SharedDocument withUnseenRivals(SharedDocument document, SharedDocument earlier) {
        SortedMap<String, List<FieldValue>> all = new TreeMap<>(rivals);
        document.rivals.forEach((name, values) -> {
            List<FieldValue> unseen = values.stream()
                    .filter(value -> !earlier.rivals(name).contains(value) && !value.isSame(field(name)))
                    .toList();
            if (!all.containsKey(name) && !unseen.isEmpty()) {
                all.put(name, unseen);
            }
        });
        return new SharedDocument(fields, all, others);
    }

    /** Returns true if both have the same values and the same rivals. */
    public boolean hasSameContent(SharedDocument other) {
        Set<String> names = new HashSet<>(names());
        names.addAll(other.names());
        return rivals.keySet().equals(other.rivals.keySet())
                && names.stream()
                        .allMatch(name -> field(name).isSame(other.field(name))
                                && Set.copyOf(rivals(name)).equals(Set.copyOf(other.rivals(name))));
    }

    /** Returns true if the document is the push of a desk with a token, or was made from it. */
    boolean containsPush(String desk, String token) {
        return others.path(PUSHED).path(desk).asText("").equals(token);
    }

    /** Returns a copy that is marked as a desk's push. */
    SharedDocument pushedBy(String desk, String token) {
        ObjectNode tokens = others.path(PUSHED) instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        return withMember(PUSHED, tokens.put(desk, token));
    }

    ObjectNode others() {
        return others;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof SharedDocument document
                && fields.equals(document.fields)
                && rivals.equals(document.rivals)
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
