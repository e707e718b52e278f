package app.forecourt.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fsync of a directory after a rename. */
class DirectorySyncTest {
    @TempDir
    private Path folder;

    @Test
    void directoryIsForcedIfPossible() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        assertEquals(!windows, DirectorySync.force(folder));
        assertEquals(!windows, DirectorySync.forceParentOf(folder.resolve("file")));
    }

    @Test
    void missingDirectoryIsIgnored() {
        assertFalse(DirectorySync.force(folder.resolve("gone")));
    }
}
