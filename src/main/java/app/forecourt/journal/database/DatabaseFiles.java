package app.forecourt.journal.database;

import app.forecourt.file.DirectorySync;
import app.forecourt.file.FileInUseRetry;
import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The file of a journal and the files that SQLite keeps beside it while it is open. They are moved aside together. */
public record DatabaseFiles(Path path) {
    /** Free bytes; a disk with less counts as full. */
    private static final long LEAST_FREE_BYTES = 1 << 20;

    public static final String WRITE_AHEAD_LOG = "-wal";
    private static final List<String> LOGS = List.of("-shm", WRITE_AHEAD_LOG);
    /** All suffixes, the file itself last. */
    private static final List<String> ALL = List.of("-shm", WRITE_AHEAD_LOG, "");

    public boolean exists() {
        return exists(path);
    }

    public boolean hasLog() {
        return exists(sibling(WRITE_AHEAD_LOG));
    }

    /** Returns whether a program has one of the files open; also this one, if its connection is open. */
    public boolean isInUse() {
        return ALL.stream().map(this::sibling).anyMatch(FileInUseRetry::isInUse);
    }

    /**
     * Returns the file system's key of a file; empty if the file is missing or the system has no keys.
     *
     * @param part the suffix of its name
     */
    public Optional<Object> key(String part) {
        try {
            return Optional.ofNullable(Files.readAttributes(sibling(part), BasicFileAttributes.class)
                    .fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Returns true if there is a file; a broken symbolic link counts too. */
    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Renames the file and the files beside it to the first free name.
     *
     * @return the new path of the file; empty if there was no such file
     */
    public Optional<Path> moveAside() throws IOException {
        return moveAside(ALL);
    }

    /** Renames the files that are left beside a deleted file. */
    public void moveLogsAside() throws IOException {
        moveAside(LOGS);
    }

    private Optional<Path> moveAside(List<String> parts) throws IOException {
        if (parts.stream().map(this::sibling).noneMatch(DatabaseFiles::exists)) {
            return Optional.empty();
        }
        Path aside = PrivateFile.freeBadName(path);
        for (String part : parts) {
            if (exists(sibling(part))) {
                Files.move(sibling(part), new DatabaseFiles(aside).sibling(part));
            }
        }
        DirectorySync.forceParentOf(path);
        return Optional.of(aside).filter(DatabaseFiles::exists);
    }

    /**
     * Returns the path of a file beside the journal.
     *
     * @param part the suffix of its name
     */
    public Path sibling(String part) {
        return path.resolveSibling(path.getFileName() + part);
    }

    /** Returns a failure with its reason. A full disk is recognized by its free space too. */
    public JournalException failure(Exception failure) {
        JournalException known = switch (failure) {
            case JournalException journal -> journal;
            case SQLException database -> new JournalException(database);
            default -> new JournalException(JournalException.Reason.DISK, failure);
        };
        boolean mayBeFull =
                known.reason() == JournalException.Reason.DISK || known.reason() == JournalException.Reason.READ_ONLY;
        return mayBeFull && freeSpace() < LEAST_FREE_BYTES
                ? new JournalException(JournalException.Reason.FULL, failure)
                : known;
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
