package app.forecourt.sharing.merge;

import app.forecourt.car.CarField;
import app.forecourt.stock.StockMark;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The three-way merge of a document, field by field. A field that only one side has changed takes the value of that
 * side. The {@link MergeRule} decides on a field that both have changed. The desk pushes the result, so that all desks
 * come to one document.
 */
public final class DocumentMerge {
    private static final Comparator<JsonNode> BY_TEXT = Comparator.comparing(JsonNode::asText);

    private final SharedDocument base;
    private final SharedDocument local;
    private final SharedDocument remote;
    private final boolean isFirst;

    /**
     * Creates the merge.
     *
     * @param base the last document that both sides had
     * @param isFirst true if there is none, as after a restored server. The base may still have what this desk pushed.
     * @param local the document of this desk
     * @param remote the document of the server
     */
    public DocumentMerge(SharedDocument base, boolean isFirst, SharedDocument local, SharedDocument remote) {
        this.base = base;
        this.isFirst = isFirst;
        this.local = local;
        this.remote = remote;
    }

    /**
     * The result of a merge.
     *
     * @param merged the document that the desk has afterwards
     * @param base the document of the server, as the base of the next merge
     * @param lost the fields whose text of the server gives way to that of this desk, which has not seen it
     * @param lostHere the fields whose text of this desk gives way to another one
     */
    public record Result(SharedDocument merged, SharedDocument base, Set<String> lost, Set<String> lostHere) {}

    public Result run() {
        SortedMap<String, FieldValue> fields = new TreeMap<>();
        Set<String> lost = new TreeSet<>();
        Set<String> lostHere = new TreeSet<>();
        Set<String> names = new HashSet<>(base.names());
        names.addAll(local.names());
        names.addAll(remote.names());
        SharedDocument nextBase = remote;
        for (String name : names) {
            FieldValue here = local.field(name);
            FieldValue there = remote.field(name);
            FieldValue value = value(name);
            if (!value.equals(FieldValue.NONE)) {
                fields.put(name, value);
            }
            if (!value.isSame(there) && here.changes() > there.changes() + 1) {
                // The value of this desk stays the later one at desks that know no earlier version either.
                nextBase = nextBase.with(name, there.withChanges(here.changes() - 1));
            }
            if (MergeRule.of(name) == MergeRule.TEXT && isConflict(name)) {
                (value.isSame(there) ? lostHere : lost).add(name);
            }
        }
        lost.removeIf(name -> remote.field(name).isEmpty());
        lostHere.removeIf(name -> local.field(name).isEmpty());
        ObjectNode others = local.others().deepCopy();
        others.setAll(remote.others().deepCopy());
        return new Result(new SharedDocument(fields, others), nextBase.withUnseen(lost), lost, lostHere);
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
        Set<String> names =
                CarDocumentMapper.mark(local) == StockMark.DELETED ? remote.names() : Set.of(CarDocumentMapper.MARK);
        return isFirst
                && names.stream()
                        .anyMatch(name -> !remote.field(name).isSame(local.field(name)) && isLaterThanMark(name));
    }

    /**
     * Returns true if a field of the server is later than the mark of this desk. After a restored server the changes
     * are compared, because older values have fewer. Only for a mark that was never changed while the car was shared
     * the clocks decide, as for a desk that joins with the same car.
     */
    private boolean isLaterThanMark(String name) {
        return local.field(CarDocumentMapper.MARK).changes() > 0
                ? remote.field(name).changes() > local.field(name).changes()
                : remote.field(name)
                        .at()
                        .isAfter(CarDocumentMapper.markedAt(local).orElse(Instant.EPOCH));
    }

    /** Returns true if a user has taken back a mark after the state to which the server was restored. */
    private boolean isUnmarkedSince(String name) {
        return name.equals(CarDocumentMapper.MARK)
                && isFirst
                && local.field(name).isEmpty()
                && local.field(name).changes() > remote.field(name).changes();
    }

    /**
     * Returns true if one side has deleted the car, and the other has typed a text since that the first has not seen.
     * The car comes back then, because the user has deleted another text.
     */
    private boolean isUnseenEdit(SharedDocument deleted, SharedDocument edited) {
        return !isFirst
                && CarDocumentMapper.mark(deleted) == StockMark.DELETED
                && !deleted.field(CarDocumentMapper.MARK).isSame(base.field(CarDocumentMapper.MARK))
                && edited.field(CarDocumentMapper.MARK).isSame(base.field(CarDocumentMapper.MARK))
                // The program fills in the dealership when a car is opened.
                && edited.names().stream()
                        .filter(name ->
                                MergeRule.of(name) == MergeRule.TEXT && !name.equals(CarField.DEALERSHIP_ID.apiName()))
                        .anyMatch(name -> !edited.field(name).isSame(base.field(name))
                                && !edited.field(name).isSame(deleted.field(name)));
    }

    private FieldValue value(String name) {
        FieldValue localValue = local.field(name);
        FieldValue remoteValue = remote.field(name);
        MergeRule rule = MergeRule.of(name);
        if (localValue.isSame(remoteValue)) {
            // All desks show the same author.
            return remoteValue.equals(FieldValue.NONE) ? localValue : remoteValue;
        }
        if (rule == MergeRule.PROGRESS
                && SubmissionDocumentMapper.rank(localValue) != SubmissionDocumentMapper.rank(remoteValue)) {
            return SubmissionDocumentMapper.rank(localValue) > SubmissionDocumentMapper.rank(remoteValue)
                    ? localValue
                    : remoteValue;
        }
        if (rule == MergeRule.TEXT && isFirst && base.field(name).equals(FieldValue.NONE)) {
            return remoteValue.equals(FieldValue.NONE) || localValue.changes() > remoteValue.changes()
                    ? localValue
                    : remoteValue;
        }
        if (name.equals(CarDocumentMapper.MARK) && isUnseenEdit(local, remote)) {
            return remoteValue;
        }
        if (name.equals(CarDocumentMapper.MARK) && isUnseenEdit(remote, local)) {
            return localValue;
        }
        if (localValue.isSame(base.field(name)) && !isUnmarkedSince(name)) {
            return remoteValue;
        }
        if (isConflict(name)
                && (SubmissionDocumentMapper.isThere(name, remoteValue)
                        || (SubmissionDocumentMapper.isOpen(name, remoteValue)
                                && !SubmissionDocumentMapper.isThere(name, localValue)))) {
            return remoteValue;
        }
        if (name.equals(CarDocumentMapper.MARK) && isOldMark()) {
            return remoteValue;
        }
        return rule == MergeRule.ENTRIES && isConflict(name)
                ? remoteValue.withValue(
                        mergeEntries(name, base.field(name).value(), localValue.value(), remoteValue.value()))
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
        (name.equals(CarDocumentMapper.ACCEPTED_SUGGESTIONS) ? merged.stream().sorted(BY_TEXT) : merged.stream())
                .forEach(array::add);
        return array;
    }

    private static Set<JsonNode> entries(JsonNode list) {
        Set<JsonNode> entries = new LinkedHashSet<>();
        list.forEach(entries::add);
        return entries;
    }
}
