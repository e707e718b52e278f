package app.forecourt.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests where SQLite and JNA unpack their libraries. */
class UnpackedLibrariesTest {
    @TempDir
    private Path home;

    private final Properties system = new Properties();

    private void prepare() {
        UnpackedLibraries.prepare(new AppDirs(home), system);
    }

    @Test
    void leftoversOfAKillAreDeleted() throws IOException {
        Path folder = home.resolve("unpacked");
        prepare();
        Files.createFile(folder.resolve("sqlite-3.54.1.0-0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c-sqlitejdbc.dll"));
        Files.createFile(folder.resolve("jna123.dll"));
        Path other = Files.createFile(folder.resolve("notes.dll"));
        prepare();
        try (var left = Files.list(folder)) {
            assertEquals(List.of(other), left.toList());
        }
        assertEquals(Set.of(folder.toString()), Set.copyOf(system.values()));
    }

    @Test
    void packageUnpacksNothing() {
        system.setProperty("org.sqlite.lib.path", "app");
        prepare();
        assertFalse(Files.exists(home.resolve("unpacked")));
        assertEquals(1, system.size());
    }
}
