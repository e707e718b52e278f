package app.forecourt.sharing.merge;

import app.forecourt.car.CarField;
import app.forecourt.stock.StockMark;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The three-way merge of a document, field by field. A field that only one side has changed takes the value of that
 * side. The {@link MergeRule} decides on a field that both have changed. The desk pushes the result, so that all desks
 * come to one document.
 *
 * @param base the last document that both sides had
 * @param local the document of this desk
 * @param remote the document of the server
 */
record DocumentMerge(SharedDocument base, SharedDocument local, SharedDocument remote) {

    private static final Comparator<JsonNode> BY_TEXT = Comparator.comparing(JsonNode::asText);

    SharedDocument run() {
        SortedMap<String, FieldValue> fields = new TreeMap<>();
        SortedMap<String, List<FieldValue>> rivals = new TreeMap<>();
        Set<String> names = new HashSet<>(base.names());
        names.addAll(local.names());
        names.addAll(remote.names());
        for (String name : names) {
            FieldValue value = counted(name, value(name));
            if (!value.equals(FieldValue.NONE)) {
                fields.put(name, value);
            }
            List<FieldValue> left = rivals(name, value);
            if (!left.isEmpty()) {
                rivals.put(name, left);
            }
        }
        return new SharedDocument(fields, rivals, others());
    }

    private boolean isConflict(String name) {
        return !local.field(name).isSame(remote.field(name))
                && !local.field(name).isSame(base.field(name))
                && !remote.field(name).isSame(base.field(name));
    }

    /**
     * Returns true if the mark of this desk is older than that of the server, although there is no earlier version. A
     * deletion is also older than an edit.
     */
    private boolean isOldMark() {
        Set<String> names = CarDocument.mark(local) == StockMark.DELETED ? remote.names() : Set.of(CarDocument.MARK);
        return base.names().isEmpty()
                && names.stream()
                        .anyMatch(name -> !remote.field(name).isSame(local.field(name)) && isLaterThanMark(name));
    }

    /**
     * Returns true if a field of the server is later than the mark of this desk. After a restored server the changes
     * are compared, because older values have fewer. Only for a mark that was never changed while the car was shared
     * the clocks decide, as for a desk that joins with the same car.
     */
    private boolean isLaterThanMark(String name) {
        return local.field(CarDocument.MARK).changes() > 0
                ? remote.field(name).changes() > local.field(name).changes()
                : remote.field(name).at().isAfter(CarDocument.markedAt(local).orElse(Instant.EPOCH));
    }

    /**
     * Returns true if a user has emptied a text, or has taken back a mark, after the state to which the server was
     * restored.
     */
    private boolean isEmptiedSince(String name) {
        return (name.equals(CarDocument.MARK) || MergeRule.of(name) == MergeRule.TEXT)
                && base.names().isEmpty()
                && local.field(name).isEmpty()
                && local.field(name).changes() > remote.field(name).changes();
    }

    /**
     * Returns true if one side has deleted the car, and the other has typed a text since that the first has not seen.
     * The car comes back then, because the user has deleted another text.
     */
    private boolean isUnseenEdit(SharedDocument deleted, SharedDocument edited) {
        return !base.names().isEmpty()
                && CarDocument.mark(deleted) == StockMark.DELETED
                && !deleted.field(CarDocument.MARK).isSame(base.field(CarDocument.MARK))
                && edited.field(CarDocument.MARK).isSame(base.field(CarDocument.MARK))
                // The program fills in the dealership when a car is opened.
                && edited.names().stream()
                        .filter(name ->
                                MergeRule.of(name) == MergeRule.TEXT && !name.equals(CarField.DEALERSHIP_ID.apiName()))
                        .anyMatch(name -> !edited.field(name).isSame(base.field(name))
                                && !edited.field(name).isSame(deleted.field(name)));
    }

    /**
     * Counts a value that replaces the one of the server as a later change, however often either desk had changed it.
     */
    private FieldValue counted(String name, FieldValue value) {
        FieldValue there = remote.field(name);
        return value.isSame(there) ? value : value.withChanges(Math.max(value.changes(), there.changes() + 1));
    }

