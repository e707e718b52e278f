package app.forecourt.home;

import static app.forecourt.file.FileModes.mode;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.SystemEnvironment;
import app.forecourt.start.AppServices;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The permissions of a home that a copy or a backup left readable for other users. */
@Needs(SystemFeature.POSIX_PERMISSIONS)
class HomePermissionsTest {
    private static final List<String> OURS = List.of(
            "journal.db",
            "journal.db-wal",
            "journal.db-shm",
            "journal.db.bad",
            "preferences.json",
            "preferences.json.bad",
            "lock",
            "copies/journal-2026-11-25.db",
            "logs/forecourt.0.log",
            "key/vault.key",
            "photos/0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c.jpg");

    @TempDir
    private Path root;

    private final Map<String, String> properties = new HashMap<>();

    private Path home() {
        return root.resolve("home");
    }

    private void put(List<String> names, String mode) throws IOException {
        for (String name : names) {
            Path file = home().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
        for (Path path : paths()) {
            if (Files.isDirectory(path)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> paths = Files.walk(home())) {
            return paths.toList();
        }
    }

    private void close() {
        new HomePermissions(new AppDirs(home()), new SystemEnvironment(_ -> null, properties::get)).restrict();
    }

    private Map<String, String> modes() throws IOException {
        Map<String, String> modes = new TreeMap<>();
        for (Path path : paths()) {
            modes.put(home().relativize(path).toString(), mode(path));
        }
        return modes;
    }

    private void assertMode(String expected, String name) throws IOException {
        assertEquals(expected, modes().get(name), name);
    }

    @Test
    void filesAndFoldersBecomePrivate() throws IOException {
        put(OURS, "rw-r--r--");
        close();
        Map<String, String> expected = new TreeMap<>();
        OURS.forEach(name -> expected.put(name, "rw-------"));
        List.of("", "copies", "logs", "key", "photos").forEach(name -> expected.put(name, "rwx------"));
        assertEquals(expected, modes());
    }

    @Test
    void startMakesHomePrivate() throws IOException {
        put(List.of("copies/journal-2026-11-25.db"), "rw-r--r--");
        AppServices.open(new AppDirs(home()), new SystemEnvironment(_ -> null, properties::get))
                .close(() -> {});
        assertMode("rwx------", "");
        assertMode("rw-------", "copies/journal-2026-11-25.db");
    }

    @Test
    void narrowerModesStay() throws IOException {
        put(OURS, "r--r-----");
        close();
        assertMode("r--------", "journal.db");
    }

    @Test
    void otherFilesAndLinksKeepTheirModes() throws IOException {
        // One is a file in place of a folder.
        List<String> others = List.of("notes.txt", "copies", "vocabulary.properties", "elsewhere/precious");
        put(others, "rw-r--r--");
        Files.createSymbolicLink(home().resolve("journal.db"), home().resolve("elsewhere/precious"));
        close();
        for (String name : others) {
            assertMode("rw-r--r--", name);
        }
        assertMode("rwxr-xr-x", "elsewhere");
    }

    @Test
    void folderAboveUserHomeStaysOpen() throws IOException {
        put(OURS, "rw-r--r--");
        Files.createDirectories(home().resolve("anna"));
        for (String property : List.of("user.home", "java.io.tmpdir")) {
            properties.put(property, home().resolve("anna").toString());
            close();
            assertMode("rwxr-xr-x", "");
            assertMode("rw-------", "journal.db");
            properties.remove(property);
        }
    }

    @Test
    void missingHomeIsIgnored() {
        close();
        assertEquals(false, Files.exists(home()));
    }
}
