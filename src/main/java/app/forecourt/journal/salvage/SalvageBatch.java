package app.forecourt.journal.salvage;

import app.forecourt.journal.database.CarColumns;
import app.forecourt.journal.database.ColumnConverter;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.HistoryTable;
import app.forecourt.journal.database.JournalMerger;
import app.forecourt.journal.database.OptionTable;
import app.forecourt.journal.database.PhotoTable;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.database.TemplateTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows that are copied from a damaged file into a journal. They are first inserted into an attached database
 * in memory with the journal's own tables. The constraints of these tables check each row, then the code that usually
 * reads rows.
 */
final class SalvageBatch implements AutoCloseable {
    /** Most rows in a batch, to limit the memory. */
    private static final int MOST_ROWS = 500;
    /** Most characters in a batch, to limit the memory when the rows are long. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private final Database database;
    private final Instant now;
    private final SalvageBudget budget;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<Table, Set<String>> taken = new EnumMap<>(Table.class);
    private long length;
    private int underWay;

    /** The salvaged tables. A record does not name its table, so it is recognized by its number of values. */
    enum Table {
        /** The submissions. The first schema had 24 columns. */
        ATTEMPT(24, Integer.MAX_VALUE, SubmissionTable::readSubmission),
        /** The cars. */
        CAR(13, 23, CarColumns::readCar),
        /** The earlier versions of cars. Those of the first schema with a history had 7 columns. */
        HISTORY(7, 9, HistoryTable::readStep),
        /** The templates. */
        TEMPLATE(4, 4, TemplateTable::readTemplate),
        /** The photos on their way to public addresses. Those of the first schema with photos had 11 columns. */
        PHOTO(11, 12, PhotoTable::readPhoto),
        /** The edit position. */
        PLACE(4, 4, row -> ColumnConverter.id(row, "car")),
        /** The option lists. */
        OPTION_LIST(3, 3, row -> OptionTable.readOptions(row, ""));

        private final int least;
        private final int most;
        private final Database.RowReader<?> reader;

        Table(int least, int most, Database.RowReader<?> reader) {
            this.least = least;
            this.most = most;
            this.reader = reader;
        }

        String sqlName() {
            return ColumnConverter.word(this);
        }

        boolean mayHave(List<?> values) {
            return values.size() >= least && values.size() <= most;
        }
    }

    private record Row(Table table, List<String> columns, List<@Nullable Object> values) {}

    SalvageBatch(Database database, Instant now, SalvageBudget budget) throws SQLException {
        this.database = database;
        this.now = now;
        this.budget = budget;
        database.update("ATTACH ':memory:' AS other");
        for (Table table : Table.values()) {
            String sql = database.queryFirst(
                            "SELECT sql FROM main.sqlite_schema WHERE name = ?",
                            row -> row.getString(1),
                            table.sqlName())
                    .orElseThrow();
            database.update(sql.replaceFirst("CREATE TABLE ", "CREATE TABLE other."));
        }
    }

    /** Returns the columns of a table in the order of a record's values. Generated columns start with a dash. */
    List<String> columns(Table table) throws SQLException {
        // 0 is an ordinary column, 2 a virtual generated one, 3 a stored generated one.
        return database.query(
                "SELECT name, hidden FROM pragma_table_xinfo(?) WHERE hidden <> 2 ORDER BY cid",
                row -> (row.getInt("hidden") == 0 ? "" : "-") + row.getString("name"),
                table.sqlName());
    }

    /** Adds a row. Writes the batch into the journal first if it is full. */
    void add(Table table, List<String> columns, List<@Nullable Object> values) throws SQLException {
        if (values.stream().anyMatch(byte[].class::isInstance)) {
            // No table of a journal has blobs.
            return;
        }
        // Two versions of a row are merged one after the other, because the journal keeps the newer one.
        if (rows.size() >= MOST_ROWS || length >= MOST_CHARACTERS) {
            flush();
        } else if (keys.contains(table + " " + values.getFirst())) {
            budget.spend(SalvageBudget.TRANSACTION);
            flush();
        }
        keys.add(table + " " + values.getFirst());
        rows.add(new Row(table, columns, values));
        budget.spend(SalvageBudget.ROW);
        for (Object value : values) {
            length += value instanceof String text ? text.length() : 0;
        }
    }

    /** Moves the rows of the batch into the journal. */
    void flush() throws SQLException {
        database.inTransaction(transaction -> {
            for (Row row : rows) {
                insert(transaction, row);
            }
            for (Table table : Table.values()) {
                deleteUnreadable(transaction, table);
            }
            for (Table table : List.of(Table.ATTEMPT, Table.CAR)) {
                readableIds(table)
                        .addAll(transaction.query(
                                "SELECT id FROM other." + table.sqlName(), row -> row.getString("id")));
            }
            underWay += transaction
                    .queryFirst(
                            "SELECT count(*) FROM other.attempt WHERE state IN ('waiting', 'sending')"
                                    + " AND id NOT IN (SELECT id FROM main.attempt)",
                            row -> row.getInt(1))
                    .orElse(0);
            JournalMerger.mergeAttached(transaction, false, now);
            for (Table table : Table.values()) {
                transaction.update("DELETE FROM other." + table.sqlName());
            }
            return transaction;
        });
        rows.clear();
        length = 0;
        keys.clear();
    }

    /** Returns the ids of the readable rows of a table. */
    Set<String> readableIds(Table table) {
        return taken.computeIfAbsent(table, _ -> new HashSet<>());
    }

    /** Inserts a row, unless the table's constraints refuse it. */
    private static void insert(Database transaction, Row row) throws SQLException {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int index = 0; index < Math.min(row.columns().size(), row.values().size()); index++) {
            if (!row.columns().get(index).startsWith("-")) {
                names.add(row.columns().get(index));
                values.add(row.values().get(index));
            }
        }
        try {
            transaction.update(
                    "INSERT INTO other.%s (%s) VALUES (%s)"
                            .formatted(
                                    row.table().sqlName(),
                                    String.join(", ", names),
                                    names.stream().map(name -> "?").collect(Collectors.joining(", "))),
                    values.toArray());
        } catch (SQLException refused) {
            if (Database.isDiskFailure(refused)) {
                throw refused;
            }
        }
    }

    /** Deletes the rows that the code of the journal can't read. */
    private static void deleteUnreadable(Database transaction, Table table) throws SQLException {
        List<Long> unreadable = transaction.query(
                "SELECT rowid AS salvaged, * FROM other." + table.sqlName(),
                row -> Database.tryRead(row, table.reader).isPresent() ? 0L : row.getLong("salvaged"));
        for (long number : unreadable) {
            if (number != 0) {
                transaction.update("DELETE FROM other.%s WHERE rowid = ?".formatted(table.sqlName()), number);
            }
        }
    }

    /** Returns the number of submissions that waited or were being sent. */
    int underWay() {
        return underWay;
    }

    @Override
    public void close() throws SQLException {
        database.update("DETACH other");
    }
}
