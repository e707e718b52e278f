package app.forecourt.journal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Returns the columns of the only row of a table with their values. */
    private static Map<String, String> row(Database database, String table) throws SQLException {
        List<String> columns = columns(database, table);
        return database.queryFirst("SELECT * FROM " + table, row -> texts(row, columns))
                .orElseThrow();
    }

    private static Map<String, String> texts(ResultSet row, List<String> columns) throws SQLException {
        var texts = new LinkedHashMap<String, String>();
        for (String column : columns) {
            texts.put(column, String.valueOf(row.getString(column)));
        }
        return texts;
    }

    @Test
    void restoreIntoEmptyJournalCopiesEachColumn() throws Exception {
        Path other = home.resolve("other.db");
        try (Database source = Database.openInMemory();
                Database merged = Database.openInMemory()) {
            for (String table : ROWS.keySet()) {
                insert(source, table);
            }
            source.copyTo(other);
            BackupMerger.restore(merged, other, Instant.EPOCH);
            for (String table : ROWS.keySet()) {
                Map<String, String> whole = row(source, table);
                assertFalse(whole.containsValue("null"), table);
                assertEquals(whole, row(merged, table), table);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"car", "template"})
    void restoredRowReplacesEachColumn(String table) throws Exception {
        Path other = home.resolve("other.db");
        try (Database source = Database.openInMemory();
                Database merged = Database.openInMemory()) {
            for (String parent : ROWS.keySet()) {
                insert(source, parent);
            }
            source.copyTo(home.resolve("earlier.db"));
            BackupMerger.restore(merged, home.resolve("earlier.db"), Instant.EPOCH);
            List<String> replaced = columns(source, table).stream()
                    .filter(column -> !List.of(
                                    "id", "car", "follows", "state", "draft", "payload", "takenOff", "typed", "source")
                            .contains(column))
                    .toList();
            source.update("UPDATE " + table + " SET "
                    + replaced.stream()
                            .map(column -> column + " = " + column + " || 9")
                            .collect(Collectors.joining(", ")));
            source.copyTo(other);
            BackupMerger.restore(merged, other, Instant.EPOCH);
            assertEquals(row(source, table), row(merged, table));
        }
    }
}
