package app.forecourt.home;

import app.forecourt.file.PrivateFile;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The permissions of an existing home. A copy, a backup or an earlier version may have left files open to other users.
 * They get the modes of new files: directories 0700, files 0600.
 *
 * <p>Permissions are only removed, and only from files with this program's names; the system refuses changes of other
 * users' files. File systems without POSIX modes are left unchanged.
 */
public final class HomePermissions {
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final AppDirs dirs;
    private final SystemEnvironment environment;

    public HomePermissions(AppDirs dirs, SystemEnvironment environment) {
        this.dirs = dirs;
        this.environment = environment;
    }

    /** Removes the permissions of other users from the home, its folders and this program's files in them. */
    public void restrict() {
        if (!dirs.home().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        DataEraser.folders(dirs).forEach(this::restrict);
        restrict(dirs.temporary());
        closeHome();
    }

    /**
     * Closes the home directory to other users. A directory above the user's home or the temporary directory stays
     * open, because other users must pass it.
     */
    private void closeHome() {
        try {
            Path home = dirs.home().toRealPath();
            if (!isAbove(home, "user.home") && !isAbove(home, "java.io.tmpdir")) {
                restrict(home);
            }
        } catch (IOException missing) {
            // The home does not exist yet, and is created private.
        }
    }

    /** Returns whether a directory is equal to the directory in a system property, or contains it. */
    private boolean isAbove(Path directory, String property) throws IOException {
        String value = environment.properties().get(property);
        return value != null
                && Files.isDirectory(Path.of(value))
                && Path.of(value).toRealPath().startsWith(directory);
    }

    private void restrict(Path folder, Pattern ours) {
        try {
            PrivateFile.list(folder, ours).forEach(HomePermissions::restrict);
        } catch (IOException unreadable) {
            // The folder does not exist, or this user cannot read it.
        }
        if (!folder.equals(dirs.home()) && Files.isDirectory(folder)) {
            restrict(folder);
        }
    }

    private static void restrict(Path path) {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Set<PosixFilePermission> allowed = new HashSet<>(attributes.permissions());
            allowed.retainAll(attributes.isDirectory() ? DIRECTORY : FILE);
            boolean hasRightType = attributes.isDirectory() || attributes.isRegularFile();
            if (hasRightType && !allowed.equals(attributes.permissions())) {
                Files.setPosixFilePermissions(path, allowed);
            }
        } catch (IOException stays) {
            // The file is gone or belongs to another user.
        }
    }
}
