package app.forecourt.file;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
    private static final Pattern NAMES = Pattern.compile("a\\d");

    @TempDir
    private Path folder;

    @Test
    void listsFilesWithMatchingNames() throws IOException {
        for (String name : List.of("a1", "a12", "ba1")) {
            Files.createFile(folder.resolve(name));
        }
        assertEquals(List.of(folder.resolve("a1")), PrivateFile.list(folder, NAMES));
    }

    @Test
    void missingFolderHasNoFiles() throws IOException {
        Path file = Files.createFile(folder.resolve("a1"));
        assertEmpty(PrivateFile.list(folder.resolve("missing"), NAMES));
        assertEmpty(PrivateFile.list(file, NAMES));
    }
}
