package app.forecourt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells disks of this computer from others. SQLite's write-ahead log needs memory that all who write share, which they
 * can't over a network: <a href="https://sqlite.org/wal.html">sqlite.org/wal.html</a>.
 *
 * @param stores names the kind of the store that a path lies on
 */
record NetworkDriveCheck(Stores stores) {
    /** As Linux and macOS name them. */
    private static final Set<String> REMOTE = Set.of("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda",
            "davfs", "fuse.ceph", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.rclone",
            "fuse.s3fs", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "smb", "smb2",
            "smb3", "smbfs", "webdav");

    /** Looks up the kind of the store that an existing path lies on. */
    @FunctionalInterface
    interface Stores {
        String kind(Path existing) throws IOException;
    }

    /** As this computer has them. */
    static NetworkDriveCheck ofSystem() {
        return new NetworkDriveCheck(
                path -> isShare(path.getRoot()) ? "smb" : Files.getFileStore(path).type());
    }

    /** The kind of network that a path lies on, which need not be there yet; empty for a disk. Blocks on the disk. */
    Optional<String> network(Path path) {
        Optional<Path> existing = Stream.iterate(path.toAbsolutePath(), up -> up != null, Path::getParent)
                .filter(Files::exists).findFirst();
        try {
            // The real path of a drive letter that stands for a share is the share's.
            return existing.isEmpty() ? Optional.empty()
                    : Optional.of(stores.kind(existing.get().toRealPath()).toLowerCase(Locale.ROOT))
                            .filter(REMOTE::contains);
        } catch (IOException unknown) {
            // Some containers don't tell; most paths there are on a disk.
            return Optional.empty();
        }
    }

    /** Windows has shares under {@code \\server\share\}. */
    static boolean isShare(Path root) {
        return root.toString().startsWith("\\\\");
    }
}
