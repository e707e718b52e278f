package app.forecourt.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small text file for its owner's eyes only (mode 0600 in a directory of mode 0700 where the system has such modes;
 * on Windows the user's profile directory is closed to others already), written whole or not at all.
 */
public final class PrivateFile {
    private static final Logger LOG = Logger.getLogger(PrivateFile.class.getName());
    private static final String FOLDER_MODE = "rwx------";
    private static final String FILE_MODE = "rw-------";
    private static final int LARGEST = 4 << 20;
    private static final int MOST_LINKS = 40;
    private static final int TRIES = 5;
    private static final long BETWEEN_TRIES_NANOS = 50_000_000L;

    private final Path path;
    private final int largest;

    /** The file at that place; it need not be there yet. */
    public PrivateFile(Path path) {
        this(path, LARGEST);
    }

    /** @param largest bytes that are read at most */
    public PrivateFile(Path path, int largest) {
        this.path = path;
        this.largest = largest;
    }

    public Path path() {
        return path;
    }

    /**
     * Makes a directory that only its owner may enter, and those above it that are missing; one that is there stays as
     * it is.
     */
    public static void folder(Path path) throws IOException {
        Files.createDirectories(path, ownerOnly(path, FOLDER_MODE));
    }

    /**
     * Makes a directory, or tells whether the one that is there belongs to this user. Where anybody may write, somebody
     * else may have put one under that name, to read or to replace what is kept in it.
     *
     * @throws IOException when nothing can be written there
     */
    public static boolean isOwn(Path folder) throws IOException {
        folder(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path probe = Files.createTempFile(folder, "probe", null);
        boolean same = Files.getOwner(probe).equals(Files.getOwner(folder));
        Files.delete(probe);
        return same;
    }

    /** Opens a file; one that is made by it is for its owner only. */
    public static FileChannel open(Path path, OpenOption... options) throws IOException {
        return FileChannel.open(path, Set.of(options), ownerOnly(path, FILE_MODE));
    }

    /**
     * The text, empty when there is no file. Nothing but a regular file is opened: a pipe in its place would hold whoever
     * reads it, and a device never ends.
     *
     * @throws IOException when it is there but can't be read
     * @throws IllegalArgumentException when it is no text or larger than is sane
     */
    public Optional<String> read() throws IOException {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
                throw new IOException("no regular file");
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(largest + 1);
                if (bytes.length > largest) {
                    throw new IllegalArgumentException("too large");
                }
                return Optional
                        .of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            }
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException("not text", binary);
        }
    }

    /**
     * Where the file itself is, when a link leads to it from the place it was given; the link stays. One that leads in a
     * circle, or to what is no file, is taken for the file.
     */
    private Path target() throws IOException {
        Path at = path;
        for (int links = 0; links < MOST_LINKS; links++) {
            if (!Files.isSymbolicLink(at)) {
                return Files.isRegularFile(at) || !Files.exists(at) ? at : path;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return path;
    }

    /** Renames the file to the first free {@code .bad} name beside it; false when that can't be done. */
    public boolean moveAside() {
        try {
            return moveAside(target());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean moveAside(Path path) {
        for (int number = 1; number <= 100; number++) {
            Path aside = path.resolveSibling(path.getFileName() + (number == 1 ? ".bad" : ".bad" + number));
            try {
                Files.move(path, aside);
                DirectorySync.forceParentOf(aside);
                closeIfPossible(aside);
                return true;
            } catch (FileAlreadyExistsException taken) {
                // An earlier bad one stays; the next number is tried.
            } catch (IOException notPossible) {
                return false;
            }
        }
        return false;
    }

    /** What was put aside of it, and what writings that were cut off have left. */
    public List<Path> leftovers() throws IOException {
        Path path = target();
        Pattern ours = Pattern.compile(Pattern.quote(path.getFileName().toString())
                + "(\\.bad\\d*|\\.[\\w-]{36}\\.new)");
        try (Stream<Path> beside = Files.list(path.toAbsolutePath().getParent())) {
            return beside.filter(file -> ours.matcher(file.getFileName().toString()).matches()).toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    private static void closeIfPossible(Path aside) {
        try {
            close(aside);
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "It could not be closed to others", stays);
        }
    }

    /** Closes to others a file or a directory that may have been open to them; what a link leads to is not ours. */
    public static void close(Path path) throws IOException {
        Set<PosixFilePermission> wanted = PosixFilePermissions
                .fromString(Files.isDirectory(path) ? FOLDER_MODE : FILE_MODE);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix") && Files.exists(path)
                && !Files.isSymbolicLink(path) && !Files.getPosixFilePermissions(path).equals(wanted)) {
            Files.setPosixFilePermissions(path, wanted);
        }
    }

    /** Writes beside the file, forces it to disk, then takes the file's place in one step. */
    public void write(String text) throws IOException {
        Path path = target();
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            folder(folder);
        }
        // A name of its own for each writing, so that a second program can't put half a file in place.
        Path fresh = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            fill(fresh, text);
            move(fresh, path);
            DirectorySync.forceParentOf(path);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void fill(Path fresh, String text) throws IOException {
        try (FileChannel channel = open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** On Windows a virus scanner may hold the file for a moment; the move is then tried again. */
    private static void move(Path fresh, Path path) throws IOException {
        for (int left = TRIES - 1;; left--) {
            try {
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException held) {
                if (left == 0) {
                    throw held;
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String mode) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
