package app.forecourt;

import app.forecourt.profile.PrivateFile;
import app.forecourt.profile.ScratchFolder;
import app.forecourt.profile.Surroundings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where this program keeps what it keeps, all under one directory: by default the place the system has for it
 * (XDG base directories on Linux, {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Application Support} on macOS).
 *
 * @param home the directory; it need not be there yet
 * @param makeshift whether it is one among temporary files, because the user has no home
 */
public record AppDirs(Path home, boolean makeshift) {

    /** Everything under that directory. */
    public AppDirs(Path home) {
        this(home, false);
    }

    /** The directory that {@code -Dforecourt.home} names, or the system's own place, or a makeshift one. */
    public static AppDirs of(Surroundings surroundings) {
        return given(surroundings.properties(), "forecourt.home").map(Path::of)
                .or(() -> standard(surroundings)).map(AppDirs::new)
                .orElseGet(() -> new AppDirs(makeshift(surroundings), true));
    }

    private static Optional<Path> standard(Surroundings surroundings) {
        // Java says "?" for the home of a user who has none.
        Optional<Path> user = given(surroundings.properties(), "user.home")
                .filter(home -> !home.equals("?")).map(Path::of);
        String system = given(surroundings.properties(), "os.name").orElse("").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return given(surroundings.variables(), "LOCALAPPDATA").map(Path::of)
                    .or(() -> user.map(home -> home.resolve("AppData").resolve("Local")))
                    .map(local -> local.resolve("Forecourt"));
        }
        if (system.startsWith("mac")) {
            return user.map(
                    home -> home.resolve("Library").resolve("Application Support").resolve("Forecourt"));
        }
        // The XDG specification has a relative path ignored.
        return given(surroundings.variables(), "XDG_DATA_HOME").map(Path::of).filter(Path::isAbsolute)
                .or(() -> user.map(home -> home.resolve(".local").resolve("share")))
                .map(share -> share.resolve("forecourt"));
    }

    /** The same one at each start, as long as the system keeps it. */
    private static Path makeshift(Surroundings surroundings) {
        Path shared = Path.of(given(surroundings.properties(), "java.io.tmpdir").orElse("."));
        String name = "forecourt-"
                + given(surroundings.properties(), "user.name").orElse("").replaceAll("[^\\w.-]", "_");
        Path place = shared.resolve(name);
        for (int number = 2; !isOurs(place); number++) {
            place = shared.resolve(name + "-" + number);
        }
        return place;
    }

    /**
     * Makes the directory, or finds that it is ours already. Where anybody may write, somebody else may have put one
     * under that name, to read or to replace what we keep in it.
     */
    private static boolean isOurs(Path place) {
        try {
            PrivateFile.folder(place);
            if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Path probe = Files.createTempFile(place, "probe", null);
            boolean same = Files.getOwner(probe).equals(Files.getOwner(place));
            Files.delete(probe);
            return same;
        } catch (FileAlreadyExistsException noDirectory) {
            return false;
        } catch (IOException unwritable) {
            // Somebody else's, or there is no writing here at all; then nothing is kept, and that is said elsewhere.
            return !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static Optional<String> given(Surroundings.Lookup lookup, String name) {
        return Optional.ofNullable(lookup.of(name)).filter(value -> !value.isBlank());
    }

    Path preferences() {
        return home.resolve("preferences.json");
    }

    /** The key to the secrets, where there is no keychain; alone in its directory. */
    Path key() {
        return home.resolve("key").resolve("vault.key");
    }

    Path vocabulary() {
        return home.resolve("vocabulary.properties");
    }

    Path logs() {
        return home.resolve("logs");
    }

    /** The database of drafts and of what was sent. */
    Path journal() {
        return home.resolve("journal.db");
    }

    /** The journal's copies. */
    Path copies() {
        return home.resolve("copies");
    }

    /** Copies that are needed for a moment. */
    Path temporary() {
        return home.resolve(ScratchFolder.NAME);
    }

    /** Locked by the program that runs on this directory. */
    Path lock() {
        return home.resolve("lock");
    }

    /** How a second start reaches it. */
    Path instance() {
        return home.resolve("instance");
    }
}
