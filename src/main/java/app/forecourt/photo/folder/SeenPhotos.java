package app.forecourt.photo.folder;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures that the user has added or dismissed, kept in a file. The file has no names: its first line is a number
 * of the folder, and each other line the key of a picture. If it is lost, the folder counts as a new one. Blocks on the
 * disk.
 */
final class SeenPhotos {
    private static final Logger LOG = Logger.getLogger(SeenPhotos.class.getName());
    /** Keys kept at most. A folder has fewer pictures. */
    static final int MOST = 100_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{1,16}");
    private static final int RADIX = 16;

    private final PrivateFile file;
    private final Set<Long> keys = new HashSet<>();
    private Optional<Long> folder = Optional.empty();
    private boolean isRead;

    /** @param file the file, which need not exist yet */
    SeenPhotos(Path file) {
        this.file = new PrivateFile(file);
    }

    /** Returns whether the pictures of this folder are known, because it was begun before. */
    boolean isOf(Path path) {
        read();
        return folder.equals(Optional.of(number(path)));
    }

    /** Begins with another folder. Pictures that were seen in the folder before stay known. */
    void begin(Path path, Collection<FolderPhoto> seen) {
        read();
        folder = Optional.of(number(path));
        add(seen);
    }

    /** Returns whether a picture was added or dismissed. */
    boolean contains(FolderPhoto photo) {
        read();
        return keys.contains(photo.key());
    }

    /** Adds pictures. */
    void add(Collection<FolderPhoto> photos) {
        read();
        photos.forEach(photo -> keys.add(photo.key()));
        write();
    }

    /** Removes pictures, because the user has not dismissed them after all. */
    void remove(Collection<FolderPhoto> photos) {
        read();
        photos.forEach(photo -> keys.remove(photo.key()));
        write();
    }

    /** Forgets the pictures that are not in the folder if there are too many. */
    void limit(Collection<FolderPhoto> inFolder) {
        if (keys.size() > MOST) {
            keys.retainAll(inFolder.stream().map(FolderPhoto::key).collect(Collectors.toSet()));
        }
    }

    private static long number(Path path) {
        return Integer.toUnsignedLong(path.toString().hashCode());
    }

    private void read() {
        if (isRead) {
            return;
        }
        isRead = true;
        try {
            List<Long> numbers = file.read().stream().flatMap(String::lines)
                    .filter(NUMBER.asMatchPredicate()).map(line -> Long.parseUnsignedLong(line, RADIX))
                    .toList();
            folder = numbers.stream().findFirst();
            numbers.stream().skip(1).forEach(keys::add);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(Level.INFO, "The list of the seen photos could not be read", unreadable);
        }
    }

    private void write() {
        try {
            file.write(Stream.concat(folder.stream(), keys.stream())
                    .map(Long::toHexString).collect(Collectors.joining("\n")));
        } catch (IOException unwritable) {
            LOG.log(Level.INFO, "The list of the seen photos could not be written", unwritable);
        }
    }
}