    private FieldValue value(String name) {
        FieldValue localValue = local.field(name);
        FieldValue remoteValue = remote.field(name);
        MergeRule rule = MergeRule.of(name);
        if (localValue.isSame(remoteValue)) {
            // All desks show the same author.
            return remoteValue.equals(FieldValue.NONE) ? localValue : remoteValue;
        }
        if (rule == MergeRule.PROGRESS && SubmissionDocument.rank(localValue) != SubmissionDocument.rank(remoteValue)) {
            return SubmissionDocument.rank(localValue) > SubmissionDocument.rank(remoteValue)
                    ? localValue
                    : remoteValue;
        }
        if (name.equals(CarDocument.MARK) && isUnseenEdit(local, remote)) {
            return remoteValue;
        }
        if (name.equals(CarDocument.MARK) && isUnseenEdit(remote, local)) {
            return localValue;
        }
        if (localValue.isSame(base.field(name)) && !isEmptiedSince(name)) {
            return remoteValue;
        }
        if (isConflict(name)
                && (SubmissionDocument.isThere(name, remoteValue)
                        || (SubmissionDocument.isOpen(name, remoteValue)
                                && !SubmissionDocument.isThere(name, localValue)))) {
            return remoteValue;
        }
        if (name.equals(CarDocument.MARK) && isOldMark()) {
            return remoteValue;
        }
        return rule == MergeRule.ENTRIES && isConflict(name)
                ? new FieldValue(
                        mergeEntries(name, base.field(name).value(), localValue.value(), remoteValue.value()),
                        remoteValue.author(),
                        remoteValue.at(),
                        remoteValue.changes())
                : localValue;
    }

    /** Returns the local entries without those that the other side has removed, then those that it has added. */
    private static JsonNode mergeEntries(String name, JsonNode base, JsonNode local, JsonNode remote) {
        Set<JsonNode> baseEntries = entries(base);
        Set<JsonNode> merged = entries(local);
        Set<JsonNode> remoteEntries = entries(remote);
        merged.removeIf(entry -> baseEntries.contains(entry) && !remoteEntries.contains(entry));
        remoteEntries.stream().filter(entry -> !baseEntries.contains(entry)).forEach(merged::add);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        (name.equals(CarDocument.ACCEPTED_SUGGESTIONS) ? merged.stream().sorted(BY_TEXT) : merged.stream())
                .forEach(array::add);
        return array;
    }

    private static Set<JsonNode> entries(JsonNode list) {
        Set<JsonNode> entries = new LinkedHashSet<>();
        list.forEach(entries::add);
        return entries;
    }

    /** Returns the rivals that neither side has removed, those that either has added, and the value that loses now. */
    private List<FieldValue> rivals(String name, FieldValue value) {
        Set<FieldValue> baseRivals = Set.copyOf(base.rivals(name));
        Set<FieldValue> localRivals = Set.copyOf(local.rivals(name));
        Set<FieldValue> remoteRivals = Set.copyOf(remote.rivals(name));
        List<FieldValue> left = new ArrayList<>(Stream.concat(localRivals.stream(), remoteRivals.stream())
                .distinct()
                .filter(rival ->
                        !baseRivals.contains(rival) || (localRivals.contains(rival) && remoteRivals.contains(rival)))
                .toList());
        FieldValue lost = remote.field(name).withChanges(0);
        if ((isConflict(name) || isEmptiedSince(name))
                && MergeRule.of(name) == MergeRule.TEXT
                && !lost.isEmpty()
                && !left.contains(lost)) {
            left.add(lost);
        }
        left.removeIf(value::isSame);
        if (!local.field(name).isSame(base.field(name))) {
            // The user of this desk saw that value and replaced it, unless it is a rival here.
            left.removeIf(rival -> base.field(name).isSame(rival) && !localRivals.contains(rival));
        }
        left.sort(FieldValue.OLDEST_FIRST);
        return left;
    }

    /** Returns the members that are no fields. No desk changes them after the item is created. */
    private ObjectNode others() {
        ObjectNode merged = local.others().deepCopy();
        merged.setAll(remote.others().deepCopy());
        return merged;
    }
}
