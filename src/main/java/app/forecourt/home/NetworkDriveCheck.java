package app.forecourt.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The check whether a path lies on a network drive or in a folder that a cloud service synchronises. SQLite's
 * write-ahead log does not work there: all processes must share memory, and a service copies files one by one. See <a
 * href="https://sqlite.org/wal.html">sqlite.org/wal.html</a>.
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

    /** Names of cloud folders, as the programs of the services create them: {@code OneDrive - Autohaus}. */
    private static final Pattern CLOUD =
            Pattern.compile("(?i)(OneDrive|Dropbox|Google ?Drive|iCloud ?Drive|Nextcloud|CloudStorage)( .*)?");

    /** A lookup of file system types. */
    @FunctionalInterface
    public interface FileSystemTypes {
        /** Returns the type of the file system that an existing path lies on. */
        String kind(Path existing) throws IOException;
    }

    /** Returns the check by the file systems of this computer. */
    public static NetworkDriveCheck ofSystem() {
        return new NetworkDriveCheck(path -> Files.getFileStore(path).type());
    }

    /**
     * Returns the type of the network drive that a path lies on, or the cloud folder; empty for a local disk. Blocks on
     * the disk.
     *
     * @param path a path that need not exist yet, on a share that need not answer
     */
    public Optional<String> networkType(Path path) {
        Path absolute = path.toAbsolutePath();
        return remoteName(absolute)
                .or(() -> Stream.iterate(absolute, parent -> parent != null, Path::getParent)
                        .filter(Files::exists)
                        .findFirst()
                        .flatMap(this::typeOfExisting));
    }

    private Optional<String> typeOfExisting(Path existing) {
        try {
            // If a drive letter is mapped to a share, the real path is the path of the share.
            Path real = existing.toRealPath();
            String type = fileSystemTypes.kind(real).toLowerCase(Locale.ROOT);
            return remoteName(real).or(() -> Optional.of(type).filter(REMOTE::contains));
        } catch (IOException unknown) {
            // Some containers don't report the type; most paths in containers lie on a local disk.
            return Optional.empty();
        }
    }

    /** Returns the share or the cloud folder of a path, by its name alone: {@code \\server\share\}. */
    static Optional<String> remoteName(Path path) {
        return Stream.concat(Stream.of(path.getRoot()), StreamSupport.stream(path.spliterator(), false))
                .map(Path::toString)
                .filter(name -> name.startsWith("\\\\") || CLOUD.matcher(name).matches())
                .findFirst();
    }
}
