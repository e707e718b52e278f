package app.forecourt.file;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
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
 * The directory for temporary copies. It lies in the program's home and not in the system's temporary directory. A
 * killed process leaves its copies behind; here the next start finds and deletes them.
 */
public final class ScratchFolder {
    /** The name of the directory in the home. */
    public static final String NAME = "temporary";

    private static final Logger LOG = Logger.getLogger(ScratchFolder.class.getName());
    private static final Pattern OURS = Pattern.compile("[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}");

    private final Path root;
    private final Set<Path> inUse = new HashSet<>();

    /** @param root the directory, which is created when it is needed and deleted when it is empty */
    public ScratchFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    /**
     * Creates an empty folder that only its owner may enter.
     *
     * @throws IOException if the folder can't be created
     */
    public synchronized Path create() throws IOException {
        Path folder = root.resolve(UUID.randomUUID().toString());
        PrivateFile.createFolder(folder);
        inUse.add(folder);
        return folder;
    }

    /**
     * Deletes a folder that {@link #create} returned, with its files.
     *
     * @throws IOException if a file can't be deleted
     */
    public synchronized void delete(Path folder) throws IOException {
        inUse.remove(folder);
        deleteAll(folder);
        deleteIfEmpty();
    }

    /**
     * Deletes the folders that killed processes have left. Folders that this process uses stay.
     *
     * @return the folders that could not be deleted
     */
    public synchronized List<Path> deleteLeftovers() {
        List<Path> undeleted = new ArrayList<>();
        try {
            for (Path folder : leftovers()) {
                try {
                    deleteAll(folder);
                } catch (IOException locked) {
                    LOG.log(Level.WARNING, "Temporary copies can't be deleted", locked);
                    undeleted.add(folder);
                }
            }
            if (Files.exists(root)) {
                deleteIfEmpty();
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "Temporary copies can't be deleted", unreadable);
            undeleted.add(root);
        }
        return undeleted;
    }

    private List<Path> leftovers() throws IOException {
        return PrivateFile.list(root, OURS).stream()
                .filter(folder -> !inUse.contains(folder))
                .toList();
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
            LOG.log(Level.FINE, "The folder of temporary copies is not empty", inUseOrSomebodyElses);
        }
    }
}
