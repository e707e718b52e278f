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

/** The journal's file: opened whatever it is like, and never overwritten when it is not what it should be. */
public final class JournalFile {
    private static final Logger LOG = Logger.getLogger(JournalFile.class.getName());
    /** Bytes; with less the disk is as good as full. */
    private static final long ROOM = 1 << 20;
    /** How long is waited for another program that holds the file, such as a backup. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path path;
    private final DatabaseFiles parts;
    private final FileReplacement replacement;
    private final ScratchFolder scratch;
    private final Duration patience;
    private final StartPolicy policy;
    private final Salvage salvage;

    /** Takes over what can be read of a damaged file. */
    public interface Salvage {
        SalvageResult take(Path damaged, Database journal, Instant now) throws SQLException, IOException;
    }

    /** A journal that is open, and what it was like. */
    public record Opened(Database database, JournalState found) {}

    /** By what the file system knows the file and its log, each empty when it is not there or no system tells. */
    record Key(Optional<Object> file, Optional<Object> log) {
        private boolean hasLogOf(Key other) {
            return log.isPresent() && log.equals(other.log);
        }
    }

    JournalFile(Path path) {
        this(path, PATIENCE);
    }

    JournalFile(Path path, Duration patience) {
        this(path, patience, new DepartureLog(List.of(), Clock.systemUTC()), JournalSalvage::take);
    }

    JournalFile(Path path, DepartureLog departures) {
        this(path, PATIENCE, departures, JournalSalvage::take);
    }

    public JournalFile(Path path, Salvage salvage) {
        this(path, PATIENCE, new DepartureLog(List.of(), Clock.systemUTC()), salvage);
    }

    private JournalFile(Path path, Duration patience, DepartureLog departures, Salvage salvage) {
        this.salvage = salvage;
        this.patience = patience;
        this.policy = new StartPolicy(path.toAbsolutePath(), departures);
        this.path = path.toAbsolutePath();
        this.parts = new DatabaseFiles(this.path);
        this.replacement = new FileReplacement(parts);
        this.scratch = new ScratchFolder(this.path.resolveSibling(ScratchFolder.NAME));
    }

    /** Returns the place for copies that are needed for a moment. */
    ScratchFolder scratch() {
        return scratch;
    }

