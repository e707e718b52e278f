package app.forecourt.journal.database;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * A connection to one SQLite file, used by one thread. Uses the write-ahead log and {@code synchronous=FULL}, so every
 * commit is on the disk when it returns.
 */
public final class Database implements AutoCloseable {
    /** The schema that this program writes; the scripts schema-1.sql and following lead up to it. */
    public static final int SCHEMA = 12;
    /** The wait in milliseconds for another program that has the file locked. */
    private static final int BUSY_TIMEOUT_MILLIS = 1000;

    private final Connection connection;
    /** Queries by their SQL. They are kept, because preparing one takes longer than running it. */
    private final Map<String, PreparedStatement> queries = new HashMap<>();

    /** Converts a row to a value. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Several statements that are executed in one transaction. */
    public interface Work<T> {
        T run(Database database) throws SQLException;
    }

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Opens a file for writing; creates an empty one if there is none. */
    public static Database open(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return new Database(config.createConnection("jdbc:sqlite:" + uri(file)));
    }

    /** Opens an existing file read-only, concurrently with its writer. */
    public static Database openReadOnly(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return new Database(config.createConnection("jdbc:sqlite:" + uri(file)));
    }

    /** Returns a file's URI, because SQLite and its driver accept every character in that form. */
    public static String uri(Path file) {
        return file.toAbsolutePath().toUri().toString();
    }

    /** Opens an empty journal in memory with this program's schema. */
    public static Database openInMemory() throws SQLException {
        Database database = openEmptyInMemory();
        database.migrate();
        return database;
    }

    /** Opens a database in memory without a schema. */
    public static Database openEmptyInMemory() throws SQLException {
        return new Database(config().createConnection("jdbc:sqlite::memory:"));
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config;
    }

    /** Returns the schema of the file; 0 if the file has none. */
    int schema() throws SQLException {
        return queryFirst("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }

    /**
     * Migrates the file to this program's schema. Checks the file first if it has an earlier schema.
     *
     * @throws SQLException if the file is damaged or can't be written; earlier steps of the migration stay
     * @throws JournalException if a later version of this program wrote the file. Its schema may be in the write-ahead
     *     log only.
     */
    public void migrate() throws SQLException {
        if (schema() > SCHEMA) {
            throw new JournalException(JournalException.Reason.NEWER, new SQLException("schema " + schema()));
        }
        if (schema() > 0 && schema() < SCHEMA) {
            requireSound();
        }
        for (int version = schema() + 1; version <= SCHEMA; version++) {
            SchemaStep step = new SchemaStep(version);
            inTransaction(step::run);
        }
    }

    /** Executes all statements of a script in order. */
    void execute(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    /** Returns true if the file passes SQLite's quick check, which does not compare the indexes with the tables. */
    public boolean isSound() throws SQLException {
        return queryFirst("PRAGMA quick_check(1)", row -> row.getString(1))
                .filter("ok"::equals)
                .isPresent();
    }

    /**
     * Requires that the file passes SQLite's quick check.
     *
     * @throws SQLException with the code SQLITE_CORRUPT if the file is damaged
     */
    public void requireSound() throws SQLException {
        if (!isSound()) {
            throw new SQLException("not sound", null, SQLiteErrorCode.SQLITE_CORRUPT.code);
        }
    }

    /** Runs the work in one transaction, which is rolled back if the work throws. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        // IMMEDIATE, because SQLite does not wait for a lock if a read transaction becomes a write transaction.
        update("BEGIN IMMEDIATE");
        try {
            T result = work.run(this);
            update("COMMIT");
            return result;
        } catch (SQLException | RuntimeException failure) {
            try {
                update("ROLLBACK");
            } catch (SQLException rolledBackAlready) {
                failure.addSuppressed(rolledBackAlready);
            }
            throw failure;
        }
    }

    /**
     * Writes the whole database as one sound file that only its owner can read.
     *
     * @param file the new file, which must not exist yet; it is deleted if writing fails
     */
    public void copyTo(Path file) throws SQLException, IOException {
        PrivateFile.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .close();
        try {
            update("VACUUM INTO ?", file.toAbsolutePath());
        } catch (SQLException notWhole) {
            PrivateFile.delete(file);
            throw notWhole;
        }
    }

    /**
     * Copies another journal into this database, which has no schema yet.
     *
     * @param uri the URI of the file, with SQLite's parameters
     */
    public void copyFrom(String uri) throws SQLException {
        int result = connection.unwrap(SQLiteConnection.class).getDatabase().restore("main", uri, null);
        // The driver does not report all failures.
        if (schema() == 0) {
            throw new SQLException("not copied", null, Math.max(result, SQLiteErrorCode.SQLITE_CANTOPEN.code));
        }
    }

    /** Executes one statement and returns the number of changed rows. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            setValues(statement, values);
            return statement.executeUpdate();
        }
    }

    public <T> List<T> query(String sql, RowReader<T> row, @Nullable Object... values) throws SQLException {
        PreparedStatement kept = queries.remove(sql);
        PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
        try {
            setValues(statement, values);
            var results = new ArrayList<T>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    results.add(row.read(found));
                }
            }
            queries.put(sql, statement);
            return results;
        } finally {
            if (!statement.equals(queries.get(sql))) {
                statement.close();
            }
        }
    }

    /**
     * Returns the rows of a query without those that can't be understood. Examples are an unknown enum constant or a
     * truncated text.
     */
    <T> List<T> queryReadable(String sql, RowReader<T> row, @Nullable Object... values) throws SQLException {
        return query(sql, found -> tryRead(found, row), values).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the first row of a query that can be understood. */
    <T> Optional<T> findReadable(String sql, RowReader<T> row, @Nullable Object... values) throws SQLException {
        return queryReadable(sql, row, values).stream().findFirst();
    }

    /** Returns a row's value; empty if the row can't be understood. */
    public static <T> Optional<T> tryRead(ResultSet row, RowReader<T> reader) throws SQLException {
        try {
            return Optional.of(reader.read(row));
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException strange) {
            return Optional.empty();
        }
    }

    /** Returns the first row of a query. */
    public <T> Optional<T> queryFirst(String sql, RowReader<T> row, @Nullable Object... values) throws SQLException {
        return query(sql, row, values).stream().findFirst();
    }

    private static void setValues(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(
                    index + 1,
                    switch (values[index]) {
                        case Instant time -> time.toEpochMilli();
                        case Enum<?> word -> ColumnConverter.word(word);
                        case null -> null;
                        case Number number -> number;
                        case Object object -> object.toString();
                    });
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
