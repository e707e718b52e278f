package app.forecourt;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Deletes what Forecourt keeps in its directory, by the names it gives its files, and nothing else: the directory may be
 * one that the user has other things in. Her own vocabulary is hers too.
 */
final class Sweep {
    private static final String SQLITE = "(-wal|-shm|-journal)?";
    private static final Pattern AT_HOME = Pattern
            .compile("journal\\.db(\\.bad\\d*|[\\w-]{36}\\.new)?" + SQLITE
                    + "|preferences\\.json(\\.bad\\d*|\\.[\\w-]{36}\\.new)?|vocabulary\\.properties\\.new"
                    + "|instance(\\.[\\w-]{36}\\.new)?|lock");
    private static final Pattern COPY = Pattern
            .compile("journal-(\\d{4}-\\d\\d-\\d\\d|before)\\.db(\\.new)?" + SQLITE);
    private static final Pattern LOG = Pattern.compile("forecourt\\.\\d+\\.log(\\.\\d+)?(\\.lck)?");
    private static final Pattern KEY = Pattern.compile("vault\\.key(\\.[\\w-]{36}\\.new)?");

    private final AppDirs dirs;
    private final List<Path> left = new ArrayList<>();

    Sweep(AppDirs dirs) {
        this.dirs = dirs;
    }

    /** Deletes all that can be deleted, and gives back what could not. Everything has to be closed. */
    List<Path> run() {
        // First, because their names follow from the home's real path.
        dirs.departures().forEach(file -> sweep(file.resolveSibling(""), departures(file)));
        sweep(dirs.copies(), COPY);
        sweep(dirs.logs(), LOG);
        Path keys = dirs.key().resolveSibling("");
        sweep(keys, KEY);
        sweep(dirs.home(), AT_HOME);
        return List.copyOf(left);
    }

    /** Other homes have files in the same directory. */
    private static Pattern departures(Path file) {
        return Pattern.compile(Pattern.quote(file.getFileName().toString()) + "(\\.[\\w-]{36}\\.new)?");
    }

    /** Files of ours first, then the directory, unless there is something else in it. */
    private void sweep(Path folder, Pattern ours) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> ours.matcher(file.getFileName().toString()).matches()).toList()
                    .forEach(this::delete);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return;
        } catch (IOException unreadable) {
            left.add(folder);
            return;
        }
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException somebodyElses) {
            // Or ours, and named already.
        } catch (IOException stays) {
            // Not ours to delete, as a mounted one; an empty directory says nothing.
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                left.add(file);
            }
        }
    }
}
