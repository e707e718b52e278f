package app.forecourt.journal;

import app.forecourt.file.DirectorySync;
import app.forecourt.file.PrivateFile;
import app.forecourt.file.ScratchFolder;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.JournalMerger;
import app.forecourt.journal.database.SqliteHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Daily backups of the journal. The last seven are kept if they fit into the limit of bytes. */
public final class DailyBackups {
    private static final Logger LOG = Logger.getLogger(DailyBackups.class.getName());
    private static final int MOST_BACKUPS = 7;
    private static final Pattern NAME = Pattern.compile("journal-(\\d{4}-\\d\\d-\\d\\d|before)\\.db");

    /** Bytes that all backups together may have. The newest backup stays whatever its size. */
    private static final long MOST_BYTES = 1L << 30;

    private final Path folder;
    private final ScratchFolder scratch;
    private final long mostBytes;

    public DailyBackups(Path folder, ScratchFolder scratch) {
        this(folder, scratch, MOST_BYTES);
    }

    DailyBackups(Path folder, ScratchFolder scratch, long mostBytes) {
        this.folder = folder;
        this.scratch = scratch;
        this.mostBytes = mostBytes;
    }

    /** Returns the backups, the newest first. */
    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /**
     * Makes today's backup, unless there is one already or there are no cars. A backup that can't be written is logged
     * only.
     *
     * @return true if a backup was written
     * @throws SQLException if the journal is damaged
     */
    public synchronized boolean backUpToday(Database database, Clock clock) throws SQLException {
        Path copy = folder.resolve("journal-" + LocalDate.now(clock) + ".db");
        if (Files.exists(copy)
                || database.queryFirst("SELECT 1 FROM car", row -> 1).isEmpty()) {
            return false;
        }
        try {
            write(database, copy);
            // Backups with later names come from a clock that was ahead.
            for (Path old : all().stream()
                    .filter(file -> !file.equals(copy) && !file.equals(beforeRestore()))
                    .skip(MOST_BACKUPS - 1)
                    .toList()) {
                Files.deleteIfExists(old);
            }
            keepWithinBound(copy);
            return true;
        } catch (IOException | SQLException noRoom) {
            if (noRoom instanceof SQLException broken
                    && JournalException.hasReason(JournalException.Reason.DAMAGED, broken)) {
                throw broken;
            }
            LOG.log(Level.WARNING, "The backup of today was not written", noRoom);
            return false;
        }
    }

    /**
     * Deletes the oldest backups until the rest fits into the limit. Today's backup and the one that undoes a restore
     * stay.
     */
    private void keepWithinBound(Path newest) throws IOException {
        long total = 0;
        for (Path copy : all()) {
            total += Files.size(copy);
        }
        for (Path oldest : all().reversed()) {
            if (total > mostBytes && !oldest.equals(newest) && !oldest.equals(beforeRestore())) {
                total -= Files.size(oldest);
                Files.deleteIfExists(oldest);
                LOG.info("The daily backup " + oldest.getFileName()
                        + " was deleted: all backups together may have "
                        + mostBytes + " bytes");
            }
        }
    }

    private void write(Database database, Path copy) throws IOException, SQLException {
        PrivateFile.createFolder(folder);
        Path fresh = copy.resolveSibling(copy.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        database.copyTo(fresh);
        Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DirectorySync.force(folder);
    }

    /** Returns the backup made before the last restore. It allows the user to undo the restore. */
    private Path beforeRestore() {
        return folder.resolve("journal-before.db");
    }

    /**
     * Merges a backup of this program's schema or an earlier one into the journal. The backup itself is not changed.
     *
     * @param back true if the cars of the backup replace newer cars
     * @throws JournalException if the backup is damaged, is no journal, or is of a later version
     */
    public boolean restore(Database database, Path copy, boolean back, Instant now) throws SQLException, IOException {
        int schema = SqliteHeader.readSchema(copy);
        if (schema == 0) {
            throw new JournalException(JournalException.Reason.DAMAGED, new SQLException("no journal"));
        }
        if (schema > Database.SCHEMA) {
            throw new JournalException(JournalException.Reason.NEWER, new SQLException("schema " + schema));
        }
        try (TemporaryCopy temporary = TemporaryCopy.of(copy, scratch)) {
            temporary.check();
            if (back && database.queryFirst("SELECT 1 FROM car", row -> 1).isPresent()) {
                write(database, beforeRestore());
            }
            JournalMerger.merge(database, temporary.file(), back, now);
            return true;
        } catch (SQLException broken) {
            throw Database.isDiskFailure(broken)
                    ? new JournalException(broken)
                    : new JournalException(JournalException.Reason.DAMAGED, broken);
        } catch (IllegalArgumentException | IllegalStateException strange) {
            throw new JournalException(JournalException.Reason.DAMAGED, strange);
        }
    }
}
