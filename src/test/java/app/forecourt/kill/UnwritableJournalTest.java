package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cars that are sent while the journal can't be written: asked about before, and at the next start. */
class UnwritableJournalTest {
    @TempDir
    Path root;
    private ProcessesOnHomes desktop;

    @BeforeEach
    void open() throws IOException {
        desktop = new ProcessesOnHomes(root);
    }

    @AfterEach
    void close() throws IOException {
        desktop.close();
    }

    private static long questions(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("question ")).count();
    }

    private static void schema(Path home, int version) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA user_version = " + version);
        }
    }

    private static int schema(Path home) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = other.createStatement()) {
            return statement.executeQuery("PRAGMA user_version").getInt(1);
        }
    }

    /** Starts the program where the journal can be written, and the car is known to need a look. */
    private void assertAskedFor(Path home, String number) throws Exception {
        List<String> lines = desktop.run(home, number);
        assertTrue(lines.contains("found SOUND"), lines::toString);
        assertTrue(lines.contains("before " + number), lines::toString);
        assertTrue(lines.contains("car " + number + " UNKNOWN"), lines::toString);
        assertEquals(1, desktop.accepted(number));
        try (Stream<Path> notes = Files.walk(desktop.state())) {
            for (Path note : notes.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(note).contains(number), "it is merged, and the note deleted");
            }
        }
    }

    @Test
    void readOnlyHomeAsksBeforeEach() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(root.resolve("disk"), "4m")) {
            Path home = desktop.home("disk/home");
            desktop.run(home, "first");
            disk.closeToWriting();
            List<String> lines = desktop.run(home, "A", "B", "A");
            assertEquals(2, questions(lines), lines::toString);
            assertTrue(lines.contains("before A"), lines::toString);
            assertEquals(1, desktop.accepted("A"));
            assertEquals(1, desktop.accepted("B"));
            List<String> next = desktop.run(home, "A");
            assertTrue(next.contains("before A"), "still read-only, and known all the same: " + next);
            disk.openToWriting();
            assertAskedFor(home, "A");
            assertAskedFor(home, "B");
        }
    }

    @Test
    void newerSchemaAsks() throws Exception {
        Path home = desktop.home("home");
        desktop.run(home, "first");
        int schema = schema(home);
        schema(home, 99);
        List<String> lines = desktop.run(home, "A");
        assertEquals(1, questions(lines), lines::toString);
        assertEquals(1, desktop.accepted("A"));
        schema(home, schema);
        assertAskedFor(home, "A");
    }

    @Test
    void heldFileAsks() throws Exception {
        Path home = desktop.home("home");
        desktop.run(home, "first");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<String> lines = desktop.run(home, "A");
            assertEquals(1, questions(lines), lines::toString);
            assertEquals(1, desktop.accepted("A"));
        }
        assertAskedFor(home, "A");
    }

    @Test
    void writableHomeAsksNothing() throws Exception {
        List<String> lines = desktop.run(desktop.home("home"), "A", "B");
        assertEquals(0, questions(lines));
        assertEquals(2, desktop.accepted("A") + desktop.accepted("B"));
    }
}
