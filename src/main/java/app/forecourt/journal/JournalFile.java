package app.forecourt.journal;

import app.forecourt.file.PrivateFile;
import app.forecourt.file.ScratchFolder;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DatabaseFiles;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.JournalException.Reason;
import app.forecourt.journal.database.JournalMerger;
import app.forecourt.journal.database.SqliteHeader;
import app.forecourt.journal.salvage.JournalSalvage;
import app.forecourt.journal.salvage.SalvageResult;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The journal's file. Opening always yields a journal, and never overwrites a file that is not a sound journal. */
public final class JournalFile {
    private static final Logger LOG = Logger.getLogger(JournalFile.class.getName());
    /** Free bytes; a disk with less counts as full. */
    private static final long LEAST_FREE_BYTES = 1 << 20;
    /** Longest wait for another program that holds the file, such as a backup program. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path path;
    private final DatabaseFiles files;
    private final FileReplacement replacement;
    private final ScratchFolder scratch;
    private final Duration patience;
    private final StartPolicy policy;
    private final Salvage salvage;

    /** Copies the readable rows of a damaged file into a journal. */
    public interface Salvage {
        SalvageResult salvage(Path damaged, Database journal, Instant now) throws SQLException, IOException;
    }

    /** An open journal, and the state in which its file was found. */
    public record Opened(Database database, JournalState state) {}

    /**
     * The file system's keys of the file and of its log. A key is empty if the file is missing or the system has no
     * keys.
     */
    record Key(Optional<Object> file, Optional<Object> log) {
        private boolean hasLogOf(Key other) {
            return log.isPresent() && log.equals(other.log);
        }
    }

    JournalFile(Path path) {
        this(path, LONGEST_WAIT);
    }

    JournalFile(Path path, Duration patience) {
        this(path, patience, new SendLog(List.of(), Clock.systemUTC()), JournalSalvage::salvage);
    }

    JournalFile(Path path, SendLog sendLog) {
        this(path, LONGEST_WAIT, sendLog, JournalSalvage::salvage);
    }

    public JournalFile(Path path, Salvage salvage) {
        this(path, LONGEST_WAIT, new SendLog(List.of(), Clock.systemUTC()), salvage);
    }

    private JournalFile(Path path, Duration patience, SendLog sendLog, Salvage salvage) {
        this.salvage = salvage;
        this.patience = patience;
        this.policy = new StartPolicy(path.toAbsolutePath(), sendLog);
        this.path = path.toAbsolutePath();
        this.files = new DatabaseFiles(this.path);
        this.replacement = new FileReplacement(files);
        this.scratch = new ScratchFolder(this.path.resolveSibling(ScratchFolder.NAME));
    }

    /** Returns the folder for temporary copies. */
    ScratchFolder scratch() {
        return scratch;
    }

    /** Deletes the temporary files that killed processes left beside the journal. */
    void sweep(Instant now) {
        scratch.deleteLeftovers();
        try {
            replacement.sweep(now);
        } catch (IOException undeletable) {
            LOG.log(Level.WARNING, "A temporary file beside the journal can't be deleted", undeletable);
        }
    }

