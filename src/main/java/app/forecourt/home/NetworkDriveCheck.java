package app.forecourt.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The check whether a path lies on a network drive. SQLite's write-ahead log does not work there, because all processes
 * must share memory: <a href="https://sqlite.org/wal.html">sqlite.org/wal.html</a>.
 *
 * @param fileSystemTypes lookup of the file system type of a path
 */
public record NetworkDriveCheck(FileSystemTypes fileSystemTypes) {
    /** Types of network file systems, as Linux and macOS name them. */
    private static final Set<String> REMOTE = Set.of(
            "9p",
            "afpfs",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "fuse.ceph",
            "fuse.davfs2",
            "fuse.gvfsd-fuse",
            "fuse.glusterfs",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.sshfs",
            "glusterfs",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs3",
            "nfs4",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "webdav");

    /** A lookup of file system types. */
    @FunctionalInterface
    public interface FileSystemTypes {
        /** Returns the type of the file system that an existing path lies on. */
        String kind(Path existing) throws IOException;
    }

    /** Returns the check by the file systems of this computer. */
    public static NetworkDriveCheck ofSystem() {
        return new NetworkDriveCheck(path ->
                isShare(path.getRoot()) ? "smb" : Files.getFileStore(path).type());
    }

    /**
     * Returns the type of the network drive that a path lies on; empty for a local disk. Blocks on the disk.
     *
     * @param path a path that need not exist yet
     */
    public Optional<String> networkType(Path path) {
        Optional<Path> existing = Stream.iterate(path.toAbsolutePath(), parent -> parent != null, Path::getParent)
                .filter(Files::exists)
                .findFirst();
        try {
            // If a drive letter is mapped to a share, the real path is the path of the share.
            return existing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(fileSystemTypes
                                    .kind(existing.get().toRealPath())
                                    .toLowerCase(Locale.ROOT))
                            .filter(REMOTE::contains);
        } catch (IOException unknown) {
            // Some containers don't report the type; most paths in containers lie on a local disk.
            return Optional.empty();
        }
    }

    /** Returns whether a root belongs to a network share, by its Windows name {@code \\server\share\}. */
    static boolean isShare(Path root) {
        return root.toString().startsWith("\\\\");
    }
}
