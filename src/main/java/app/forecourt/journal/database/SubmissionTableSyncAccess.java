package app.forecourt.journal.database;

import app.forecourt.settings.Profile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Submissions as objects of their columns, as a sync with other journals reads and writes them. A submission that waits
 * or is being sent elsewhere is never written here, because this journal would send it too.
 */
public final class SubmissionTableSyncAccess {
    /** The columns that may change. */
    private static final List<String> CHANGING = List.of(
            "state",
            "tries",
            "due",
            "cause",
            "said",
            "status",
            "contentType",
            "answer",
            "number",
            "decision",
            "decided",
            "takenOff");

    /** The columns that other journals get. The others are computed from them. */
    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(
                            "id", "car", "profile", "address", "follows", "draft", "payload", "hash", "begun",
                            "changed"),
                    CHANGING.stream())
            .toList();

    private static final Set<String> NEEDED_TEXTS =
            Set.of("profile", "address", "draft", "payload", "hash", "state", "decision");
    private static final Set<String> NUMBERS =
            Set.of("begun", "changed", "tries", "due", "status", "decided", "takenOff");

    private static final Set<String> UNDER_WAY = Set.of("waiting", "sending");
    private static final String STAMP = "changed || '/' || state || '/' || decision || '/' || coalesce(takenOff, '')";

    private SubmissionTableSyncAccess() {}

    /**
     * A submission as the journal has it.
     *
     * @param stamp a text that changes with the row
     * @param columns the values that are not null
     */
    public record Version(ObjectNode columns, String stamp) {}

    /** Returns the submissions that the server of a shared stock may not have as they are here, in their order. */
    public static List<UUID> changed(Database database) throws SQLException {
        return SyncBaseTable.changed(database, "submission", "attempt", STAMP);
    }

    /** Returns the time of the change in a stamp; the earliest one for an empty stamp. */
    public static Instant changedAt(String stamp) {
        return stamp.isEmpty()
                ? Instant.MIN
                : Instant.ofEpochMilli(Long.parseLong(stamp.substring(0, stamp.indexOf('/'))));
    }

    /** Returns the submissions of a car, in the order in which they were requested. */
    public static List<UUID> ofCar(Database database, UUID car) throws SQLException {
        return database.queryReadable(
                "SELECT id FROM attempt WHERE car = ? ORDER BY begun, rowid",
                row -> ColumnConverter.id(row, "id"),
                car);
    }

    /** Returns a submission; empty if there is none or if it can't be understood. */
    public static Optional<Version> find(Database database, UUID submission) throws SQLException {
        String object = COLUMNS.stream()
                .map(column -> "'%1$s', %1$s".formatted(column))
                .collect(Collectors.joining(", ", "json_object(", ")"));
        return database.findReadable(
                "SELECT *, " + STAMP + " AS stamp, " + object + " AS row FROM attempt WHERE id = ?",
                row -> {
                    SubmissionQueries.readSubmission(row);
                    ObjectNode columns = (ObjectNode) DraftJson.read(row.getString("row"));
                    columns.properties().removeIf(column -> column.getValue().isNull());
                    return new Version(columns, row.getString("stamp"));
                },
                submission);
    }

    /** Returns true if a journal can store the columns, which may come from a table that was edited by hand. */
    public static boolean isSound(JsonNode columns) {
        return isId(columns.path("id"))
                && isId(columns.path("car"))
                && (columns.path("follows").isMissingNode() || isId(columns.path("follows")))
                && Profile.ofKey(columns.path("profile").asText("")).isPresent()
                && NEEDED_TEXTS.stream().allMatch(name -> columns.path(name).isTextual())
                && columns.path("begun").isIntegralNumber()
                && columns.path("changed").isIntegralNumber()
                && columns.properties().stream()
                        .allMatch(column -> NUMBERS.contains(column.getKey())
                                ? column.getValue().canConvertToLong()
                                        && column.getValue().isIntegralNumber()
                                : column.getValue().isTextual());
    }

    private static boolean isId(JsonNode text) {
        try {
            return UUID.fromString(text.asText("")).toString().equals(text.asText(""));
        } catch (IllegalArgumentException anythingElse) {
            return false;
        }
    }

    /**
     * Saves a submission of another journal, or its progress. A submission that is being sent here stays as it is.
     *
     * @param columns sound columns
     * @return the stamp; empty if nothing is saved, because the submission is under way
     */
    public static Optional<String> save(Database transaction, JsonNode columns) throws SQLException {
        String id = columns.path("id").asText();
        Optional<Version> present = find(transaction, UUID.fromString(id));
        if (UNDER_WAY.contains(columns.path("state").asText())
                || present.filter(row -> row.columns().path("state").asText().equals("sending"))
                        .isPresent()) {
            return Optional.empty();
        }
        Map<String, String> values = COLUMNS.stream()
                .collect(Collectors.toMap(
                        column -> column,
                        column -> column.equals("follows")
                                ? "(SELECT id FROM attempt WHERE id = json_extract(?1, '$.follows'))"
                                : column.equals("tries")
                                        ? "coalesce(json_extract(?1, '$.tries'), 0)"
                                        : "json_extract(?1, '$.%s')".formatted(column)));
        String assignments = CHANGING.stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        transaction.update(
                """
                INSERT INTO attempt (%s) SELECT %s WHERE true ON CONFLICT (id) DO UPDATE SET %s,
                changed = max(excluded.changed, attempt.changed + 1)
                """.formatted(
                                String.join(", ", COLUMNS),
                                COLUMNS.stream().map(values::get).collect(Collectors.joining(", ")),
                                assignments),
                columns);
        DuplicateSubmissionFinder.storeKeys(transaction, "id = ?", id);
        return transaction.queryFirst("SELECT " + STAMP + " FROM attempt WHERE id = ?", row -> row.getString(1), id);
    }

    /**
     * Saves the car of a submission as it was sent, if the journal does not have the car. Its last change is the
     * earliest time, because nobody has typed it here.
     */
    public static boolean saveMissingCar(Database transaction, JsonNode columns, Instant now) throws SQLException {
        UUID car = UUID.fromString(columns.path("car").asText());
        if (CarTableSyncAccess.contains(transaction, car)) {
            return false;
        }
        CarTable.save(transaction, car, DraftJson.draft(columns.path("draft").asText()), Set.of(), now);
        transaction.update("UPDATE car SET changed = ? WHERE id = ?", Instant.EPOCH, car);
        return true;
    }
}
