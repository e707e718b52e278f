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
 * The replacement of the journal's file by a new one. The new one has a name of its own from the moment it is complete:
 * a replacement that a kill cuts off is finished at the next start.
 */
record FileReplacement(DatabaseFiles parts) {
    private static final Logger LOG = Logger.getLogger(FileReplacement.class.getName());
    /** The end of the name of a file that is being written. */
    static final String UNFINISHED = ".new";
    private static final String COMPLETE = ".ready";
    /** After so long no running process still writes a file. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    /** Forces a new file, which nobody has open, to the disk and marks it as complete; returns where it is now. */
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
     * Puts aside what stands in the journal's place, and names the new file as the journal.
     *
     * @return where the old one is now
     * @throws FileAlreadyExistsException when another program has begun a journal meanwhile
     */
    Optional<Path> replaceBy(Path fresh) throws IOException {
        Optional<Path> aside = parts.moveAside();
        name(fresh);
        return aside;
    }

    /** Names a file as the journal. A link, as a move takes the place of one that another program begins at the same moment. */
    void name(Path fresh) throws IOException {
        try {
            Files.createLink(parts.path(), fresh);
        } catch (FileAlreadyExistsException begunMeanwhile) {
            throw begunMeanwhile;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            LOG.log(Level.FINE, "a disk without links", noLinks);
            Files.move(fresh, parts.path());
        }
        DirectorySync.forceParentOf(parts.path());
    }

    /** Finishes a replacement that was cut off; returns where the old file is, empty when there was nothing to finish. */
    Optional<Path> resume() throws IOException {
        Optional<Path> aside = Optional.empty();
        for (Path complete : beside(COMPLETE)) {
            boolean named = Files.exists(parts.path()) && Files.isSameFile(parts.path(), complete);
            if (!named && aside.isEmpty() && SqliteHeader.schema(complete) > 0) {
                LOG.info("A replacement of the journal that was cut off is finished");
                aside = replaceBy(complete).or(parts::lastAside);
            }
            Files.deleteIfExists(complete);
        }
        return aside;
    }

    /** Deletes what processes that were killed have left half written. */
    void sweep(Instant now) throws IOException {
        FileTime abandoned = FileTime.from(now.minus(ABANDONED));
        for (Path left : beside(UNFINISHED)) {
            if (Files.getLastModifiedTime(left).compareTo(abandoned) < 0) {
                for (String part : List.of("-journal", "-wal", "-shm", "")) {
                    Files.deleteIfExists(new DatabaseFiles(left).sibling(part));
                }
            }
        }
    }

    private List<Path> beside(String end) throws IOException {
        Pattern ours = Pattern.compile(Pattern.quote(parts.path().getFileName().toString())
                + "[\\da-f-]{36}" + Pattern.quote(end));
        try (Stream<Path> files = Files.list(parts.path().resolveSibling(""))) {
            return files.filter(file -> ours.matcher(file.getFileName().toString()).matches()).sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