    /** Deletes what killed processes have left beside the file. */
    void sweep(Instant now) {
        scratch.sweep();
        try {
            replacement.sweep(now);
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "Left beside the journal", stays);
        }
    }

    /** Opens the file, or else a journal that lasts as long as this run, with all that can be read of the file. */
    public Opened open(Instant now) throws SQLException {
        long begun = System.nanoTime();
        while (true) {
            try {
                Optional<Path> aside = replacement.resume();
                if (aside.isPresent()) {
                    return resumed(aside, now);
                }
                return !parts.isThere() && begin()
                        ? new Opened(begun(now), JournalState.of(JournalState.Kind.NEW))
                        : existing(now);
            } catch (SQLException | IOException unwritable) {
                if (!JournalException.is(Reason.HELD, unwritable)
                        || System.nanoTime() - begun > patience.toNanos()) {
                    LOG.log(Level.WARNING, "The journal can't be written", unwritable);
                    return standIn(reason(unwritable), now);
                }
                // Who holds it lets go of it sooner than she would begin anew, and all of this run would be lost.
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    private Opened existing(Instant now) throws SQLException, IOException {
        int schema = SqliteHeader.schema(path);
        if (schema == 0) {
            // A file of other things, an empty one, or a folder: ours get their schema before their name.
            return moveAside(now);
        }
        if (schema > Database.SCHEMA) {
            return standIn(JournalState.Kind.NEWER, now);
        }
        try {
            return new Opened(prepare(now), JournalState.of(JournalState.Kind.SOUND));
        } catch (SQLException broken) {
            if (!JournalException.is(Reason.DAMAGED, broken)) {
                throw broken;
            }
            LOG.log(Level.WARNING, "The journal is damaged", broken);
            return moveAside(now);
        }
    }

    /** The file as a journal of this program's schema that can be written; not looked through, which takes time. */
    private Database prepare(Instant now) throws SQLException, IOException {
        Database database = Database.open(path);
        try {
            database.migrate();
            policy.start(database, now);
            return database;
        } catch (SQLException | IOException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** A second connection to the file, for reading beside the first. */
    Database reading() throws SQLException {
        return Database.reading(path);
    }

    /** By what the file system knows the files that stand there now. */
    Key key() {
        return new Key(parts.key(), parts.keyOfLog());
    }

    /**
     * Goes on where the file was deleted or replaced while it was open: in the journal that another program has begun in
     * its place, so that each knows what the other has sent; else in a new one with all that was in it.
     *
     * @param known by what the open one was known
     */
    Opened recover(Database before, Database run, Key known, Instant now) throws SQLException, IOException {
        int schema = SqliteHeader.schema(path);
        if (schema > 0 && schema <= Database.SCHEMA && !known.hasLogOf(key())) {
            try {
                return mergeInto(before, now);
            } catch (SQLException failed) {
                if (Database.isOfDisk(failed) && !JournalException.is(Reason.DAMAGED, failed)) {
                    throw failed;
                }
                LOG.log(Level.WARNING, "What stands in the journal's place is none", failed);
            }
        }
        return recreate(before, before, run, JournalState.Kind.GONE, now);
    }

    private Opened mergeInto(Database before, Instant now) throws SQLException, IOException {
        Path fresh = fresh(before);
        try {
            Opened joined = mergeInto(fresh, JournalState.Kind.GONE, now);
            close(before);
            return joined;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The journal that stands there, with all that another one has. What waited there may have been sent by this one. */
    private Opened mergeInto(Path other, JournalState.Kind why, Instant now)
            throws SQLException, IOException {
        Database there = Database.open(path);
        try {
            there.migrate();
            policy.join(there, now);
            JournalMerger.merge(there, other, false, now);
            return new Opened(there, JournalState.of(why));
        } catch (SQLException | IOException | RuntimeException failed) {
            there.close();
            throw failed;
        }
    }

    /**
     * Begins the file once more; what stands in its place is put aside as it is.
     *
     * @param before the one that was open
     * @param all what the new one has
     * @param run what this run has written: the journal from now on when no file can be begun
     */
    Opened recreate(Database before, Database all, Database run, JournalState.Kind why, Instant now) {
        try {
            if (why == JournalState.Kind.DAMAGED) {
                close(before);
                return salvaged(all, now);
            }
            Path fresh = fresh(all);
            try {
                close(before);
                Optional<Path> aside = replacement.replaceBy(fresh);
                return new Opened(begun(now), new JournalState(why, aside));
            } catch (FileAlreadyExistsException begunMeanwhile) {
                return mergeInto(fresh, why, now);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (SQLException | IOException unwritable) {
            LOG.log(Level.WARNING, "No journal can be begun anew", unwritable);
            close(before);
            return new Opened(run, JournalState.of(reason(unwritable)));
        }
    }

    private static void close(Database database) {
        try {
            database.close();
        } catch (SQLException broken) {
            LOG.log(Level.FINE, "closed all the same", broken);
        }
    }

    private Opened moveAside(Instant now) throws IOException, SQLException {
        try (Database empty = Database.inMemory()) {
            return salvaged(empty, now);
        }
    }

    /** Opens a file that this run has begun. */
    private Database begun(Instant now) throws SQLException, IOException {
        Database database = Database.open(path);
        try {
            policy.begin(database, now);
            return database;
        } catch (SQLException | IOException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** Puts the damaged file aside; the new one has what can be read of it, and all that another journal has. */
    private Opened salvaged(Database all, Instant now) throws IOException, SQLException {
        Path fresh = fresh(all);
        try {
            Optional<SalvageResult> result = salvage(fresh, now);
            if (result.isEmpty()) {
                // Some of it may have come before the salvage failed.
                Files.delete(fresh);
                fresh = fresh(all);
            }
            fresh = FileReplacement.complete(fresh);
            Optional<Path> aside = replacement.replaceBy(fresh);
            return new Opened(begun(now), new JournalState(JournalState.Kind.DAMAGED, aside, result));
        } catch (FileAlreadyExistsException begunMeanwhile) {
            return mergeInto(fresh, JournalState.Kind.DAMAGED, now);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Takes over what can be read of the damaged file; a fault in that keeps nobody from a new one. */
    private Optional<SalvageResult> salvage(Path fresh, Instant now) throws IOException, SQLException {
        try (Database journal = Database.open(fresh)) {
            return Optional.of(salvage.take(path, journal, now)).filter(result -> !result.isEmpty());
        } catch (SQLException | RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            // A crafted file that takes all memory must not keep the program from a journal.
            if (failed instanceof SQLException disk && Database.isOfDisk(disk)) {
                throw disk;
            }
            LOG.log(Level.SEVERE, "Nothing was salvaged", failed);
            return Optional.empty();
        }
    }

    /** Opens the new file of a replacement that a kill had cut off. How much is missing in it nobody knows any more. */
    private Opened resumed(Optional<Path> aside, Instant now) throws SQLException, IOException {
        Database database = prepare(now);
        return new Opened(database, new JournalState(JournalState.Kind.DAMAGED, aside,
                Optional.of(SalvageResult.of(database)).filter(result -> !result.isEmpty())));
    }

    /**
     * Begins a new file.
     *
     * @return false when another program has begun one meanwhile
     */
    private boolean begin() throws SQLException, IOException {
        try (Database empty = Database.inMemory()) {
            Path fresh = fresh(empty);
            try {
                // Looked for before the file: who begins one at the same moment has the file first, then its log.
                if (parts.hasLog() && !parts.isThere()) {
                    // The log of one that is gone would be taken for the new one's.
                    parts.moveLogsAside();
                }
                replacement.name(fresh);
                return true;
            } catch (FileAlreadyExistsException begunMeanwhile) {
                return false;
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
    }

    /** A file with all of that, under another name so that a half-made one is never taken for a journal. */
    private Path fresh(Database all) throws SQLException, IOException {
        PrivateFile.folder(path.resolveSibling(""));
        Path fresh = parts.sibling(UUID.randomUUID() + FileReplacement.UNFINISHED);
        all.copyTo(fresh);
        // With the log that it is to have: to change that later it must not be open elsewhere.
        Database.open(fresh).close();
        return fresh;
    }

    private Opened standIn(JournalState.Kind why, Instant now) throws SQLException {
        Database memory = InMemoryFallback.of(path, scratch, now);
        policy.standIn(memory, now);
        return new Opened(memory, JournalState.of(why));
    }

    private JournalState.Kind reason(Exception unwritable) {
        if (JournalException.is(Reason.HELD, unwritable)) {
            return JournalState.Kind.HELD;
        }
        return JournalException.is(Reason.FULL, unwritable) || freeSpace() < ROOM ? JournalState.Kind.FULL
                : JournalState.Kind.UNWRITABLE;
    }

    /** The bytes there are left for the file. */
    private long freeSpace() {
        try {
            return Files.getFileStore(path.resolveSibling("")).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
