package app.forecourt.journal;

import app.forecourt.autochat.FailureCause;
import app.forecourt.file.FileInUseRetry;
import app.forecourt.journal.database.ChangedRowRecorder;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DatabaseFiles;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.JournalException.Reason;
import app.forecourt.journal.database.SqliteHeader;
import app.forecourt.journal.database.SubmissionTable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The journal's file. A file that is not a sound journal is never overwritten, but moved aside. */
public final class JournalFile {
    private static final Logger LOG = Logger.getLogger(JournalFile.class.getName());
    /** Longest wait for another program that holds the file, such as a backup program. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final long RETRY_DELAY_NANOS = 50_000_000L;

    private final Path path;
    private final DatabaseFiles files;
    private final JournalFileRestorer replacement;
    private final Duration patience;
    private final SubmissionRecovery recovery;
    private final RecoveryLog changes;
    /** True if the file was found damaged and is not replaced yet; opening it does not find all damage. */
    private boolean damaged;

    /** An open journal, and the state in which its file was found. */
    public record Opened(Database database, JournalOpenState state) {}

    /**
     * The file system's keys of the file and of its log. A key is empty if the file is missing or the system has no
     * keys.
     */
    record FileIdentity(Optional<Object> file, Optional<Object> log) {
        private boolean hasLogOf(FileIdentity other) {
            return log.isPresent() && log.equals(other.log);
        }
    }

    /** @param patience the longest wait for another program that holds the file */
    JournalFile(Path path, JournalBackups backups, SubmissionRecovery recovery, Duration patience) {
        this.path = path.toAbsolutePath();
        this.recovery = recovery;
        this.patience = patience;
        this.files = new DatabaseFiles(this.path);
        this.changes = new RecoveryLog(this.path);
        this.replacement = new JournalFileRestorer(files, backups, changes);
    }

    /** Returns the log of the changes since the last backups. */
    RecoveryLog changes() {
        return changes;
    }

    /** Deletes the temporary files that killed processes left beside the journal. */
    void sweep() {
        replacement.sweep();
    }

