package app.forecourt;

import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The permissions of a home that is there already. A copy, a backup or an earlier version may have left its files open
 * to other users; they are closed like new ones: directories 0700, files 0600. Permissions are only taken away, only from
 * what the user owns, and only from files with this program's names. Systems without such modes are left alone.
 */
final class HomePermissions {
    private static final Logger LOG = Logger.getLogger(HomePermissions.class.getName());
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final AppDirs dirs;
    private final SystemEnvironment surroundings;

    HomePermissions(AppDirs dirs, SystemEnvironment surroundings) {
        this.dirs = dirs;
        this.surroundings = surroundings;
    }

    /** Closes what is open to others. */
    void close() {
        if (!dirs.home().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Optional<UserPrincipal> user = user();
        for (Map.Entry<Path, Pattern> folder : DataEraser.folders(dirs).entrySet()) {
            close(folder.getKey(), folder.getValue(), user);
        }
        close(dirs.temporary(), user);
        closeHome(user);
    }

    /** Closes the directory itself, unless it is one that others must be able to pass. */
    private void closeHome(Optional<UserPrincipal> user) {
        try {
            Path home = dirs.home().toRealPath();
            if (!isAbove(home, "user.home") && !isAbove(home, "java.io.tmpdir")) {
                close(home, user);
            }
        } catch (IOException none) {
            LOG.log(Level.FINE, "no home yet", none);
        }
    }

    /** Returns whether a directory is, or has in it, the one that a property names. */
    private boolean isAbove(Path directory, String property) throws IOException {
        String named = surroundings.properties().of(property);
        return named != null && Files.isDirectory(Path.of(named))
                && Path.of(named).toRealPath().startsWith(directory);
    }

    private void close(Path folder, Pattern ours, Optional<UserPrincipal> user) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> ours.matcher(file.getFileName().toString()).matches())
                    .forEach(file -> close(file, user));
        } catch (NoSuchFileException | NotDirectoryException none) {
            return;
        } catch (IOException unreadable) {
            LOG.log(Level.FINE, "not looked at", unreadable);
        }
        if (!folder.equals(dirs.home())) {
            close(folder, user);
        }
    }

    private static void close(Path path, Optional<UserPrincipal> user) {
        try {
            PosixFileAttributes now = Files.readAttributes(path, PosixFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
            kept.addAll(now.permissions());
            kept.retainAll(now.isDirectory() ? DIRECTORY : FILE);
            boolean ours = now.isDirectory() || now.isRegularFile();
            if (ours && user.stream().allMatch(now.owner()::equals) && !kept.equals(now.permissions())) {
                Files.setPosixFilePermissions(path, kept);
            }
        } catch (IOException stays) {
            LOG.log(Level.FINE, "not closed to others", stays);
        }
    }

    /** Returns the user; empty where the system has no name for one, and then refuses what is another's by itself. */
    private Optional<UserPrincipal> user() {
        try {
            String name = surroundings.properties().of("user.name");
            return name == null ? Optional.empty()
                    : Optional.of(dirs.home().getFileSystem().getUserPrincipalLookupService()
                            .lookupPrincipalByName(name));
        } catch (IOException | UnsupportedOperationException nameless) {
            return Optional.empty();
        }
    }
}
