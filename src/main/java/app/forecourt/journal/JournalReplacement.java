package app.forecourt.journal;

import app.forecourt.autochat.FailureCause;
import app.forecourt.file.DirectorySync;
import app.forecourt.file.PrivateFile;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DatabaseFiles;
import app.forecourt.journal.database.SqliteHeader;
import app.forecourt.journal.database.SubmissionTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The creation and replacement of the journal's file. A new file gets the journal's name once it is complete. A
 * replacement that is complete gets another name first. If the program is killed then, the next start finishes it.
 */
public final class JournalReplacement {
    private static final Logger LOG = Logger.getLogger(JournalReplacement.class.getName());
    /** Suffix of a file that is still being written. */
    private static final String UNFINISHED = ".new";

    private static final String COMPLETE = ".ready";
    /** Age after which no running process still writes a file. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final DatabaseFiles parts;
    private final JournalBackups backups;
    private final ChangeLog changes;

    JournalReplacement(DatabaseFiles parts, JournalBackups backups, ChangeLog changes) {
        this.parts = parts;
        this.backups = backups;
        this.changes = changes;
    }

    /** Writes all rows to a file under another name, so that a half-written file is never taken for a journal. */
    Path write(Database content) throws SQLException, IOException {
        PrivateFile.createFolder(parts.path().resolveSibling(""));
        Path fresh = parts.sibling(UUID.randomUUID() + UNFINISHED);
        content.copyTo(fresh);
        // Sets the write-ahead log mode now, because it can't be set while another connection has the file open.
        Database.open(fresh).close();
        return fresh;
    }

    /** Creates an empty journal. Returns false if another program has created one meanwhile. */
    boolean createEmpty() throws SQLException, IOException {
        try (Database empty = Database.openInMemory()) {
            return create(empty);
        }
    }

    /** Creates a journal with all rows of another one. Returns false if another program has created one meanwhile. */
    boolean create(Database content) throws SQLException, IOException {
        Path fresh = write(content);
        try {
            // The log is checked before the file: another program that creates a journal now has the file first,
            // then its log.
            if (parts.hasLog() && !parts.exists()) {
                // SQLite would apply the log of a deleted file to the new file.
                parts.moveLogsAside();
            }
            publish(fresh);
            return true;
        } catch (FileAlreadyExistsException begunMeanwhile) {
            return false;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Writes a complete replacement of the journal's file, which no connection has open. */
    RecoveryResult recover(Instant now) throws SQLException, IOException {
        try (Database empty = Database.openInMemory()) {
            Path fresh = write(empty);
            try {
                RecoveryResult result;
                try (Database journal = Database.open(fresh)) {
                    result = recover(journal, now);
                }
                complete(fresh);
                return result;
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
    }

    /**
     * Writes the last sound backup and the changes since into an empty journal. What was under way may have been sent.
     */
    RecoveryResult recover(Database journal, Instant now) throws SQLException, IOException {
        backups.restoreNewest(journal, now);
        changes.replay(journal);
        SubmissionTable.markInterruptedAsUnknown(journal, FailureCause.BROKEN, now, "true");
        return RecoveryResult.of(journal, now);
    }

    /** Forces a new file to the disk and marks it as complete. No connection may have the file open. */
    private static void complete(Path fresh) throws IOException {
        String name = fresh.getFileName().toString();
        Path complete = fresh.resolveSibling(name.substring(0, name.length() - UNFINISHED.length()) + COMPLETE);
        try (FileChannel content = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            content.force(true);
        }
        Files.move(fresh, complete);
        DirectorySync.forceParentOf(complete);
    }

    /**
     * Gives a file the journal's name. Uses a link, because a move would replace a journal that another program creates
     * at the same moment.
     */
    private void publish(Path fresh) throws IOException {
        try {
            Files.createLink(parts.path(), fresh);
        } catch (FileAlreadyExistsException begunMeanwhile) {
            throw begunMeanwhile;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            LOG.log(Level.FINE, "The disk has no links", noLinks);
            Files.move(fresh, parts.path());
        }
        DirectorySync.forceParentOf(parts.path());
    }

    /**
     * Moves the journal's file aside and gives a complete replacement its name, also after an interruption by a kill.
     *
     * @return the path of the old file; empty if there is no replacement
     */
    Optional<Path> resume() throws IOException {
        Optional<Path> aside = Optional.empty();
        for (Path complete : siblings(COMPLETE)) {
            boolean named = Files.exists(parts.path()) && Files.isSameFile(parts.path(), complete);
            if (!named && aside.isEmpty() && SqliteHeader.readSchema(complete) > 0) {
                aside = parts.moveAside().or(parts::lastMovedAside);
                publish(complete);
            }
            Files.deleteIfExists(complete);
        }
        return aside;
    }

    /** Deletes the half-written files of processes that were killed. */
    void sweep(Instant now) {
        FileTime abandoned = FileTime.from(now.minus(ABANDONED));
        try {
            for (Path file : siblings(UNFINISHED)) {
                if (Files.getLastModifiedTime(file).compareTo(abandoned) < 0) {
                    for (String part : List.of("-journal", "-wal", "-shm", "")) {
                        Files.deleteIfExists(new DatabaseFiles(file).sibling(part));
                    }
                }
            }
        } catch (IOException undeletable) {
            LOG.log(Level.WARNING, "A temporary file beside the journal can't be deleted", undeletable);
        }
    }

    private List<Path> siblings(String suffix) throws IOException {
        Path folder = parts.path().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern ours = Pattern.compile(
                Pattern.quote(parts.path().getFileName().toString()) + "[\\da-f-]{36}" + Pattern.quote(suffix));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> ours.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
