package app.forecourt.journal;

import app.forecourt.file.AtomicFile;
import app.forecourt.file.DirectorySync;
import app.forecourt.file.FileInUseRetry;
import app.forecourt.file.PrivateFile;
import app.forecourt.journal.database.BackupMerger;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DatabaseFiles;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.JournalException.Reason;
import app.forecourt.journal.database.SqliteHeader;
import app.forecourt.journal.database.UnreadableRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Backups of the journal: two of the last hours of use, numbered as the files of the {@link RecoveryLog}, and daily
 * ones. The last seven daily ones are kept.
 */
public final class JournalBackups {
    private static final Logger LOG = Logger.getLogger(JournalBackups.class.getName());
    private static final int MOST_BACKUPS = 7;
    private static final Pattern NAME = Pattern.compile("journal-(\\d{4}-\\d\\d-\\d\\d|before)\\.db");
    private static final Pattern RECENT = Pattern.compile("recent-(\\d{1,9})\\.db");
    private static final Pattern UNFINISHED = Pattern.compile(".*\\.new(-journal|-wal|-shm)?");
    /** Age after which the next backup is made. */
    private static final Duration HOUR = Duration.ofHours(1);

    private final Path folder;

    public JournalBackups(Path folder) {
        this.folder = folder;
    }

    /** Returns the daily backups, the newest first. */
    List<Path> all() throws IOException {
        return files(NAME, Comparator.reverseOrder());
    }

    /** Returns the backups of the last hours of use, the newest first. */
    private List<Path> recent() throws IOException {
        return files(RECENT, Comparator.comparing(JournalBackups::number).reversed());
    }

    /** Returns the number of the last backup of an hour; 0 if there is none. */
    private int lastNumber() throws IOException {
        return recent().stream().findFirst().map(JournalBackups::number).orElse(0);
    }

    private static int number(Path recent) {
        return Integer.parseInt(recent.getFileName().toString().replaceAll("\\D", ""));
    }

    private List<Path> files(Pattern name, Comparator<Path> order) throws IOException {
        return PrivateFile.list(folder, name).stream().sorted(order).toList();
    }

    /** Returns whether there are cars, and the last backup is an hour old or of another day. */
    private boolean isDue(Database database, Clock clock) throws SQLException, IOException {
        Optional<Path> newest = recent().stream().findFirst();
        boolean isRecent = newest.isPresent()
                && Duration.between(Files.getLastModifiedTime(newest.get()).toInstant(), clock.instant())
                                .abs()
                                .compareTo(HOUR)
                        < 0;
        return (!isRecent || !Files.exists(ofToday(clock)))
                && database.queryFirst("SELECT 1 FROM car", row -> 1).isPresent();
    }

    private Path ofToday(Clock clock) {
        return folder.resolve("journal-" + LocalDate.now(clock) + ".db");
    }

    /** Makes a backup of a sound journal if one is due, and begins a new log of changes with it. */
    void backUpIfDue(JournalThread writer, Clock clock) {
        try {
            // A damaged file has no sound backup, and is replaced here.
            if (!writer.check().isDurable()) {
                return;
            }
            writer.write(database -> CarTable.purgeDeleted(database, clock.instant()));
            if (!writer.execute(database -> isDue(database, clock))) {
                return;
            }
            int number = writer.execute(_ -> writer.changes().beginNext(lastNumber()));
            int oldest = writer.readConcurrently(database -> backUp(database, number, clock));
            writer.execute(_ -> writer.changes().deleteBefore(oldest));
        } catch (JournalException failure) {
            // The disk may be full, or another program holds the file. The next submission or the end tries again.
            LOG.log(Level.WARNING, "The backup was not written", failure);
        }
    }

    /**
     * Makes a backup, also today's if there is none yet. Deletes those that are no longer needed.
     *
     * @param number the number of the log of the changes after it
     * @return the number of the oldest log that is needed if this backup turns out to be damaged. One before may have
     *     failed
     * @throws SQLException if the journal is damaged or the disk fails
     * @throws IOException if the backup can't be written
     */
    public synchronized int backUp(Database database, int number, Clock clock) throws SQLException, IOException {
        Path copy = folder.resolve("recent-" + number + ".db");
        Path today = ofToday(clock);
        sweep();
        write(database, copy);
        Files.setLastModifiedTime(copy, FileTime.from(clock.instant()));
        recent().stream().skip(2).forEach(PrivateFile::delete);
        if (!Files.exists(today)) {
            AtomicFile.writePrivate(today, out -> Files.copy(copy, out));
            deleteOldest(today);
        }
        return Math.min(number - 1, number(recent().getLast()));
    }

