package app.forecourt;

import app.forecourt.profile.Surroundings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where this program keeps what it keeps, all under one directory: by default the place the system has for it
 * (XDG base directories on Linux, {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Application Support} on macOS).
 *
 * @param home the directory; it need not be there yet
 */
public record AppDirs(Path home) {

    /** The directory that {@code -Dforecourt.home} names, or the system's own place. */
    public static AppDirs of(Surroundings surroundings) {
        return new AppDirs(given(surroundings.properties(), "forecourt.home").map(Path::of)
                .orElseGet(() -> standard(surroundings)));
    }

    private static Path standard(Surroundings surroundings) {
        Path user = Path.of(given(surroundings.properties(), "user.home").orElse("."));
        String system = given(surroundings.properties(), "os.name").orElse("").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return given(surroundings.variables(), "LOCALAPPDATA").map(Path::of)
                    .orElse(user.resolve("AppData").resolve("Local")).resolve("Forecourt");
        }
        if (system.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Forecourt");
        }
        // The XDG specification has a relative path ignored.
        return given(surroundings.variables(), "XDG_DATA_HOME").map(Path::of).filter(Path::isAbsolute)
                .orElse(user.resolve(".local").resolve("share")).resolve("forecourt");
    }

    private static Optional<String> given(Surroundings.Lookup lookup, String name) {
        return Optional.ofNullable(lookup.of(name)).filter(value -> !value.isBlank());
    }

    Path preferences() {
        return home.resolve("preferences.json");
    }

    Path journal() {
        return home.resolve("journal.db");
    }

    Path copies() {
        return home.resolve("copies");
    }

    Path vocabulary() {
        return home.resolve("vocabulary.properties");
    }

    Path logs() {
        return home.resolve("logs");
    }
}
