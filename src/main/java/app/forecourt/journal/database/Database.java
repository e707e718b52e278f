package app.forecourt.journal.database;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * A connection to one SQLite file, used by one thread. Every commit is on the disk when it returns: write-ahead log,
 * {@code synchronous=FULL}.
 */
public final class Database implements AutoCloseable {
    /** The schema this program writes; schema-1.sql and so on lead up to it. */
    public static final int SCHEMA = 5;
    /** The one that has what the duplicate guard knows cars by. */
    private static final int KEYED = 2;
    /** Milliseconds; another program may be looking at the file. */
    private static final int PATIENCE = 1_000;

    private final Connection connection;

    /** Makes a value of a row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Several statements that happen together or not at all. */
    public interface Work<T> {
        T with(Database database) throws SQLException;
    }

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Opens a file, making an empty one if there is none. */
    public static Database open(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return new Database(config.createConnection("jdbc:sqlite:" + uri(file)));
    }

    /** Opens a file that is there for reading only, beside whoever writes it. */
    public static Database reading(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return new Database(config.createConnection("jdbc:sqlite:" + uri(file)));
    }

    /** A name that SQLite and its driver take whatever signs it has. */
    public static String uri(Path file) {
        return file.toAbsolutePath().toUri().toString();
    }

    /** An empty journal that lasts as long as this run. */
    public static Database inMemory() throws SQLException {
        Database database = new Database(config().createConnection("jdbc:sqlite::memory:"));
        database.migrate();
        return database;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE);
        return config;
    }

    /** Which schema the file has. */
    int schema() throws SQLException {
        return one("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }

    /** Brings the schema up to this program's; a file that is to be changed all over is looked through first. */
    public void migrate() throws SQLException {
        if (schema() > 0 && schema() < SCHEMA) {
            requireSound();
        }
        for (int version = schema() + 1; version <= SCHEMA; version++) {
            int next = version;
            inTransaction(all -> {
                try (Statement statement = connection.createStatement()) {
                    // A whole script; the driver runs its statements one after the other.
                    statement.executeUpdate(script(next));
                    statement.executeUpdate("PRAGMA user_version = " + next);
                }
                if (next == KEYED) {
                    DuplicateFinder.note(all, "true");
                }
                return next;
            });
        }
    }

    private static String script(int version) {
        try (InputStream in = Database.class.getResourceAsStream("schema-" + version + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no schema " + version);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the file holds together, as far as SQLite can tell without comparing every index. */
    public boolean isSound() throws SQLException {
        return one("PRAGMA quick_check(1)", row -> row.getString(1)).filter("ok"::equals).isPresent();
    }

    /** @throws SQLException of a damaged file when the file does not hold together */
    public void requireSound() throws SQLException {
        if (!isSound()) {
            throw new SQLException("not sound", null, SQLiteErrorCode.SQLITE_CORRUPT.code);
        }
    }

    /** Runs the work in one transaction. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        // At once for writing: one that only finds out later that another program writes is not let wait.
        update("BEGIN IMMEDIATE");
        try {
            T result = work.with(this);
            update("COMMIT");
            return result;
        } catch (SQLException | RuntimeException failed) {
            try {
                update("ROLLBACK");
            } catch (SQLException rolledBackAlready) {
                failed.addSuppressed(rolledBackAlready);
            }
            throw failed;
        }
    }

    /**
     * Writes all of it as one sound file that only its owner can read.
     *
     * @param file must not be there yet, and is not there when this fails
     */
    public void copyTo(Path file) throws SQLException, IOException {
        PrivateFile.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
        try {
            update("VACUUM INTO ?", file.toAbsolutePath());
        } catch (SQLException notWhole) {
            Files.deleteIfExists(file);
            throw notWhole;
        }
    }

    /** Runs one statement and tells how many rows it changed. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    public <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet found = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (found.next()) {
                all.add(row.of(found));
            }
            return all;
        }
    }

    /** The same without the rows that can't be understood: a word that none of ours is, a text that was cut. */
    <T> List<T> readable(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return all(sql, found -> {
            try {
                return Optional.of(row.of(found));
            } catch (IllegalArgumentException | IllegalStateException strange) {
                return Optional.<T>empty();
            }
        }, values).stream().flatMap(Optional::stream).toList();
    }

    public <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return all(sql, row, values).stream().findFirst();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, switch (values[index]) {
                    case Instant time -> time.toEpochMilli();
                    case Enum<?> word -> ColumnMapping.word(word);
                    case null -> null;
                    case Number number -> number;
                    case Object other -> other.toString();
                });
            }
            return statement;
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    /** Whether an exception tells of the disk or the file, and not of a fault in our statements. */
    public static boolean isOfDisk(SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
            case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_MISMATCH,
                    SQLITE_SCHEMA,
                    UNKNOWN_ERROR ->
                false;
            default -> true;
        };
    }

    /** Whether SQLite met JSON that is none. It is damaged, because this program writes whole JSON only. */
    static boolean hasDamagedText(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("malformed JSON");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
