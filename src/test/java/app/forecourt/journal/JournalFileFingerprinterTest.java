package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests the fingerprint by the calls of this system. */
class JournalFileFingerprinterTest {
    private final JournalFileFingerprinter fingerprinter = new JournalFileFingerprinter();

    @TempDir
    private Path home;

    private Path file;
    private String fingerprint;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(home.resolve("journal é ł.db"), "cars");
        fingerprint = fingerprinter.of(file, "log");
    }

    private void assertSame() throws IOException {
        assertEquals(fingerprint, new JournalFileFingerprinter().of(file, "log"));
    }

    /** A restored file may have the times of the original. */
    @Test
    void onlyAnotherFileInItsPlaceDiffers() throws IOException {
        Files.writeString(file, "more cars");
        assertSame();
        var times =
                Files.getFileAttributeView(file, BasicFileAttributeView.class).readAttributes();
        Path original = Files.move(file, home.resolve("original"));
        Files.copy(original, file);
        Files.getFileAttributeView(file, BasicFileAttributeView.class)
                .setTimes(times.lastModifiedTime(), null, times.creationTime());
        assertNotEquals(fingerprint, fingerprinter.of(file, "log"));
        Files.delete(file);
        Files.move(original, file);
        assertSame();
    }

    @Test
    void startOfTheComputerIsKnown() {
        String start = fingerprinter.computerStart();
        assertNotEquals("", start);
        assertEquals(start, new JournalFileFingerprinter().computerStart());
    }

    @Test
    @EnabledOnOs(OS.WINDOWS)
    void windowsTellsComputerAndFile() throws IOException {
        assertNotEquals("", WindowsIdentity.computer());
        assertNotEquals("", WindowsIdentity.fileIndex(file));
        try (var held = FileChannel.open(
                file,
                StandardOpenOption.READ,
                ExtendedOpenOption.NOSHARE_READ,
                ExtendedOpenOption.NOSHARE_WRITE,
                ExtendedOpenOption.NOSHARE_DELETE)) {
            assertSame();
        }
    }
}
