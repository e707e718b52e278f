package app.forecourt.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The fsync of a directory: the name that a file was given by a rename or a link outlives a power cut only when the
 * directory is on the disk too.
 */
public final class DirectorySync {
    private DirectorySync() {}

    /**
     * Forces the names in a directory to the disk. Left out where a directory can't be opened as a file, as on Windows,
     * because its file system keeps names in a log of its own.
     *
     * @return whether it was done
     */
    public static boolean force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (IOException notADirectoryToOpen) {
            return false;
        }
    }

    /** Forces the directory that a file is in. */
    public static boolean forceParentOf(Path file) {
        return force(file.toAbsolutePath().resolveSibling(""));
    }
}
