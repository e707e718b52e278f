package app.forecourt.home;

import static app.forecourt.file.Folders.names;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of deleting the program's data, and nothing else. */
class DataEraserTest {
    /** Some of the names. {@link FilesPageTest} has all. */
    private static final List<String> OURS = List.of(
            "journal.db",
            "temporary/0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c/journal.db",
            "copies/journal-before.db",
            "photos/0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c.jpg");

    private static final List<String> OTHERS = List.of(
            "vocabulary.properties",
            "photos/car.jpg",
            "journal.db.mine",
            "preferences.json.txt",
            "copies/journal-2026.xlsx",
            "logs/own.log",
            "key/house.key",
            "temporary/notes.txt");

    @TempDir
    private Path temporary;

    private Path home() {
        return temporary.resolve("home");
    }

    private static void put(Path folder, List<String> names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private static Set<String> remaining(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .map(name -> name.replace('\\', '/'))
                    .collect(toSet());
        }
    }

    private List<Path> erase() throws IOException {
        return new DataEraser(new AppDirs(home())).eraseAll();
    }

    @Test
    void onlyOtherFilesStay() throws IOException {
        put(home(), OURS);
        put(home(), OTHERS);
        assertEmpty(erase());
        assertEquals(Set.copyOf(OTHERS), remaining(home()));
    }

    @Test
    void emptyHomeIsDeleted() throws IOException {
        put(home(), OURS);
        assertEmpty(erase());
        assertFalse(Files.exists(home()));
        assertEmpty(erase(), "and where there is none that is no fault");
    }

    @Test
    void fileInPlaceOfFolderStays() throws IOException {
        put(home(), List.of("copies"));
        assertEmpty(erase());
        assertEquals(Set.of("copies"), remaining(home()));
    }

    @Test
    void undeletableFileIsReported() throws IOException {
        put(home(), OURS);
        Path stays = home().resolve("journal.db");
        Files.delete(stays);
        // Not even root can delete a directory that is not empty.
        Files.createDirectory(stays);
        Files.writeString(stays.resolve("inside"), "");
        assertEquals(List.of(stays), erase());
        assertEquals(Set.of("journal.db/inside"), remaining(home()));
    }

    @Test
    void onlyOwnFilesOutsideHomeAreDeleted() throws IOException {
        put(home(), OURS);
        Path state = Files.createDirectory(temporary.resolve("state"));
        AppDirs dirs = new AppDirs(home(), false, List.of(state));
        Path ours = dirs.sentLogs().getFirst();
        Path others = new AppDirs(temporary, false, List.of(state)).sentLogs().getFirst();
        Path unfinished = state.resolve(ours.getFileName() + ".0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c.new");
        for (Path file : List.of(ours, others, unfinished)) {
            Files.writeString(file, "");
        }
        assertEmpty(new DataEraser(dirs).eraseAll());
        assertEquals(Set.of(others.getFileName().toString()), names(state));
    }

    @Test
    @Needs(SystemFeature.SYMBOLIC_LINKS)
    void targetOfLinkStays() throws IOException {
        put(home(), List.of("elsewhere/precious"));
        Files.createSymbolicLink(home().resolve("preferences.json"), home().resolve("elsewhere/precious"));
        assertEmpty(erase());
        assertEquals(Set.of("elsewhere/precious"), remaining(home()));
    }
}
