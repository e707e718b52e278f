package app.forecourt.journal;

import app.forecourt.file.DirectorySync;
import app.forecourt.journal.database.DatabaseFiles;
import app.forecourt.journal.database.SqliteHeader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The replacement of the journal's file by a new one. A complete new file has a name of its own. A replacement that a
 * kill interrupts is therefore finished at the next start.
 */
record FileReplacement(DatabaseFiles parts) {
    private static final Logger LOG = Logger.getLogger(FileReplacement.class.getName());
    /** Suffix of a file that is still being written. */
    static final String UNFINISHED = ".new";
    private static final String COMPLETE = ".ready";
    /** Age after which no running process still writes a file. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    /**
     * Forces a new file to the disk and marks it as complete. No connection may have the file open.
     *
     * @return the path of the complete file
     */
    static Path complete(Path fresh) throws IOException {
        String name = fresh.getFileName().toString();
        Path complete = fresh
                .resolveSibling(name.substring(0, name.length() - UNFINISHED.length()) + COMPLETE);
        try (FileChannel content = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            content.force(true);
        }
        Files.move(fresh, complete);
        DirectorySync.forceParentOf(complete);
        return complete;
    }

    /**
     * Moves aside the file in the journal's place and gives the new file the journal's name.
     *
     * @return the path of the old file
     * @throws FileAlreadyExistsException if another program has created a journal meanwhile
     */
    Optional<Path> replaceBy(Path fresh) throws IOException {
        Optional<Path> aside = parts.moveAside();
        publish(fresh);
        return aside;
    }

    /**
     * Gives a file the journal's name. Uses a link, because a move would replace a journal that another program creates
     * at the same moment.
     */
    void publish(Path fresh) throws IOException {
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
     * Finishes a replacement that was interrupted.
     *
     * @return the path of the old file; empty if there was nothing to finish
     */
    Optional<Path> resume() throws IOException {
        Optional<Path> aside = Optional.empty();
        for (Path complete : siblings(COMPLETE)) {
            boolean named = Files.exists(parts.path()) && Files.isSameFile(parts.path(), complete);
            if (!named && aside.isEmpty() && SqliteHeader.readSchema(complete) > 0) {
                LOG.info("An interrupted replacement of the journal was finished");
                aside = replaceBy(complete).or(parts::lastMovedAside);
            }
            Files.deleteIfExists(complete);
        }
        return aside;
    }

    /** Deletes the half-written files of processes that were killed. */
    void sweep(Instant now) throws IOException {
        FileTime abandoned = FileTime.from(now.minus(ABANDONED));
        for (Path file : siblings(UNFINISHED)) {
            if (Files.getLastModifiedTime(file).compareTo(abandoned) < 0) {
                for (String part : List.of("-journal", "-wal", "-shm", "")) {
                    Files.deleteIfExists(new DatabaseFiles(file).sibling(part));
                }
            }
        }
    }

    private List<Path> siblings(String suffix) throws IOException {
        Pattern ours = Pattern.compile(Pattern.quote(parts.path().getFileName().toString())
                + "[\\da-f-]{36}" + Pattern.quote(suffix));
        try (Stream<Path> files = Files.list(parts.path().resolveSibling(""))) {
            return files.filter(file -> ours.matcher(file.getFileName().toString()).matches()).sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
