package app.forecourt.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The journal's file: opened whatever it is like, and never overwritten when it is not what it should be. */
final class JournalFile {
    private static final Logger LOG = Logger.getLogger(JournalFile.class.getName());
    /** What SQLite keeps beside a file while it is open. */
    private static final List<String> BESIDE = List.of("", "-wal", "-shm");

    private final Path path;

    /** A journal that is open, and what it was like. */
    record Opened(Database database, Found found) {}

    JournalFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Opens the file, or else a journal that lasts as long as this run, with all that can be read of the file. */
    Opened open(Instant now) throws SQLException {
        try {
            return Files.exists(path) ? existing(now) : new Opened(begin(), Found.of(Found.Kind.NEW));
        } catch (SQLException | IOException unwritable) {
            LOG.log(Level.WARNING, "The journal can't be written", unwritable);
            return standIn(reason(unwritable), now);
        }
    }

    private Opened existing(Instant now) throws SQLException, IOException {
        Database database = null;
        try {
            database = Database.open(path);
            int schema = database.schema();
            if (schema > Database.SCHEMA) {
                database.close();
                return standIn(Found.Kind.NEWER, now);
            }
            // An empty file, or one of other things, never was a journal: ours get their schema before their name.
            if (schema == 0 || !database.isSound()) {
                throw new JournalException(JournalException.Reason.DAMAGED, new SQLException("not sound"));
            }
            database.migrate();
            return new Opened(database, Found.of(Found.Kind.SOUND));
        } catch (SQLException | JournalException broken) {
            if (database != null) {
                database.close();
            }
            if (isDamage(broken)) {
                LOG.log(Level.WARNING, "The journal is damaged", broken);
                return putAside();
            }
            throw broken;
        }
    }

    private static boolean isDamage(Exception broken) {
        return (broken instanceof JournalException known ? known
                : new JournalException((SQLException) broken)).reason() == JournalException.Reason.DAMAGED;
    }

    private Opened putAside() throws IOException, SQLException {
        Path aside = moveAside(".bad");
        return new Opened(begin(), new Found(Found.Kind.DAMAGED, Optional.of(aside)));
    }

    /** Renames the file, and what SQLite has beside it, to the first free name with that ending. */
    Path moveAside(String ending) throws IOException {
        for (int number = 1;; number++) {
            Path aside = path.resolveSibling(path.getFileName() + ending + (number == 1 ? "" : number));
            if (Files.exists(aside)) {
                continue;
            }
            try {
                for (String beside : BESIDE.reversed()) {
                    Path part = path.resolveSibling(path.getFileName() + beside);
                    if (Files.exists(part)) {
                        Files.move(part, aside.resolveSibling(aside.getFileName() + beside));
                    }
                }
                return aside;
            } catch (FileAlreadyExistsException taken) {
                LOG.log(Level.INFO, "taken meanwhile", taken);
            }
        }
    }

    /** Begins a new file under another name, so that a half-made one is never taken for a journal. */
    private Database begin() throws SQLException, IOException {
        createFolder(path.toAbsolutePath().resolveSibling(""));
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        for (String beside : BESIDE) {
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + beside));
        }
        try (Database database = Database.open(fresh)) {
            database.migrate();
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        return Database.open(path);
    }

    /** Only its owner looks into a folder we make. */
    static void createFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private Opened standIn(Found.Kind why, Instant now) throws SQLException {
        Database database = Database.inMemory();
        database.migrate();
        if (Files.exists(path)) {
            try {
                Merge.take(database, path, now);
            } catch (SQLException unreadable) {
                LOG.log(Level.WARNING, "The journal can't be read either", unreadable);
            }
        }
        return new Opened(database, Found.of(why));
    }

    private static Found.Kind reason(Exception unwritable) {
        boolean full = unwritable instanceof SQLException failure
                ? new JournalException(failure).reason() == JournalException.Reason.FULL
                : String.valueOf(unwritable.getMessage()).contains("No space left");
        return full ? Found.Kind.FULL : Found.Kind.UNWRITABLE;
    }
}
