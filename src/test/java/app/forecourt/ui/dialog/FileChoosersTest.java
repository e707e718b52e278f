package app.forecourt.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChoosersTest {
    @TempDir
    Path folder;

    /** The chooser has asked about {@code card}, and not about the file with the extension. */
    @Test
    void existingFileIsNotReplaced() throws IOException {
        Path typed = folder.resolve("card");
        assertEquals(folder.resolve("card.pdf"), FileChoosers.withExtension(typed, ".pdf"));
        Files.createFile(folder.resolve("card.pdf"));
        assertEquals(folder.resolve("card (2).pdf"), FileChoosers.withExtension(typed, ".pdf"));
        Files.createFile(folder.resolve("card (2).pdf"));
        assertEquals(folder.resolve("card (3).pdf"), FileChoosers.withExtension(typed, ".pdf"));
    }
}
