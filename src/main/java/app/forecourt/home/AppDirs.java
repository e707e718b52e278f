package app.forecourt.home;

import app.forecourt.file.PrivateFile;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files and directories of this program, all under one home directory. The default is the system's own place: XDG
 * base directories on Linux, {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Application Support} on macOS.
 *
 * @param home the home directory; it need not exist yet
 * @param isTemporary whether the home lies in the system's temporary directory, because the user has no home
 * @param stateFolders the directories for the few files outside the home, the best one first; they need not exist yet
 */
public record AppDirs(Path home, boolean isTemporary, List<Path> stateFolders) {
    public AppDirs {
        stateFolders = List.copyOf(stateFolders);
    }

    /** Creates the directories of a home, with no files outside this home. */
    public AppDirs(Path home) {
        this(home, false, List.of());
    }

    /**
     * Returns the directories for an environment. The home is the value of {@code -Dforecourt.home}, else the system's
     * own place, else a directory among temporary files.
     *
     * @throws java.nio.file.InvalidPathException if the system's locale can't encode the name of the home
     */
    public static AppDirs of(SystemEnvironment environment) {
        List<Path> state = stateFolders(environment);
        return environment
                .properties()
                .find("forecourt.home")
                .map(Path::of)
                .or(() -> systemPlace(environment))
                .map(home -> new AppDirs(home, false, state))
                .orElseGet(() -> new AppDirs(temporaryHome(environment), true, state));
    }

    /** Returns the state directory of the XDG specification on Linux, then a directory among temporary files. */
    private static List<Path> stateFolders(SystemEnvironment environment) {
        Optional<Path> xdg = osName(environment).startsWith("linux")
                ? xdgFolder(environment, "XDG_STATE_HOME", ".local/state")
                : Optional.empty();
        return Stream.of(
                        xdg,
                        environment
                                .properties()
                                .find("java.io.tmpdir")
                                .map(Path::of)
                                .map(temporary -> temporary.resolve(temporaryName(environment) + "-state")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String osName(SystemEnvironment environment) {
        return environment.properties().find("os.name").orElse("").toLowerCase(Locale.ROOT);
    }

    private static Optional<Path> userHome(SystemEnvironment environment) {
        // Java returns "?" if the user has no home.
        return environment
                .properties()
                .find("user.home")
                .filter(home -> !home.equals("?"))
                .map(Path::of);
    }

    private static String temporaryName(SystemEnvironment environment) {
        return "forecourt-"
                + environment.properties().find("user.name").orElse("").replaceAll("[^\\w.-]", "_");
    }

    private static Optional<Path> systemPlace(SystemEnvironment environment) {
        Optional<Path> user = userHome(environment);
        String system = osName(environment);
        if (system.startsWith("windows")) {
            return environment
                    .variables()
                    .find("LOCALAPPDATA")
                    .map(Path::of)
                    .or(() -> user.map(home -> home.resolve("AppData/Local")))
                    .map(local -> local.resolve("Forecourt"));
        }
        if (system.startsWith("mac")) {
            return user.map(home -> home.resolve("Library/Application Support/Forecourt"));
        }
        return xdgFolder(environment, "XDG_DATA_HOME", ".local/share");
    }

    /** Returns the program's directory in one that a variable names, or else in the usual one of the user's home. */
    private static Optional<Path> xdgFolder(SystemEnvironment environment, String variable, String usual) {
        // The XDG specification demands that a relative path is ignored.
        return environment
                .variables()
                .find(variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() -> userHome(environment).map(home -> home.resolve(usual)))
                .map(folder -> folder.resolve("forecourt"));
    }

    /** Returns a home among temporary files. It is the same at each start while the system keeps the directory. */
    private static Path temporaryHome(SystemEnvironment environment) {
        Path temporary = Path.of(environment.properties().find("java.io.tmpdir").orElse("."));
        String name = temporaryName(environment);
        Path folder = temporary.resolve(name);
        for (int number = 2; !isUsable(folder); number++) {
            folder = temporary.resolve(name + "-" + number);
        }
        return folder;
    }

    /** Creates a directory, and returns whether it belongs to this user or can't be created by anybody. */
    private static boolean isUsable(Path folder) {
        try {
            return PrivateFile.createOwned(folder);
        } catch (FileAlreadyExistsException noDirectory) {
            return false;
        } catch (IOException unwritable) {
            // An existing directory belongs to another user. Without one, nothing here is writable: such a home is
            // accepted, nothing is saved, and other classes report the failed writes.
            return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        }
    }

    public Path preferences() {
        return home.resolve("preferences.json");
    }

    /** Returns the file of the vault's key, for systems without a keychain. The file is alone in its directory. */
    public Path key() {
        return home.resolve("key").resolve("vault.key");
    }

    public Path vocabulary() {
        return home.resolve("vocabulary.properties");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /** Returns the database of drafts and submissions. */
    public Path journal() {
        return home.resolve("journal.db");
    }

    /** Returns the directory of the journal's backups. */
    public Path backups() {
        return home.resolve("copies");
    }

    /**
     * Returns the places for the journal's log of sent cars, outside the home. The file's name is derived from the
     * home's real path, so that each home has a file of its own.
     */
    public List<Path> sentLogs() {
        return stateFolders.stream()
                .map(folder -> folder.resolve(idOfHome() + ".sent"))
                .toList();
    }

    private String idOfHome() {
        return UUID.nameUUIDFromBytes(realHome().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Returns the home with links resolved. The part of the path that does not exist yet is appended as it is. */
    private Path realHome() {
        Path absolute = home.toAbsolutePath().normalize();
        Path existing = absolute;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(absolute));
        } catch (IOException unreadable) {
            return absolute;
        }
    }

    /** Returns the directory of prepared photos that are not public yet. */
    public Path photos() {
        return home.resolve("photos");
    }

    /** Returns the directory for the temporary copies of earlier versions. */
    public Path temporary() {
        return home.resolve("temporary");
    }

    /** Returns the file that the running program locks, with the port for later starts. */
    public Path lock() {
        return home.resolve("lock");
    }
}
