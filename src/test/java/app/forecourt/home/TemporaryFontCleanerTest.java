package app.forecourt.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.file.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFontCleanerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void oldFontsAreDeleted() throws Exception {
        for (String name : List.of("+JXF1.tmp", "+JXF22.tmp", "+JXF3.ttf", "a+JXF4.tmp")) {
            Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(NOON));
        }
        Files.setLastModifiedTime(folder.resolve("+JXF22.tmp"), FileTime.from(NOON.plusSeconds(1)));
        TemporaryFontCleaner.clean(folder, NOON.plusSeconds(1));
        assertEquals(Set.of("+JXF22.tmp", "+JXF3.ttf", "a+JXF4.tmp"), Folders.names(folder));
    }
}
