package app.forecourt.home;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The deletion of Forecourt's files from its directories. Only files with names that Forecourt gives are deleted,
 * because the user may have other files in the same directory. The custom vocabulary stays, because the user wrote it.
 */
public final class DataEraser {
    private static final String SQLITE = "(-wal|-shm|-journal)?";
    private static final Pattern AT_HOME = Pattern.compile("journal\\.db(\\.bad\\d*|[\\w-]{36}\\.(new|ready))?" + SQLITE
            + "|journal-\\d+\\.changes"
            + "|preferences\\.json(\\.bad\\d*|\\.[\\w-]{36}\\.new)?|vocabulary\\.properties\\.new"
            + "|shared\\.db" + SQLITE + "|shared-ca-[\\w-]{36}\\.pem(\\.[\\w-]{36}\\.new)?"
            + "|seen-photos\\.txt(\\.[\\w-]{36}\\.new)?"
            + "|card-logo\\.png(\\.[\\w-]{36}\\.new)?"
            + "|instance(\\.[\\w-]{36}\\.new)?|lock|graphics");
    private static final Pattern COPY =
            Pattern.compile("(journal-(\\d{4}-\\d\\d-\\d\\d|before)|recent-\\d+)\\.db(\\.new)?" + SQLITE);
    private static final Pattern LOG = Pattern.compile("forecourt\\.\\d+\\.log(\\.\\d+)?(\\.lck)?");
    private static final Pattern PREPARED_PHOTO =
            Pattern.compile("([\\w-]{36}\\.jpg|pasted-\\d+\\.png)(\\.[\\w-]{36}\\.new)?");
    private static final Pattern KEY = Pattern.compile("vault\\.key(\\.[\\w-]{36}\\.new)?");

    /** Folders of copies in the home's {@code temporary}; killed processes of earlier versions left them there. */
    private static final Pattern EARLIER_COPY = Pattern.compile("[\\da-f-]{36}");

    private static final Pattern IN_EARLIER_COPY =
            Pattern.compile("journal\\.db" + SQLITE + "|settings\\.json|vocabulary\\.properties");

    private final AppDirs dirs;
    private final List<Path> left = new ArrayList<>();

    public DataEraser(AppDirs dirs) {
        this.dirs = dirs;
    }

    /** Returns the folders of a home, the home last, each with the pattern of this program's file names in it. */
    static Map<Path, Pattern> folders(AppDirs dirs) {
        Map<Path, Pattern> folders = new LinkedHashMap<>();
        folders.put(dirs.backups(), COPY);
        folders.put(dirs.logs(), LOG);
        folders.put(dirs.photos(), PREPARED_PHOTO);
        folders.put(dirs.key().resolveSibling(""), KEY);
        folders.put(dirs.home(), AT_HOME);
        return folders;
    }

    /**
     * Deletes all files of this program and its empty directories. Every file must be closed before.
     *
     * @return the files and folders that could not be deleted
     */
    public List<Path> eraseAll() {
        deleteEarlierCopies();
        // The files outside the home come before the folders, because their names follow from the home's real path.
        dirs.sentLogs().forEach(file -> deleteIn(file.resolveSibling(""), sendLogNames(file)));
        deleteIn(dirs.temporary(), EARLIER_COPY);
        folders(dirs).forEach(this::deleteIn);
        return List.copyOf(left);
    }

    /** Returns the name pattern of one home's file, because other homes have files in the same directory. */
    static Pattern sendLogNames(Path file) {
        return Pattern.compile(Pattern.quote(file.getFileName().toString()) + "(\\.[\\w-]{36}\\.new)?");
    }

    private void deleteEarlierCopies() {
        try {
            for (Path folder : PrivateFile.list(dirs.temporary(), EARLIER_COPY)) {
                deleteIn(folder, IN_EARLIER_COPY);
            }
        } catch (IOException none) {
            // Or the folder can't be read, and is reported below.
        }
    }

    /** Deletes this program's files in a directory, then the directory itself if it is empty. */
    private void deleteIn(Path folder, Pattern ours) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return;
        }
        try {
            PrivateFile.list(folder, ours).forEach(this::delete);
        } catch (IOException unreadable) {
            left.add(folder);
            return;
        }
        try {
            Files.delete(folder);
        } catch (IOException stays) {
            // The directory has files of others, or is a mount point. A file of ours in it is in the list already.
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            left.add(file);
        }
    }
}
