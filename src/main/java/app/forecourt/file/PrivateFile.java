package app.forecourt.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small text file that only its owner can read and that is written atomically. The file has mode 0600 in a directory
 * of mode 0700 if the system has such modes. On Windows the user's profile directory is closed to other users already.
 */
public final class PrivateFile {
    private static final Logger LOG = Logger.getLogger(PrivateFile.class.getName());
    private static final String FOLDER_MODE = "rwx------";
    private static final String FILE_MODE = "rw-------";
    private static final int MAX_BYTES = 4 << 20;

    private final Path path;
    private final int maxBytes;

    /** @param path path of a file that need not exist yet */
    public PrivateFile(Path path) {
        this(path, MAX_BYTES);
    }

    /**
     * @param path path of a file that need not exist yet
     * @param maxBytes maximum size of the file for reading
     */
    public PrivateFile(Path path, int maxBytes) {
        this.path = path;
        this.maxBytes = maxBytes;
    }

    public Path path() {
        return path;
    }

    /**
     * Creates a directory that only its owner may enter, and its missing parents. An existing directory is unchanged.
     *
     * @throws IOException if the directory can't be created
     */
    public static void createFolder(Path path) throws IOException {
        Files.createDirectories(path, ownerOnly(path, FOLDER_MODE));
    }

    /**
     * Creates a directory if it is missing, and returns whether it belongs to this user. If all users may write the
     * parent directory, another user may have created it to read or replace files.
     *
     * @throws IOException if the directory can't be created or written
     */
    public static boolean createOwned(Path folder) throws IOException {
        createFolder(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path probe = Files.createTempFile(folder, "probe", null);
        boolean hasSameOwner = Files.getOwner(probe).equals(Files.getOwner(folder));
        delete(probe);
        return hasSameOwner;
    }

    /**
     * Opens a file. A file that is created by this call is readable for its owner only.
     *
     * @throws IOException if the file can't be opened
     */
    public static FileChannel open(Path path, OpenOption... options) throws IOException {
        return FileChannel.open(path, Set.of(options), ownerOnly(path, FILE_MODE));
    }

    /**
     * Reads the text; empty if the file does not exist. Only a regular file is opened, because a pipe may block for
     * ever and a device may have no end.
     *
     * @throws FileInUseException if another program has the file open
     * @throws IOException if the file exists but can't be read
     * @throws IllegalArgumentException if the file is no UTF-8 text or exceeds the maximum size
     */
    public Optional<String> read() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new IOException("no regular file");
            }
            if (attributes.size() > maxBytes) {
                throw new IllegalArgumentException("too large");
            }
            return Optional.of(FileInUseRetry.run(() -> Files.readString(path), path));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException("not text", binary);
        }
    }

    /** Deletes a file that is no longer needed, and returns whether it is gone. Another program may hold it. */
    public static boolean delete(Path file) {
        try {
            FileInUseRetry.run(() -> Files.deleteIfExists(file), file);
            return true;
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "A file that is no longer needed can't be deleted", stays);
            return false;
        }
    }

    /** Renames the file to the first free {@code .bad} name in its directory, and returns whether that was possible. */
    public boolean moveAside() {
        try {
            Path target = AtomicFile.target(path);
            makePrivate(target);
            Files.move(target, freeBadName(target));
            DirectorySync.forceParentOf(target);
            return true;
        } catch (IOException notPossible) {
            LOG.log(Level.WARNING, "A file can't be moved aside", notPossible);
            return false;
        }
    }

    /** Returns the first free {@code .bad} name for a file, because an earlier bad file stays. */
    public static Path freeBadName(Path file) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> file.resolveSibling(file.getFileName() + ".bad" + (number == 1 ? "" : number)))
                .filter(free -> !Files.exists(free, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the files that were moved aside, and temporary files of interrupted writes.
     *
     * @throws IOException if the directory can't be read
     */
    public List<Path> leftovers() throws IOException {
        Path target = AtomicFile.target(path);
        Pattern ours =
                Pattern.compile(Pattern.quote(target.getFileName().toString()) + "(\\.bad\\d*|\\.[\\w-]{36}\\.new)");
        return list(target.toAbsolutePath().resolveSibling(""), ours);
    }

    /**
     * Returns the files in a directory with a name of a pattern. A missing directory has none, nor has a file in its
     * place.
     *
     * @throws IOException if the directory can't be read
     */
    public static List<Path> list(Path folder, Pattern names) throws IOException {
        // Asked first, because systems report the error of this case in different ways.
        if (Files.isRegularFile(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (NoSuchFileException missing) {
            return List.of();
        }
    }

    /**
     * Sets the mode 0600 of a file or 0700 of a directory. The target of a link is unchanged, because it may belong to
     * another program.
     *
     * @throws IOException if the mode can't be changed
     */
    public static void makePrivate(Path path) throws IOException {
        Set<PosixFilePermission> permissions =
                PosixFilePermissions.fromString(Files.isDirectory(path) ? FOLDER_MODE : FILE_MODE);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.exists(path)
                && !Files.isSymbolicLink(path)
                && !Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /**
     * Writes the text to a temporary file in the same directory and forces it to the disk. Then replaces the file
     * atomically.
     *
     * @throws IOException if a step fails; the earlier file is unchanged and the temporary file is deleted
     */
    public void write(String text) throws IOException {
        createFolder(AtomicFile.target(path).toAbsolutePath().resolveSibling(""));
        AtomicFile.writePrivate(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String mode) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
