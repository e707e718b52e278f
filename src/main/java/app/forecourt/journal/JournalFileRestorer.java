package app.forecourt.journal;

import app.forecourt.autochat.FailureCause;
import app.forecourt.file.DirectorySync;
import app.forecourt.file.FileInUseRetry;
import app.forecourt.file.PrivateFile;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DatabaseFiles;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.database.SyncBaseTable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The creation and replacement of the journal's file. A new file gets the journal's name once it is complete. If the
 * program is killed before, the next start begins again, because backups and changes are still there.
 */
public final class JournalFileRestorer {
    private static final Logger LOG = Logger.getLogger(JournalFileRestorer.class.getName());
    /** Suffix of a file that is still being written. */
    private static final String UNFINISHED = ".new";

    private final DatabaseFiles parts;
    private final JournalBackups backups;
    private final RecoveryLog changes;

    JournalFileRestorer(DatabaseFiles parts, JournalBackups backups, RecoveryLog changes) {
        this.parts = parts;
        this.backups = backups;
        this.changes = changes;
    }

    /**
     * Creates the journal's file. It has the newest sound backup and the changes since, or nothing if there are none.
     *
     * @param unusable true if a file is in the way, which is moved aside
     * @throws FileAlreadyExistsException if another program has created a journal meanwhile
     */
    JournalOpenState create(boolean unusable, Instant now) throws SQLException, IOException {
        boolean isNew = !unusable && !changes.exists() && !backups.exist();
        PrivateFile.createFolder(parts.path().resolveSibling(""));
        // Under another name, so that a half-written file is never taken for a journal.
        Path fresh = parts.sibling(UUID.randomUUID() + UNFINISHED);
        try {
            PrivateFile.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    .close();
            RecoveredCounts result;
            try (Database journal = Database.open(fresh)) {
                result = recover(journal, now);
            }
            Optional<Path> aside = Optional.empty();
            if (unusable) {
                aside = parts.moveAside();
            } else if (parts.hasLog() && !parts.exists()) {
                // SQLite would apply the log of a deleted file to the new file. The log is checked before the file:
                // another program that creates a journal now has the file first, then its log.
                parts.moveLogsAside();
            }
            publish(fresh);
            return isNew
                    ? JournalOpenState.of(JournalOpenState.Kind.NEW)
                    : new JournalOpenState(JournalOpenState.Kind.DAMAGED, aside, Optional.of(result));
        } finally {
            PrivateFile.delete(fresh);
        }
    }

    /**
     * Gives a file the journal's name. Uses a link, because a move would replace a journal that another program creates
     * at the same moment in a home that was put in place of the locked one.
     */
    private void publish(Path fresh) throws IOException {
        try {
            Files.createLink(parts.path(), fresh);
        } catch (FileAlreadyExistsException begunMeanwhile) {
            throw begunMeanwhile;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            LOG.log(Level.FINE, "The disk has no links", noLinks);
            FileInUseRetry.run(() -> Files.move(fresh, parts.path()), fresh);
        }
        DirectorySync.forceParentOf(parts.path());
    }

    /**
     * Writes the last sound backup and the changes since into a database without a schema. What was under way may have
     * been sent.
     */
    RecoveredCounts recover(Database journal, Instant now) throws SQLException, IOException {
        backups.restoreNewest(journal);
        journal.migrate();
        // What belongs to the file of the backup alone.
        journal.update("DELETE FROM location");
        SyncBaseTable.clear(journal);
        changes.replay(journal, false);
        SubmissionTable.markInterruptedAsUnknown(journal, FailureCause.BROKEN, now, "true");
        return RecoveredCounts.of(journal, now);
    }

    /** Deletes the half-written files of processes that were killed. */
    void sweep() {
        Pattern ours = Pattern.compile(
                Pattern.quote(parts.path().getFileName().toString()) + "[\\da-f-]{36}\\.new(-journal|-wal|-shm)?");
        try {
            PrivateFile.list(parts.path().resolveSibling(""), ours).forEach(PrivateFile::delete);
            backups.sweep();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The temporary files beside the journal can't be listed", unreadable);
        }
    }
}
