package app.forecourt.journal.database;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a restore copies each column. A column that is added later is found by the schema. */
class BackupMergerTest {
    /** The rows whose other columns get values by their type. Parents come before the rows that refer to them. */
    private static final Map<String, Map<String, String>> ROWS = rows();

    @TempDir
    Path home;

    private static Map<String, Map<String, String>> rows() {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        rows.put("car", Map.of("id", "'car'", "draft", "'{\"brand\":\"opel\"}'"));
        rows.put(
                "attempt",
                Map.of(
                        "id",
                        "'sent'",
                        "car",
                        "'car'",
                        "follows",
                        "'sent'",
                        "state",
                        "'unknown'",
                        "draft",
                        "'{}'",
                        "payload",
                        "'{\"vin\":\"1\"}'"));
        rows.put("history", Map.of("car", "'car'"));
        rows.put("template", Map.of());
        rows.put("photo", Map.of());
        return rows;
    }

    private static List<String> columns(Database database, String table) throws SQLException {
        return database.query("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table);
    }

    /** Inserts a row in which each column has a value of its own. */
    private static void insert(Database database, String table) throws SQLException {
        List<String> columns = columns(database, table);
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            String type = database.queryFirst(
                            "SELECT type FROM pragma_table_info(?) WHERE name = ?",
                            row -> row.getString(1),
                            table,
                            column)
                    .orElseThrow();
            values.add(ROWS.get(table)
                    .getOrDefault(column, type.equals("TEXT") ? "'of " + column + "'" : "" + (values.size() + 1)));
        }
        database.update("INSERT INTO %s (%s) VALUES (%s)"
                .formatted(table, String.join(", ", columns), String.join(", ", values)));
    }

    private static void insertAll(Database database) throws SQLException {
        for (String table : ROWS.keySet()) {
            insert(database, table);
        }
    }

    /** Returns the values of the only row of a table. */
    private static String row(Database database, String table) throws SQLException {
        return database.queryFirst(
                        "SELECT json_array(%s) FROM %s".formatted(String.join(", ", columns(database, table)), table),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private void restore(Database source, Database merged) throws Exception {
        Path copy = home.resolve(UUID.randomUUID() + ".db");
        source.copyTo(copy);
        BackupMerger.restore(merged, copy, Instant.EPOCH);
    }

    @Test
    void restoreIntoEmptyJournalCopiesEachColumn() throws Exception {
        try (Database source = Database.openInMemory();
                Database merged = Database.openInMemory()) {
            insertAll(source);
            restore(source, merged);
            for (String table : ROWS.keySet()) {
                assertFalse(row(source, table).contains("null"), table);
                assertEquals(row(source, table), row(merged, table));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"car", "template"})
    void restoredRowReplacesEachColumn(String table) throws Exception {
        try (Database source = Database.openInMemory();
                Database merged = Database.openInMemory()) {
            insertAll(source);
            restore(source, merged);
            source.update("UPDATE " + table + " SET "
                    + columns(source, table).stream()
                            .filter(column -> !List.of("id", "draft", "typed").contains(column))
                            .map(column -> column + " = " + column + " || 9")
                            .collect(joining(", ")));
            restore(source, merged);
            assertEquals(row(source, table), row(merged, table));
        }
    }
}
