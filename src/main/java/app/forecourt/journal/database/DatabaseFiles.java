package app.forecourt.journal.database;

import app.forecourt.file.DirectorySync;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A journal's file and what SQLite keeps beside it while it is open: what belongs together is put aside together. */
public record DatabaseFiles(Path path) {
    private static final Logger LOG = Logger.getLogger(DatabaseFiles.class.getName());
    private static final String LOG_OF_WRITES = "-wal";
    private static final List<String> LOGS = List.of("-shm", LOG_OF_WRITES);
    /** The file itself last. */
    private static final List<String> ALL = List.of("-shm", LOG_OF_WRITES, "");

    public boolean isThere() {
        return isThere(path);
    }

    public boolean hasLog() {
        return isThere(sibling(LOG_OF_WRITES));
    }

    /** By what the file system knows the file, if it is there and the system tells. */
    public Optional<Object> key() {
        return key(path);
    }

    public Optional<Object> keyOfLog() {
        return key(sibling(LOG_OF_WRITES));
    }

    private static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** A link that leads nowhere is there too. */
    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Renames the file, and what is beside it, to the first free name; empty when there is no such file. */
    public Optional<Path> moveAside() throws IOException {
        return moveAside(ALL);
    }

    /** The same with what is left beside a file that is gone. */
    public void moveLogsAside() throws IOException {
        moveAside(LOGS);
    }

    private Optional<Path> moveAside(List<String> parts) throws IOException {
        if (parts.stream().map(this::sibling).noneMatch(DatabaseFiles::isThere)) {
            return Optional.empty();
        }
        for (int number = 1;; number++) {
            Path aside = aside(number);
            if (isThere(aside)) {
                continue;
            }
            try {
                for (String part : parts) {
                    if (isThere(sibling(part))) {
                        Files.move(sibling(part), new DatabaseFiles(aside).sibling(part));
                    }
                }
                DirectorySync.forceParentOf(path);
                return Optional.of(aside).filter(DatabaseFiles::isThere);
            } catch (FileAlreadyExistsException taken) {
                LOG.log(Level.INFO, "taken meanwhile", taken);
            }
        }
    }

    private Path aside(int number) {
        return sibling(".bad" + (number == 1 ? "" : number));
    }

    /** Returns the file that was put aside last, by its number. */
    public Optional<Path> lastAside() {
        return Stream.iterate(1, number -> number + 1).map(this::aside).takeWhile(DatabaseFiles::isThere)
                .reduce((earlier, later) -> later);
    }

    /** @param part what is put behind the file's name */
    public Path sibling(String part) {
        return path.resolveSibling(path.getFileName() + part);
    }
}