    /**
     * Opens the file. If the file can't be written, returns a copy in memory of the rows that can be read. Waits first
     * if another program holds the file, because a backup program usually releases it soon. Any other failure is
     * retried once, because it may be of a program that has released the file by now.
     */
    public Opened open(Instant now) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean retried = false;
        while (true) {
            try {
                return openForWriting(now);
            } catch (SQLException | IOException | JournalException unwritable) {
                JournalOpenState state = stateAfter(unwritable);
                boolean isHeld = state.kind() == JournalOpenState.Kind.HELD;
                if (isHeld ? System.nanoTime() >= deadline : retried) {
                    LOG.log(Level.WARNING, "The journal can't be written", unwritable);
                    return new Opened(copyReadableRows(now), state);
                }
                retried |= !isHeld;
                LockSupport.parkNanos(RETRY_DELAY_NANOS);
            }
        }
    }

    /**
     * Opens a file for writing that could not be written until now.
     *
     * @throws JournalException with the reason if it still can't be written
     */
    Opened reopen(Instant now) {
        try {
            return openForWriting(now);
        } catch (SQLException | IOException unwritable) {
            throw new JournalException(stateAfter(unwritable).reason().orElseThrow(), unwritable);
        }
    }

    /**
     * Returns the state of a file that could not be opened. SQLite reports a file that another program has open as a
     * failure of the disk.
     */
    private JournalOpenState stateAfter(Exception failure) {
        // This program has closed its connection.
        boolean isHeld = files.isInUse()
                || (failure instanceof FileSystemException named && FileInUseRetry.isInUse(Path.of(named.getFile())));
        return JournalOpenState.unwritable(
                isHeld ? Reason.HELD : failure(failure).reason());
    }

    /**
     * Opens the file for writing, or creates one.
     *
     * @throws JournalException if a later version of this program wrote the file
     */
    private Opened openForWriting(Instant now) throws SQLException, IOException {
        int schema = damaged || !files.exists() ? 0 : SqliteHeader.readSchema(path);
        if (schema == 0) {
            // The path is empty, a file of another program, an empty file, or a folder. A journal gets its schema
            // before its name.
            return create(now);
        }
        if (schema > Database.SCHEMA) {
            throw new JournalException(Reason.NEWER, new SQLException("schema " + schema));
        }
        try {
            return new Opened(connect(false, now), JournalOpenState.of(JournalOpenState.Kind.SOUND));
        } catch (SQLException broken) {
            if (!JournalException.hasReason(Reason.DAMAGED, broken)) {
                throw broken;
            }
            LOG.log(Level.WARNING, "The journal is damaged", broken);
            return create(now);
        }
    }

    /**
     * Opens the file for writing with this program's schema. Does not check the whole file, because that takes time.
     *
     * @param created true if this run has created the file
     */
    private Database connect(boolean created, Instant now) throws SQLException, IOException {
        Database database = Database.open(path);
        try {
            database.migrate();
            if (!created) {
                changes.catchUp(database);
            }
            ChangedRowRecorder.begin(database);
            recovery.apply(database, created, now);
            return database;
        } catch (SQLException | IOException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** Opens a second connection to the file, for concurrent reading. */
    Database openReadOnly() throws SQLException {
        return Database.openReadOnly(path);
    }

    /** Returns a failure with its reason. */
    JournalException failure(Exception failure) {
        return files.failure(failure);
    }

    /** Returns the keys of the files that are there now. */
    FileIdentity key() {
        return new FileIdentity(files.key(""), files.key(DatabaseFiles.WRITE_AHEAD_LOG));
    }

    /**
     * Opens the journal again after its file was deleted or replaced. The open connection still reads the old file, so
     * the new journal gets its rows that are missing or newer. If another program has begun a journal in the same
     * place, it keeps its rows too, but what was under way may have been sent.
     *
     * @param previous the open connection, which stays open if this method throws
     * @param known the keys of the old file
     */
    Opened recover(Database previous, FileIdentity known, Instant now) throws SQLException, IOException {
        if (known.hasLogOf(key())) {
            // SQLite would apply the log of the old file to the new one.
            files.moveLogsAside();
        }
        Opened current = openForWriting(now);
        try {
            ChangedRowRecorder.writeAll(current.database(), ChangedRowRecorder.everyRow(previous), true);
            if (current.state().kind() != JournalOpenState.Kind.NEW) {
                SubmissionTable.markInterruptedAsUnknown(current.database(), FailureCause.BROKEN, now, "true");
            }
        } catch (SQLException | RuntimeException failure) {
            closeQuietly(current.database());
            throw failure;
        }
        closeQuietly(previous);
        return new Opened(
                current.database(),
                new JournalOpenState(JournalOpenState.Kind.GONE, current.state().aside(), Optional.empty()));
    }

    /** Replaces a file that turned out to be damaged while it was open, as soon as a new one can be written. */
    Opened replaceDamaged(Database previous, Instant now) throws SQLException {
        closeQuietly(previous);
        damaged = true;
        return open(now);
    }

    private static void closeQuietly(Database database) {
        try {
            database.close();
        } catch (SQLException broken) {
            LOG.log(Level.FINE, "The closed journal reported an error", broken);
        }
    }

    /** Creates the file, in place of an unusable one if there is one. */
    private Opened create(Instant now) throws SQLException, IOException {
        JournalOpenState state;
        try {
            state = replacement.create(files.exists(), now);
        } catch (FileAlreadyExistsException begunMeanwhile) {
            return new Opened(connect(false, now), JournalOpenState.of(JournalOpenState.Kind.SOUND));
        }
        damaged = false;
        return new Opened(connect(true, now), state);
    }

    /**
     * Returns a copy in memory of the rows of a file that can't be written, for the lists and the duplicate guard. Of a
     * damaged file it has the last backup and the changes since. The copy is empty if these can't be read either, or if
     * the file has a later schema.
     */
    private Database copyReadableRows(Instant now) throws SQLException {
        Database memory = copyInMemory(now);
        SubmissionTable.markInterruptedAsUnknown(memory, FailureCause.BROKEN, now, "true");
        return memory;
    }

    private static Database copySound(String uri) throws SQLException {
        Database copy = Database.openEmptyInMemory();
        try {
            copy.copyFrom(uri);
            copy.requireSound();
            copy.migrate();
            return copy;
        } catch (SQLException | RuntimeException failure) {
            copy.close();
            throw failure;
        }
    }

    private Database copyInMemory(Instant now) throws SQLException {
        // Mode immutable ignores the write-ahead log, but needs no file beside the journal.
        for (String mode : List.of("?mode=ro", "?immutable=1")) {
            try {
                int schema = SqliteHeader.readSchema(path);
                if (schema > 0) {
                    return schema > Database.SCHEMA ? Database.openInMemory() : copySound(Database.uri(path) + mode);
                }
            } catch (SQLException | IOException unreadable) {
                LOG.log(Level.INFO, "The journal can't be read with " + mode, unreadable);
            } catch (JournalException newer) {
                return Database.openInMemory();
            }
        }
        Database memory = Database.openEmptyInMemory();
        try {
            replacement.recover(memory, now);
        } catch (SQLException | IOException | JournalException unreadable) {
            LOG.log(Level.INFO, "The backups can't be read", unreadable);
            memory.migrate();
        }
        return memory;
    }
}
