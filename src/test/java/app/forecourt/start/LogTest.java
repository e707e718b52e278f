package app.forecourt.start;

import static app.forecourt.file.FileModes.assertMode;
import static app.forecourt.file.FileModes.setMode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.file.Folders;
import app.forecourt.secret.Redaction;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Tests of the log: format, rotation, permissions, and directories that can't be written. */
@Isolated("all logs of a program are one")
class LogTest {
    private static final ZoneId ZONE = ZoneOffset.ofHours(2);

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("logs");
    }

    private Log openLog() {
        return new Log(folder(), () -> ZONE, new Redaction());
    }

    private String written() throws IOException {
        return Files.readString(folder().resolve("forecourt.0.log"));
    }

    private Set<String> names() throws IOException {
        return Folders.names(folder());
    }

    @Test
    void entryIsOneLineWithTimeAndLevel() throws IOException {
        try (Log log = openLog()) {
            log.write(Level.WARNING, "Disk {0} is\nfull\r\n", null);
        }
        String line = written().lines().findFirst().orElseThrow();
        assertTrue(
                line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+02:00 WARNING "
                        + "app\\.forecourt Disk \\{0} is full"),
                line);
    }

    @Test
    void startAndEndAreLogged() throws IOException {
        Log log = openLog();
        log.writeStart("0.1.0");
        log.close();
        List<String> lines = written().lines().toList();
        assertEquals(2, lines.size(), "" + lines);
        assertTrue(
                lines.get(0).contains("Forecourt 0.1.0 begins: Java " + System.getProperty("java.version"))
                        && lines.get(0).contains(System.getProperty("os.name"))
                        && lines.get(0).endsWith(home.toString()),
                lines.get(0));
        assertTrue(lines.get(1).endsWith(" INFO app.forecourt Forecourt ends"), lines.get(1));
    }

    @Test
    void nextStartAppends() throws IOException {
        for (String version : List.of("1", "2")) {
            try (Log log = openLog()) {
                log.writeStart(version);
            }
        }
        assertEquals(4, written().lines().count());
        assertEquals(Set.of("forecourt.0.log"), names());
    }

    @Test
    void rotatedFilesAreLimitedInAPrivateFolder() throws IOException {
        // An earlier version left such a mode.
        Files.createDirectories(folder());
        setMode("rwxr-xr-x", folder());
        String kilobyte = "x".repeat(1000);
        try (Log log = openLog()) {
            log.write(Level.INFO, "the oldest", null);
            assertMode("rwx------", folder());
            for (int number = 0; number < 3200; number++) {
                log.write(Level.INFO, kilobyte, null);
            }
            log.write(Level.INFO, "the newest", null);
        }
        assertEquals(Set.of("forecourt.0.log", "forecourt.1.log", "forecourt.2.log"), names());
        assertTrue(written().contains("the newest"));
        for (String name : names()) {
            Path file = folder().resolve(name);
            assertTrue(Files.size(file) < (1 << 20) + 2000, name + " " + Files.size(file));
            assertFalse(Files.readString(file).contains("the oldest"), name);
        }
        assertTrue(Files.size(folder().resolve("forecourt.2.log")) > (1 << 20) - 2000);
    }

    @Test
    void unwritableFolderIsIgnored() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");
        assertEquals("", printed(() -> {
            try (Log log = openLog()) {
                log.writeStart("1");
                log.write(Level.SEVERE, "Fault", new IllegalStateException());
            }
        }));
    }

    @Test
    @Needs(SystemFeature.UNIX_FILES)
    void fullDiskIsIgnored() throws IOException {
        Files.createDirectories(folder());
        Path full = Path.of("/dev/full");
        Set<PosixFilePermission> open = Files.getPosixFilePermissions(full);
        Path link = Files.createSymbolicLink(folder().resolve("forecourt.0.log"), full);
        assertEquals("", printed(() -> {
            try (Log log = openLog()) {
                log.writeStart("1");
            }
        }));
        assertEquals(open, Files.getPosixFilePermissions(full), "what a link leads to stays as it is");
        // JUnit warns about a link that leads out of its directory.
        Files.delete(link);
    }

    /** Returns the text that a task writes to the console. */
    private static String printed(Runnable task) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream original = System.err;
        System.setErr(new PrintStream(bytes, true));
        try {
            task.run();
        } finally {
            System.setErr(original);
        }
        return bytes.toString();
    }

    @Test
    void percentSignInFolderNameIsEscaped() throws IOException {
        Path folder = home.resolve("100%u%g %t");
        try (Log log = new Log(folder, () -> ZONE, new Redaction())) {
            log.writeStart("1");
        }
        assertTrue(Files.exists(folder.resolve("forecourt.0.log")));
    }

    @Test
    void closedLogOpensNoFile() {
        Log log = openLog();
        log.close();
        log.writeStart("1");
        assertFalse(Files.exists(folder()));
    }
}
