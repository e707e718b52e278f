package app.forecourt.sharing.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a submission in its shared document: progress, verdict, the time at which the advert was taken off, and
 * the time of the last change. The rest never changes and is a member beside them.
 */
public final class SubmissionDocumentMapper {
    public static final String PROGRESS = "progress";
    public static final String VERDICT = "verdict";
    public static final String TAKEN_OFF = "takenOff";
    /** The member with the columns that never change. */
    public static final String ROW = "row";
    /** The time of the last change. It is no progress: a verdict changes it too, but comes from another desk. */
    static final String CHANGED = "changed";

    private static final String STATE = "state";
    private static final List<String> PROGRESS_COLUMNS =
            List.of(STATE, "tries", "due", "cause", "said", "status", "contentType", "answer", "number");
    private static final String IT_IS_THERE = "it_is_there";
    private static final String NONE = "none";
    private static final List<String> VERDICT_COLUMNS = List.of("decision", "decided");
    /**
     * The rank of a submission by which the car may be at AutoChat. It wins over one that has certainly not arrived.
     */
    private static final int UNKNOWN_RANK = 2;

    private static final int ACCEPTED_RANK = 3;

    private SubmissionDocumentMapper() {}

    /** Returns the values that may change of a submission's row, by field. */
    public static Map<String, JsonNode> values(ObjectNode row) {
        Map<String, JsonNode> values = new HashMap<>();
        values.put(PROGRESS, part(row, PROGRESS_COLUMNS));
        values.put(VERDICT, part(row, VERDICT_COLUMNS));
        values.put(TAKEN_OFF, part(row, List.of(TAKEN_OFF)));
        values.put(CHANGED, part(row, List.of(CHANGED)));
        return values;
    }

    /** Returns the part of a submission's row that never changes. */
    public static ObjectNode constants(ObjectNode row) {
        ObjectNode constants = row.deepCopy();
        constants.remove(PROGRESS_COLUMNS);
        constants.remove(VERDICT_COLUMNS);
        constants.remove(List.of(TAKEN_OFF, CHANGED));
        return constants;
    }

    private static ObjectNode part(ObjectNode row, List<String> columns) {
        ObjectNode part = row.objectNode();
        columns.stream().filter(row::hasNonNull).forEach(column -> part.set(column, row.get(column)));
        return part;
    }

    /** Returns the row of a submission; empty if the document lacks the constant part. */
    public static ObjectNode row(SharedDocument document) {
        ObjectNode row = document.member(ROW) instanceof ObjectNode constants
                ? constants.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        for (String field : List.of(PROGRESS, VERDICT, TAKEN_OFF, CHANGED)) {
            if (document.field(field).value() instanceof ObjectNode part) {
                row.setAll(part);
            }
        }
        return row;
    }

    /** Returns the state of a submission as the journal writes it; empty if the document has none. */
    public static String state(SharedDocument document) {
        return state(document.field(PROGRESS));
    }

    private static String state(FieldValue progress) {
        return progress.value().path(STATE).asText("");
    }

    /** Returns true if a submission waits or is being sent at its desk. */
    public static boolean isUnderWay(SharedDocument document) {
        return rank(document.field(PROGRESS)) == 0;
    }

    /** Returns the rank of a progress. A higher one never gives way to a lower one. */
    static int rank(FieldValue progress) {
        return switch (state(progress)) {
            case "", "waiting", "sending" -> 0;
            case "unknown" -> UNKNOWN_RANK;
            case "accepted" -> ACCEPTED_RANK;
            default -> 1;
        };
    }

    /**
     * Returns whether a field is a verdict by which the car is at AutoChat. It wins, because the car must not be sent.
     */
    static boolean isThere(String name, FieldValue value) {
        return name.equals(VERDICT) && decision(value).equals(IT_IS_THERE);
    }

    /**
     * Returns whether a field is a verdict that nobody has given, or one that is taken back. It wins over a car that
     * was sent again, because a desk may join with an old home, and the user must be asked once more.
     */
    static boolean isOpen(String name, FieldValue value) {
        return name.equals(VERDICT) && decision(value).equals(NONE);
    }

    private static String decision(FieldValue verdict) {
        return verdict.value().path("decision").asText("");
    }
}
