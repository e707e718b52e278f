package app.forecourt.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The fsync of a directory. After a rename the new name of a file survives a power cut only if its directory was forced
 * to the disk. The same is true of a link.
 */
public final class DirectorySync {
    private DirectorySync() {}

    /**
     * Forces the names in a directory to the disk. Does nothing if the system can't open a directory as a file. Windows
     * can't; its file system logs name changes itself.
     *
     * @return whether the names were forced to the disk
     */
    public static boolean force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (IOException notADirectoryToOpen) {
            return false;
        }
    }

    /** Forces the names in the parent directory of a file to the disk. */
    public static boolean forceParentOf(Path file) {
        return force(file.toAbsolutePath().resolveSibling(""));
    }
}
