package app.forecourt;

import app.forecourt.file.PrivateFile;
import app.forecourt.file.ScratchFolder;
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
 * Where this program keeps what it keeps, all under one directory: by default the place the system has for it
 * (XDG base directories on Linux, {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Application Support} on macOS).
 *
 * @param home the directory; it need not be there yet
 * @param makeshift whether it is one among temporary files, because the user has no home
 * @param state the directories for the few things that are noted outside the home, the best one first; they need not be
 *            there yet
 */
public record AppDirs(Path home, boolean makeshift, List<Path> state) {
    public AppDirs {
        state = List.copyOf(state);
    }

    /** Everything under that directory, and nothing outside. */
    public AppDirs(Path home) {
        this(home, false, List.of());
    }

    /** The directory that {@code -Dforecourt.home} names, or the system's own place, or a makeshift one. */
    public static AppDirs of(SystemEnvironment surroundings) {
        List<Path> state = state(surroundings);
        return given(surroundings.properties(), "forecourt.home").map(Path::of)
                .or(() -> standard(surroundings)).map(home -> new AppDirs(home, false, state))
                .orElseGet(() -> new AppDirs(makeshift(surroundings), true, state));
    }

    /** Returns the state directory of the XDG specification on Linux, then one among temporary files. */
    private static List<Path> state(SystemEnvironment surroundings) {
        Optional<Path> xdg = system(surroundings).startsWith("linux")
                ? given(surroundings.variables(), "XDG_STATE_HOME").map(Path::of).filter(Path::isAbsolute)
                        .or(() -> user(surroundings).map(home -> home.resolve(".local").resolve("state")))
                        .map(state -> state.resolve("forecourt"))
                : Optional.empty();
        return Stream.of(xdg, given(surroundings.properties(), "java.io.tmpdir").map(Path::of)
                .map(shared -> shared.resolve(makeshiftName(surroundings) + "-state")))
                .flatMap(Optional::stream).toList();
    }

    private static String system(SystemEnvironment surroundings) {
        return given(surroundings.properties(), "os.name").orElse("").toLowerCase(Locale.ROOT);
    }

    private static Optional<Path> user(SystemEnvironment surroundings) {
        // Java says "?" for the home of a user who has none.
        return given(surroundings.properties(), "user.home").filter(home -> !home.equals("?")).map(Path::of);
    }

    private static String makeshiftName(SystemEnvironment surroundings) {
        return "forecourt-"
                + given(surroundings.properties(), "user.name").orElse("").replaceAll("[^\\w.-]", "_");
    }

    private static Optional<Path> standard(SystemEnvironment surroundings) {
        Optional<Path> user = user(surroundings);
        String system = system(surroundings);
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
    private static Path makeshift(SystemEnvironment surroundings) {
        Path shared = Path.of(given(surroundings.properties(), "java.io.tmpdir").orElse("."));
        String name = makeshiftName(surroundings);
        Path place = shared.resolve(name);
        for (int number = 2; !isOurs(place); number++) {
            place = shared.resolve(name + "-" + number);
        }
        return place;
    }

    /** Makes the directory, or finds that it is ours already. */
    private static boolean isOurs(Path place) {
        try {
            return PrivateFile.isOwn(place);
        } catch (FileAlreadyExistsException noDirectory) {
            return false;
        } catch (IOException unwritable) {
            // Somebody else's, or there is no writing here at all; then nothing is kept, and that is said elsewhere.
            return !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static Optional<String> given(SystemEnvironment.Lookup lookup, String name) {
        return Optional.ofNullable(lookup.of(name)).filter(value -> !value.isBlank());
    }

    public Path preferences() {
        return home.resolve("preferences.json");
    }

    /** The key to the secrets, where there is no keychain; alone in its directory. */
    public Path key() {
        return home.resolve("key").resolve("vault.key");
    }

    public Path vocabulary() {
        return home.resolve("vocabulary.properties");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /** The database of drafts and of what was sent. */
    public Path journal() {
        return home.resolve("journal.db");
    }

    /** The journal's copies. */
    public Path copies() {
        return home.resolve("copies");
    }

    /**
     * Returns the places for the journal's log of departures, outside the home. Each home has files of its own there,
     * named after its real path.
     */
    public List<Path> departures() {
        String name = UUID.nameUUIDFromBytes(realHome().toString().getBytes(StandardCharsets.UTF_8))
                + ".sent";
        return state.stream().map(folder -> folder.resolve(name)).toList();
    }

    /** Returns the home without links; what of it is not there yet has none. */
    private Path realHome() {
        Path whole = home.toAbsolutePath().normalize();
        Path there = whole;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(whole));
        } catch (IOException unreadable) {
            return whole;
        }
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
