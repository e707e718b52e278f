package app.forecourt.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The check whether a path lies on a network drive or in a folder that a cloud service synchronises. SQLite's
 * write-ahead log does not work there: all processes must share memory, and a service copies files one by one. See <a
 * href="https://sqlite.org/wal.html">sqlite.org/wal.html</a>.
 *
 * @param fileSystemTypes lookup of the file system type of a path
 */
public record NetworkDriveCheck(FileSystemTypes fileSystemTypes) {
    /** Types of network file systems, as Linux and macOS name them. */
    private static final Pattern REMOTE = Pattern.compile(
            "9p|afpfs|afs|beegfs|ceph|cifs|coda|davfs|glusterfs|lustre|ncpfs|nfs[34]?|smb[23]?|smbfs|webdav"
                    + "|fuse\\.(ceph|davfs2|gvfsd-fuse|glusterfs|rclone|s3fs|sshfs)");

    /** A share of Windows, or a cloud folder by the name that its program gives it: {@code OneDrive - Autohaus}. */
    private static final Pattern REMOTE_NAME = Pattern.compile(
            "^\\\\\\\\[^\\\\]+"
                    + "|(?i)(?<=[/\\\\])(OneDrive|Dropbox|Google ?Drive|iCloud ?Drive|Nextcloud|CloudStorage)( [^/\\\\]*)?(?![^/\\\\])");

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
            return remoteName(real)
                    .or(() -> Optional.of(type)
                            .filter(name -> REMOTE.matcher(name).matches()));
        } catch (IOException unknown) {
            // Some containers don't report the type; most paths in containers lie on a local disk.
            return Optional.empty();
        }
    }

    /** Returns the share or the cloud folder of a path, by its name alone. */
    private static Optional<String> remoteName(Path path) {
        return REMOTE_NAME
                .matcher(path.toString())
                .results()
                .map(MatchResult::group)
                .findFirst();
    }
}
