package app.forecourt.journal;

import app.forecourt.profile.PrivateFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The journal's file: opened whatever it is like, and never overwritten when it is not what it should be. */
final class JournalFile {
    private static final Logger LOG = Logger.getLogger(JournalFile.class.getName());
    /** What SQLite keeps beside a file while it is open, and the file itself last. */
    private static final List<String> PARTS = List.of("-shm", "-wal", "");
    /** Bytes; with less the disk is as good as full. */
    private static final long ROOM = 1 << 20;

    private final Path path;

    /** A journal that is open, and what it was like. */
    record Opened(Database database, Found found) {}

    JournalFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** Opens the file, or else a journal that lasts as long as this run, with all that can be read of the file. */
    Opened open(Instant now) throws SQLException {
        try {
            return !isThere(path) && begin() ? new Opened(Database.open(path), Found.of(Found.Kind.NEW))
                    : existing(now);
        } catch (SQLException | IOException unwritable) {
            LOG.log(Level.WARNING, "The journal can't be written", unwritable);
            return standIn(reason(unwritable), now);
        }
    }

    private Opened existing(Instant now) throws SQLException, IOException {
        int schema = Database.schema(path);
        if (schema == 0) {
            // A file of other things, an empty one, or a folder: ours get their schema before their name.
            return putAside();
        }
        if (schema > Database.SCHEMA) {
            return standIn(Found.Kind.NEWER, now);
        }
        Optional<Database> sound;
        try {
            sound = sound(now);
        } catch (SQLException broken) {
            if (new JournalException(broken).reason() != JournalException.Reason.DAMAGED) {
                throw broken;
            }
            LOG.log(Level.WARNING, "The journal is damaged", broken);
            sound = Optional.empty();
        }
        return sound.isPresent() ? new Opened(sound.get(), Found.of(Found.Kind.SOUND)) : putAside();
    }

    /** The file as a journal of this program's schema that can be written; empty when it is damaged. */
    private Optional<Database> sound(Instant now) throws SQLException {
        Database database = Database.open(path);
        try {
            if (database.isSound()) {
                database.migrate();
                database.together(all -> {
                    AttemptTable.loseSight(all, now);
                    CarTable.forgetDeleted(all, now);
                    return all;
                });
                return Optional.of(database);
            }
        } catch (SQLException | RuntimeException failed) {
            database.close();
            throw failed;
        }
        database.close();
        return Optional.empty();
    }

    private Opened putAside() throws IOException, SQLException {
        Path aside = moveAside();
        begin();
        return new Opened(Database.open(path), new Found(Found.Kind.DAMAGED, Optional.of(aside)));
    }

    /** A link that leads nowhere is there too. */
    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Renames the file, and what SQLite has beside it, to the first free name. */
    private Path moveAside() throws IOException {
        for (int number = 1;; number++) {
            Path aside = path.resolveSibling(path.getFileName() + ".bad" + (number == 1 ? "" : number));
            if (isThere(aside)) {
                continue;
            }
            try {
                for (String part : PARTS) {
                    Path from = path.resolveSibling(path.getFileName() + part);
                    if (isThere(from)) {
                        Files.move(from, aside.resolveSibling(aside.getFileName() + part));
                    }
                }
                return aside;
            } catch (FileAlreadyExistsException taken) {
                LOG.log(Level.INFO, "taken meanwhile", taken);
            }
        }
    }

    /**
     * Begins a new file, under another name so that a half-made one is never taken for a journal.
     *
     * @return false when another program has begun one meanwhile
     */
    private boolean begin() throws SQLException, IOException {
        Path folder = path.resolveSibling("");
        PrivateFile.folder(folder);
        Path fresh = Files.createTempFile(folder, path.getFileName().toString(), ".new");
        try {
            try (Database database = Database.open(fresh)) {
                database.migrate();
            }
            Files.move(fresh, path);
            return true;
        } catch (FileAlreadyExistsException begunMeanwhile) {
            return false;
        } finally {
            for (String part : PARTS) {
                Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + part));
            }
        }
    }

    private Opened standIn(Found.Kind why, Instant now) throws SQLException {
        return new Opened(Files.exists(path) ? readable(now) : empty(), Found.of(why));
    }

    private static Database empty() throws SQLException {
        Database database = Database.inMemory();
        database.migrate();
        return database;
    }

    /** All of the file, or nothing when it can't be understood. */
    private Database readable(Instant now) throws SQLException {
        Database database = empty();
        try {
            read(database, now);
        } catch (SQLException | RuntimeException unreadable) {
            LOG.log(Level.WARNING, "The journal can't be read either", unreadable);
        }
        return database;
    }

    private void read(Database database, Instant now) throws SQLException {
        try (Borrowed copy = Borrowed.of(path)) {
            copy.check();
            Merge.take(database, copy.file(), false, now);
        } catch (IOException noRoomForACopy) {
            LOG.log(Level.INFO, "read without what a kill left unmerged", noRoomForACopy);
            Merge.take(database, path, false, now);
        }
    }

    private Found.Kind reason(Exception unwritable) {
        boolean full = unwritable instanceof SQLException failure
                && new JournalException(failure).reason() == JournalException.Reason.FULL;
        return full || room() < ROOM ? Found.Kind.FULL : Found.Kind.UNWRITABLE;
    }

    /** The bytes there are left for the file. */
    private long room() {
        try {
            return Files.getFileStore(path.resolveSibling("")).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