    /** Deletes the oldest backups. Today's backup and the one that undoes a restore stay. */
    private void deleteOldest(Path today) throws IOException {
        // Backups with later names come from a clock that was ahead.
        List<Path> kept = List.of(today, beforeRestore());
        all().stream()
                .filter(copy -> !kept.contains(copy))
                .skip(MOST_BACKUPS - 1)
                .forEach(PrivateFile::delete);
    }

    /** Deletes the half-written files of processes that were killed. */
    void sweep() throws IOException {
        PrivateFile.list(folder, UNFINISHED).forEach(PrivateFile::delete);
    }

    private void write(Database database, Path copy) throws IOException, SQLException {
        PrivateFile.createFolder(folder);
        Path fresh = copy.resolveSibling(copy.getFileName() + ".new");
        PrivateFile.delete(fresh);
        database.copyTo(fresh);
        try {
            requireSound(fresh);
        } catch (SQLException unsound) {
            // Of the disk, because the journal could be read whole.
            throw new IOException("The backup is not sound", unsound);
        }
        FileInUseRetry.run(
                () -> Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING),
                copy,
                fresh);
        DirectorySync.force(folder);
    }

    private static void requireSound(Path copy) throws SQLException {
        try (Database copied = Database.openReadOnly(copy)) {
            copied.requireSound();
        }
    }

    /** Returns the backup made before the last restore. It allows the user to undo the restore. */
    private Path beforeRestore() {
        return folder.resolve("journal-before.db");
    }

    /** Returns whether there is a backup. */
    boolean exist() throws IOException {
        return !recent().isEmpty() || !all().isEmpty();
    }

    /**
     * Copies the newest sound backup into a database without a schema. Those that are damaged are passed over. The one
     * before a restore comes last, because it may be old. Does nothing if there is none.
     */
    void restoreNewest(Database database) throws SQLException, IOException {
        Path last = beforeRestore();
        for (Path copy : Stream.concat(recent().stream(), all().stream())
                .sorted(Comparator.comparing(last::equals))
                .toList()) {
            try {
                requireSchema(copy);
                requireSound(copy);
                database.copyFrom(Database.uri(copy));
                return;
            } catch (SQLException | JournalException unusable) {
                JournalException failure = new DatabaseFiles(copy).failure(unusable);
                if (Set.of(Reason.FULL, Reason.READ_ONLY, Reason.HELD).contains(failure.reason())) {
                    // That passes, and the next backup is older.
                    throw failure;
                }
                LOG.log(Level.WARNING, "A backup can't be used: " + copy.getFileName(), unusable);
            }
        }
    }

    private static void requireSchema(Path copy) throws IOException {
        int schema = FileInUseRetry.run(() -> SqliteHeader.readSchema(copy), copy);
        if (schema == 0) {
            throw new JournalException(Reason.DAMAGED, new SQLException("no journal"));
        }
        if (schema > Database.SCHEMA) {
            throw new JournalException(Reason.NEWER, new SQLException("schema " + schema));
        }
    }

    /**
     * Restores a backup of this program's schema or an earlier one into the journal. The backup itself is not changed.
     *
     * @throws JournalException if the backup is damaged, is no journal, or is of a later version
     */
    public Path restore(Database database, Path copy, Instant now) throws SQLException, IOException {
        requireSchema(copy);
        // A name that no backup has.
        Path migrated = folder.resolve("recent-0.db.new");
        try {
            PrivateFile.createFolder(folder);
            AtomicFile.writePrivate(migrated, out -> Files.copy(copy, out));
            try (Database copied = Database.open(migrated)) {
                copied.requireSound();
                copied.migrate();
                if (UnreadableRows.of(copied).count() > 0) {
                    throw new JournalException(Reason.DAMAGED, new SQLException("unreadable rows"));
                }
            }
            write(database, beforeRestore());
            BackupMerger.restore(database, migrated, now);
            return copy;
        } catch (SQLException broken) {
            throw JournalException.isDiskFailure(broken)
                    ? new JournalException(broken)
                    : new JournalException(Reason.DAMAGED, broken);
        } finally {
            PrivateFile.delete(migrated);
        }
    }
}