    /**
     * Opens the file. If the file can't be written, opens a journal in memory with everything that can be read of the
     * file.
     */
    public Opened open(Instant now) throws SQLException {
        long begun = System.nanoTime();
        while (true) {
            try {
                Optional<Path> aside = replacement.resume();
                if (aside.isPresent()) {
                    return openResumed(aside, now);
                }
                return !files.exists() && create()
                        ? new Opened(openCreated(now), JournalState.of(JournalState.Kind.NEW))
                        : openExisting(now);
            } catch (SQLException | IOException unwritable) {
                if (!JournalException.hasReason(Reason.HELD, unwritable)
                        || System.nanoTime() - begun > patience.toNanos()) {
                    LOG.log(Level.WARNING, "The journal can't be written", unwritable);
                    return openInMemory(failureKind(unwritable), now);
                }
                // Wait: the other program usually releases the file soon, while a journal in memory would lose this
                // run's work.
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    private Opened openExisting(Instant now) throws SQLException, IOException {
        int schema = SqliteHeader.readSchema(path);
        if (schema == 0) {
            // The path is a file of another program, an empty file, or a folder. A journal gets its schema before its
            // name.
            return replaceUnusable(now);
        }
        if (schema > Database.SCHEMA) {
            return openInMemory(JournalState.Kind.NEWER, now);
        }
        try {
            return new Opened(prepare(now), JournalState.of(JournalState.Kind.SOUND));
        } catch (SQLException broken) {
            if (!JournalException.hasReason(Reason.DAMAGED, broken)) {
                throw broken;
            }
            LOG.log(Level.WARNING, "The journal is damaged", broken);
            return replaceUnusable(now);
        }
    }

    /**
     * Opens the file for writing with this program's schema. Does not check the whole file, because that takes time.
     */
    private Database prepare(Instant now) throws SQLException, IOException {
        Database database = Database.open(path);
        try {
            database.migrate();
            policy.applyAtStart(database, now);
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

    /** Returns the keys of the files that are there now. */
    Key key() {
        return new Key(files.fileKey(), files.logKey());
    }

    /**
     * Recovers after the file was deleted or replaced while it was open. If another program has begun a journal in the
     * same place, this one is merged into it. Each program then knows what the other has sent. Otherwise a new file is
     * written with everything that was in the old one.
     *
     * @param known the keys of the open file
     */
    Opened recover(Database previous, Database run, Key known, Instant now) throws SQLException, IOException {
        int schema = SqliteHeader.readSchema(path);
        if (schema > 0 && schema <= Database.SCHEMA && !known.hasLogOf(key())) {
            try {
                return mergeInto(previous, now);
            } catch (SQLException failure) {
                if (Database.isDiskFailure(failure) && !JournalException.hasReason(Reason.DAMAGED, failure)) {
                    throw failure;
                }
                LOG.log(Level.WARNING, "The file in the journal's place is not a journal", failure);
            }
        }
        return recreate(previous, previous, run, JournalState.Kind.GONE, now);
    }

    private Opened mergeInto(Database previous, Instant now) throws SQLException, IOException {
        Path fresh = writeNew(previous);
        try {
            Opened joined = mergeInto(fresh, JournalState.Kind.GONE, now);
            close(previous);
            return joined;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Opens the journal that is there now and merges another journal into it. A submission that waits there may have
     * been sent by the other journal's program.
     */
    private Opened mergeInto(Path source, JournalState.Kind kind, Instant now)
            throws SQLException, IOException {
        Database current = Database.open(path);
        try {
            current.migrate();
            policy.applyToJoined(current, now);
            JournalMerger.merge(current, source, false, now);
            return new Opened(current, JournalState.of(kind));
        } catch (SQLException | IOException | RuntimeException failure) {
            current.close();
            throw failure;
        }
    }

    /**
     * Replaces the file with a new one; the old file is moved aside unchanged.
     *
     * @param previous the journal that was open
     * @param content the content of the new file
     * @param run the writes of this run; becomes the journal if no file can be written
     */
    Opened recreate(Database previous, Database content, Database run, JournalState.Kind kind, Instant now) {
        try {
            if (kind == JournalState.Kind.DAMAGED) {
                close(previous);
                return replaceUnusable(content, now);
            }
            Path fresh = writeNew(content);
            try {
                close(previous);
                Optional<Path> aside = replacement.replaceBy(fresh);
                return new Opened(openCreated(now), new JournalState(kind, aside));
            } catch (FileAlreadyExistsException begunMeanwhile) {
                return mergeInto(fresh, kind, now);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (SQLException | IOException unwritable) {
            LOG.log(Level.WARNING, "No new journal can be written", unwritable);
            close(previous);
            return new Opened(run, JournalState.of(failureKind(unwritable)));
        }
    }

    private static void close(Database database) {
        try {
            database.close();
        } catch (SQLException broken) {
            LOG.log(Level.FINE, "The closed journal reported an error", broken);
        }
    }

    private Opened replaceUnusable(Instant now) throws IOException, SQLException {
        try (Database empty = Database.openInMemory()) {
            return replaceUnusable(empty, now);
        }
    }

    /** Opens a file that this run has created. */
    private Database openCreated(Instant now) throws SQLException, IOException {
        Database database = Database.open(path);
        try {
            policy.applyToNew(database, now);
            return database;
        } catch (SQLException | IOException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /**
     * Moves an unusable file aside. The new file has its readable rows, and everything from another journal.
     *
     * @param content the other journal
     */
    private Opened replaceUnusable(Database content, Instant now) throws IOException, SQLException {
        Path fresh = writeNew(content);
        try {
            Optional<SalvageResult> result = salvage(fresh, now);
            if (result.isEmpty()) {
                // The salvage may have written some rows before it failed.
                Files.delete(fresh);
                fresh = writeNew(content);
            }
            fresh = FileReplacement.complete(fresh);
            Optional<Path> aside = replacement.replaceBy(fresh);
            return new Opened(openCreated(now), new JournalState(JournalState.Kind.DAMAGED, aside, result));
        } catch (FileAlreadyExistsException begunMeanwhile) {
            return mergeInto(fresh, JournalState.Kind.DAMAGED, now);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Copies the readable rows of the unusable file. A failure of the salvage does not prevent a new file. */
    private Optional<SalvageResult> salvage(Path fresh, Instant now) throws IOException, SQLException {
        try (Database journal = Database.open(fresh)) {
            return Optional.of(salvage.salvage(path, journal, now)).filter(result -> !result.isEmpty());
        } catch (SQLException | RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            // A crafted file that exhausts the memory must not keep the program from a journal.
            if (failure instanceof SQLException disk && Database.isDiskFailure(disk)) {
                throw disk;
            }
            LOG.log(Level.SEVERE, "Nothing was salvaged", failure);
            return Optional.empty();
        }
    }

    /**
     * Opens the new file of a replacement that was interrupted by a kill. The number of missing rows is unknown then.
     */
    private Opened openResumed(Optional<Path> aside, Instant now) throws SQLException, IOException {
        Database database = prepare(now);
        return new Opened(database, new JournalState(JournalState.Kind.DAMAGED, aside,
                Optional.of(SalvageResult.of(database)).filter(result -> !result.isEmpty())));
    }

    /**
     * Creates a new file.
     *
     * @return false if another program has created one meanwhile
     */
    private boolean create() throws SQLException, IOException {
        try (Database empty = Database.openInMemory()) {
            Path fresh = writeNew(empty);
            try {
                // The log is checked before the file: another program that creates a journal now has the file first,
                // then its log.
                if (files.hasLog() && !files.exists()) {
                    // SQLite would apply the log of a deleted file to the new file.
                    files.moveLogsAside();
                }
                replacement.publish(fresh);
                return true;
            } catch (FileAlreadyExistsException begunMeanwhile) {
                return false;
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
    }

    /** Writes all rows to a file under another name, so that a half-written file is never taken for a journal. */
    private Path writeNew(Database content) throws SQLException, IOException {
        PrivateFile.createFolder(path.resolveSibling(""));
        Path fresh = files.sibling(UUID.randomUUID() + FileReplacement.UNFINISHED);
        content.copyTo(fresh);
        // Sets the write-ahead log mode now, because it can't be set while another connection has the file open.
        Database.open(fresh).close();
        return fresh;
    }

    private Opened openInMemory(JournalState.Kind kind, Instant now) throws SQLException {
        Database memory = InMemoryFallback.of(path, scratch, now);
        policy.addUnsaved(memory, now);
        return new Opened(memory, JournalState.of(kind));
    }

    private JournalState.Kind failureKind(Exception unwritable) {
        if (JournalException.hasReason(Reason.HELD, unwritable)) {
            return JournalState.Kind.HELD;
        }
        return JournalException.hasReason(Reason.FULL, unwritable) || freeSpace() < LEAST_FREE_BYTES
                ? JournalState.Kind.FULL
                : JournalState.Kind.UNWRITABLE;
    }

    /** Returns the bytes that are free for the file. */
    private long freeSpace() {
        try {
            return Files.getFileStore(path.resolveSibling("")).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
