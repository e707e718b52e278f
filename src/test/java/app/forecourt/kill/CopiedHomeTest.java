package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home that is copied, moved or restored while a car waits in it: the server gets the car once at most. */
class CopiedHomeTest {
    private static final String CAR = "A-1";

    @TempDir
    Path root;
    private ProcessesOnHomes desktop;
    private Path home;

    @BeforeEach
    void killWithOneCarWaiting() throws Exception {
        desktop = new ProcessesOnHomes(root);
        home = desktop.home("home");
        desktop.killWaiting(home, CAR);
    }

    @AfterEach
    void close() throws IOException {
        desktop.close();
    }

    private Object key() throws IOException {
        return Files.readAttributes(home.resolve("journal.db"), BasicFileAttributes.class).fileKey();
    }

    private void assertNeedsLook(List<String> lines) {
        assertTrue(lines.contains("car " + CAR + " UNKNOWN"), lines::toString);
    }

    @Test
    void sameHomeSendsWhatWaits() throws Exception {
        List<String> lines = desktop.run(home);
        assertEquals(1, desktop.accepted(CAR));
        assertTrue(lines.contains("car " + CAR + " SENT"), lines::toString);
    }

    @Test
    void copiedHomeAsks() throws Exception {
        ProcessesOnHomes.copy(home, root.resolve("copy"));
        desktop.run(home);
        List<String> lines = desktop.run(root.resolve("copy"));
        assertEquals(1, desktop.accepted(CAR));
        assertNeedsLook(lines);
    }

    @Test
    void copyAsksThoughItStartsFirst() throws Exception {
        ProcessesOnHomes.copy(home, root.resolve("copy"));
        assertNeedsLook(desktop.run(root.resolve("copy")));
        desktop.run(home);
        assertEquals(1, desktop.accepted(CAR));
    }

    @Test
    void copySendsWhatIsTypedThereLater() throws Exception {
        ProcessesOnHomes.copy(home, root.resolve("copy"));
        desktop.run(root.resolve("copy"));
        desktop.killWaiting(root.resolve("copy"), "B-2");
        desktop.run(root.resolve("copy"));
        assertEquals(0, desktop.accepted(CAR));
        assertEquals(1, desktop.accepted("B-2"), "the copy lives there now");
    }

    @Test
    void renamedHomeAsks() throws Exception {
        Files.move(home, root.resolve("renamed"));
        assertNeedsLook(desktop.run(root.resolve("renamed")));
        assertEquals(0, desktop.accepted(CAR));
    }

    @Test
    void copyAtTheSamePathAsks() throws Exception {
        Files.move(home, root.resolve("old"));
        ProcessesOnHomes.copy(root.resolve("old"), home);
        assertNeedsLook(desktop.run(home));
        assertEquals(0, desktop.accepted(CAR));
    }

    @Test
    void restoreInPlaceAsks() throws Exception {
        ProcessesOnHomes.copy(home, root.resolve("backup"));
        desktop.run(home);
        assertEquals(1, desktop.accepted(CAR));
        Object file = key();
        ProcessesOnHomes.copy(root.resolve("backup"), home);
        assertEquals(file, key());
        assertNeedsLook(desktop.run(home));
        assertEquals(1, desktop.accepted(CAR));
    }

    @Test
    void homeWithoutItsStateDirectoryAsks() throws Exception {
        try (Stream<Path> files = Files.list(desktop.state())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertNeedsLook(desktop.run(home));
        assertEquals(0, desktop.accepted(CAR));
    }

    @Test
    void waitingOverADayAsks() throws Exception {
        desktop.goAhead(25);
        assertNeedsLook(desktop.run(home));
        assertEquals(0, desktop.accepted(CAR));
    }

    @Test
    void waitingUnderADayIsSent() throws Exception {
        desktop.goAhead(23);
        desktop.run(home);
        assertEquals(1, desktop.accepted(CAR));
    }
}
