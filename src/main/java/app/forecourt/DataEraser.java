package app.forecourt;

import app.forecourt.file.ScratchFolder;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Deletes what Forecourt keeps in its directory, by the names it gives its files, and nothing else: the directory may be
 * one that the user has other things in. Her own vocabulary is hers too.
 */
final class DataEraser {
    private static final Logger LOGGER = Logger.getLogger(DataEraser.class.getName());
    private static final String SQLITE = "(-wal|-shm|-journal)?";
    private static final Pattern AT_HOME = Pattern
            .compile("journal\\.db(\\.bad\\d*|[\\w-]{36}\\.(new|ready))?" + SQLITE
                    + "|preferences\\.json(\\.bad\\d*|\\.[\\w-]{36}\\.new)?|vocabulary\\.properties\\.new"
                    + "|instance(\\.[\\w-]{36}\\.new)?|lock");
    private static final Pattern COPY = Pattern
            .compile("journal-(\\d{4}-\\d\\d-\\d\\d|before)\\.db(\\.new)?" + SQLITE);
    private static final Pattern LOG = Pattern.compile("forecourt\\.\\d+\\.log(\\.\\d+)?(\\.lck)?");
    private static final Pattern KEY = Pattern.compile("vault\\.key(\\.[\\w-]{36}\\.new)?");

    /** What earlier versions made among the system's temporary files, and left there when they were killed. */
    private static final Pattern EARLIER_FOLDER = Pattern.compile("forecourt\\d+");
    private static final Pattern IN_EARLIER_FOLDER = Pattern
            .compile("journal\\.db" + SQLITE + "|settings\\.json|vocabulary\\.properties");

    private final AppDirs dirs;
    private final Path systemTemporary;
    private final List<Path> left = new ArrayList<>();

    /** @param systemTemporary where the system has its temporary files */
    DataEraser(AppDirs dirs, Path systemTemporary) {
        this.dirs = dirs;
        this.systemTemporary = systemTemporary;
    }

    /** Returns the folders of a home, the home last, each with what the names of this program's files in it are like. */
    static Map<Path, Pattern> folders(AppDirs dirs) {
        Map<Path, Pattern> folders = new LinkedHashMap<>();
        folders.put(dirs.copies(), COPY);
        folders.put(dirs.logs(), LOG);
        folders.put(dirs.key().resolveSibling(""), KEY);
        folders.put(dirs.home(), AT_HOME);
        return folders;
    }

    /** Deletes all that can be deleted, and gives back what could not. Everything has to be closed. */
    List<Path> run() {
        sweepEarlier();
        // Before the folders, because their names follow from the home's real path.
        dirs.departures().forEach(file -> sweep(file.resolveSibling(""), departures(file)));
        left.addAll(new ScratchFolder(dirs.temporary()).sweep());
        folders(dirs).forEach(this::sweep);
        return List.copyOf(left);
    }

    /** Other homes have files in the same directory. */
    private static Pattern departures(Path file) {
        return Pattern.compile(Pattern.quote(file.getFileName().toString()) + "(\\.[\\w-]{36}\\.new)?");
    }

    /** Looks at folders of the same owner only: anybody may make one of that name there. */
    private void sweepEarlier() {
        try (Stream<Path> folders = Files.list(systemTemporary)) {
            UserPrincipal owner = Files.getOwner(dirs.home());
            for (Path folder : folders.toList()) {
                if (EARLIER_FOLDER.matcher(folder.getFileName().toString()).matches()
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    sweep(folder, IN_EARLIER_FOLDER);
                }
            }
        } catch (IOException | UnsupportedOperationException noneToLookAt) {
            LOGGER.log(Level.FINE, "not looked at", noneToLookAt);
        }
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
