package app.forecourt.file;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The place for copies that are needed for a moment. It lies in the program's own directory and not among the system's
 * temporary files, because a killed process deletes nothing: what it leaves here is found and deleted at the next start.
 */
public final class ScratchFolder {
    /** The name of the place in the program's directory. */
    public static final String NAME = "temporary";

    private static final Logger LOG = Logger.getLogger(ScratchFolder.class.getName());
    private static final Pattern OURS = Pattern.compile("[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}");

    private final Path root;
    private final Set<Path> inUse = new HashSet<>();

    /** A place that is made when it is needed, and deleted when it is empty. */
    public ScratchFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    /** Makes an empty folder that only its owner may enter. */
    public synchronized Path create() throws IOException {
        Path folder = root.resolve(UUID.randomUUID().toString());
        PrivateFile.folder(folder);
        inUse.add(folder);
        return folder;
    }

    /** Deletes such a folder with the files in it. */
    public synchronized void delete(Path folder) throws IOException {
        inUse.remove(folder);
        deleteAll(folder);
        deleteIfEmpty();
    }

    /**
     * Deletes what killed processes have left. What this one has in use stays.
     *
     * @return what could not be deleted
     */
    public synchronized List<Path> sweep() {
        List<Path> stays = new ArrayList<>();
        try {
            for (Path left : leftovers()) {
                try {
                    deleteAll(left);
                } catch (IOException held) {
                    LOG.log(Level.WARNING, "Left among temporary copies", held);
                    stays.add(left);
                }
            }
            if (Files.exists(root)) {
                deleteIfEmpty();
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "Left among temporary copies", unreadable);
            stays.add(root);
        }
        return stays;
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> OURS.matcher(folder.getFileName().toString()).matches()
                    && !inUse.contains(folder)).toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.isDirectory(folder) && !Files.isSymbolicLink(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    private void deleteIfEmpty() throws IOException {
        try {
            Files.deleteIfExists(root);
        } catch (DirectoryNotEmptyException inUseOrSomebodyElses) {
            LOG.log(Level.FINE, "more is in it", inUseOrSomebodyElses);
        }
    }
}
