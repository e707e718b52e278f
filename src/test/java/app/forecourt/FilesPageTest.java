package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.manual.ManualPage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of all files, compared with {@link AppDirs} and with what {@link DataEraser} deletes. */
class FilesPageTest {
    private static final String HEADER = "| name | holds | if it is lost | deleted |";

    @TempDir
    private Path temporary;
    private AppDirs dirs;

    @BeforeEach
    void createDirs() {
        dirs = new AppDirs(temporary.resolve("home"), false, List.of(temporary.resolve("state")));
    }

    /** Returns the last cell, whether a file is deleted, by the name of the file. */
    private static Map<String, String> documented(String section) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (List<String> row : ManualPage.read("reference/files.md").section(section).table(HEADER)) {
            ManualPage.code(row.getFirst()).forEach(name -> cells.put(name, row.getLast()));
        }
        return cells;
    }

    /** Returns an example of a name with placeholders. */
    private Path example(Path folder, String name) {
        String id = dirs.sentLogs().getFirst().getFileName().toString().replace(".sent", "");
        return folder.resolve(name.replace("UUID", "0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c")
                .replace("DATE", "2026-11-27").replace("ID8", id.substring(0, 8)).replace("ID", id)
                .replaceAll("N$", "2").replace(".N.", ".2."));
    }

    private Map<Path, String> examples() throws IOException {
        Map<Path, String> examples = new TreeMap<>();
        documented("In the data folder")
                .forEach((name, cell) -> examples.put(example(dirs.home(), name), cell));
        documented("Outside the data folder")
                .forEach((name, cell) -> examples.put(example(dirs.stateFolders().getFirst(), name), cell));
        return examples;
    }

    @Test
    void deletedFilesAreDeletedAndOthersStay() throws IOException {
        Map<Path, String> examples = examples();
        for (Path file : examples.keySet()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        assertEquals(List.of(),
                new DataEraser(dirs, Files.createDirectories(temporary.resolve("tmp"))).eraseAll());
        Map<Path, String> actual = new TreeMap<>();
        examples.keySet().forEach(file -> actual.put(file, Files.exists(file) ? "no" : "yes"));
        assertEquals(examples, actual);
    }

    @Test
    void everyPlaceOfTheCodeIsNamed() throws Exception {
        Set<Path> places = new TreeSet<>();
        for (Method place : AppDirs.class.getDeclaredMethods()) {
            if (place.getParameterCount() == 0 && place.getReturnType() == Path.class
                    && !Modifier.isPrivate(place.getModifiers()) && !place.getName().equals("home")) {
                places.add((Path) place.invoke(dirs));
            }
        }
        places.addAll(dirs.sockets());
        places.addAll(dirs.sentLogs());
        assertTrue(places.size() >= 11, () -> "" + places);
        Set<Path> named = examples().keySet().stream().flatMap(file -> Stream.of(file, file.getParent()))
                .collect(Collectors.toSet());
        assertEquals(List.of(), places.stream().filter(place -> !named.contains(place)).toList());
    }
}
