package app.forecourt.journal.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The rows that a connection has changed, each as JSON with the name of its table, its id and its values. A row that
 * was deleted has no values. SQLite writes and reads the JSON, so that each value keeps its type.
 */
public final class ChangedRowRecorder {
    /** The tables whose rows can't be had again from elsewhere. Each has a column {@code id}. */
    private static final List<String> TABLES = List.of("car", "attempt", "history", "template", "photo");

    private ChangedRowRecorder() {}

    /** Lets a connection note the rows that it changes. */
    public static void begin(Database database) throws SQLException {
        StringBuilder script =
                new StringBuilder("CREATE TEMP TABLE changed_row (place INTEGER PRIMARY KEY, json TEXT);");
        for (String table : TABLES) {
            for (String event : List.of("INSERT", "UPDATE", "DELETE")) {
                script.append("""
                        CREATE TEMP TRIGGER %1$s_%2$s AFTER %2$s ON main.%1$s BEGIN
                        INSERT INTO changed_row (json) VALUES (%3$s); END;
                        """.formatted(
                                table,
                                event,
                                event.equals("DELETE")
                                        ? "json_object('table', '%s', 'id', OLD.id, 'row', NULL)".formatted(table)
                                        : json(database, table, "NEW")));
            }
        }
        database.execute(script.toString());
    }

    /** Returns an SQL expression for a row as JSON. */
    private static String json(Database database, String table, String row) throws SQLException {
        return "json_object('table', '%1$s', 'id', %2$s.id, 'row', json_object(%3$s))"
                .formatted(table, row, columns(database, table, name -> "'%1$s', %2$s.%1$s".formatted(name, row)));
    }

    /** Returns the rows that were changed since {@link #forget}, in the order of the changes. */
    public static List<String> all(Database database) throws SQLException {
        // Each read asks, and changes nothing.
        return database.queryFirst("SELECT 1 FROM changed_row LIMIT 1", row -> 1)
                        .isEmpty()
                ? List.of()
                : database.query("SELECT json FROM changed_row ORDER BY place", row -> row.getString(1));
    }

    /** Forgets which rows were changed. */
    public static int forget(Database database) throws SQLException {
        return database.update("DELETE FROM changed_row");
    }

    /** Returns all rows of a journal. */
    public static List<String> everyRow(Database database) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            rows.addAll(database.query(
                    "SELECT %s FROM %s".formatted(json(database, table, table), table), row -> row.getString(1)));
        }
        return rows;
    }

    /**
     * Writes rows as they were after a change, in their order and in one transaction.
     *
     * @param onlyNewer true if an existing row stays unless it was changed earlier
     */
    public static void writeAll(Database database, Iterable<String> rows, boolean onlyNewer) throws SQLException {
        database.inTransaction(transaction -> {
            // The links between rows are valid only after all are written.
            transaction.update("PRAGMA defer_foreign_keys = ON");
            for (String row : rows) {
                write(transaction, row, onlyNewer);
            }
            complete(transaction);
            return true;
        });
    }

    private static void write(Database transaction, String json, boolean onlyNewer) throws SQLException {
        JsonNode row = DraftJson.read(json);
        String table = row.path("table").asText();
        if (!TABLES.contains(table)) {
            return;
        }
        if (row.path("row").isNull()) {
            transaction.update("DELETE FROM %s WHERE id = json_extract(?, '$.id')".formatted(table), json);
            return;
        }
        // A row of an earlier version lacks the columns that were added since. They get their defaults.
        List<String> columns =
                names(transaction, table).stream().filter(row.path("row")::has).toList();
        // An upsert, because a replaced car would take its history along. It returns the id, because the statement of a
        // query is prepared only once. A log may have 100,000 rows.
        transaction.query(
                """
                INSERT INTO %s (%s) SELECT %s FROM (SELECT ? AS json) WHERE true
                ON CONFLICT (id) DO UPDATE SET %s WHERE %s RETURNING id
                """.formatted(
                                table,
                                String.join(", ", columns),
                                join(columns, "json_extract(json, '$.row.%s')"::formatted),
                                join(columns, name -> "%1$s = excluded.%1$s".formatted(name)),
                                onlyNewer ? isNewer(table) : "true"),
                _ -> table,
                json);
    }

    private static String join(List<String> columns, UnaryOperator<String> expression) {
        return columns.stream().map(expression).collect(Collectors.joining(", "));
    }

    private static String isNewer(String table) {
        return switch (table) {
            // A damaged time must not count as later than all others.
            case "car" -> CarColumns.changed("excluded") + " > " + CarColumns.changed("car");
            // A step never changes.
            case "history" -> "false";
            // An accepted submission stays accepted, even if a later change says otherwise.
            case "attempt" ->
                "(excluded.state = 'accepted', excluded.changed) > (attempt.state = 'accepted', attempt.changed)";
            default -> "excluded.changed > %s.changed".formatted(table);
        };
    }

    /** Adds what written rows refer to, if no backup has it. A car comes from its submissions. */
    private static void complete(Database transaction) throws SQLException {
        transaction.update("""
                INSERT INTO car (id, draft, begun, changed)
                SELECT car, draft, min(begun), max(changed) FROM attempt
                WHERE car NOT IN (SELECT id FROM car) GROUP BY car
                """);
        transaction.update("UPDATE attempt SET follows = NULL WHERE follows NOT IN (SELECT id FROM attempt)");
        HistoryTable.deleteOrphans(transaction);
    }

    /** Returns an SQL list with an expression for each column that is not computed. */
    static String columns(Database database, String table, UnaryOperator<String> expression) throws SQLException {
        return join(names(database, table), expression);
    }

    private static List<String> names(Database database, String table) throws SQLException {
        return database.query(
                "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid", row -> row.getString(1), table);
    }
}
