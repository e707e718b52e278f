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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cars that are sent while the journal can't be written. The program asks before each, and knows them at the next
 * start.
 */
@Tag("stress")
class UnwritableJournalTest {
    @TempDir
    Path root;

    private ProcessesOnHomes processes;

    @BeforeEach
    void open() throws IOException {
        processes = new ProcessesOnHomes(root);
    }

    @AfterEach
    void close() throws IOException {
        processes.close();
    }

    private static long questions(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("question ")).count();
    }

    private static void schema(Path home, int version) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + version);
        }
    }

    private static int schema(Path home) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("PRAGMA user_version").getInt(1);
        }
    }

    /** Starts the program with a writable journal, and asserts that the car is known with an unknown outcome. */
    private void assertKnownAsUnknown(Path home, String number) throws Exception {
        List<String> lines = processes.run(home, number);
        assertTrue(lines.contains("found SOUND"), lines::toString);
        assertTrue(lines.contains("before " + number), lines::toString);
        assertTrue(lines.contains("car " + number + " UNKNOWN"), lines::toString);
        assertEquals(1, processes.postCount(number));
        try (Stream<Path> notes = Files.walk(processes.state())) {
            for (Path note : notes.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(note).contains(number), "it is merged, and the note deleted");
            }
        }
    }

    @Tag("proof")
    @Test
    void readOnlyHomeAsksBeforeEach() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "4m")) {
            Path home = processes.createHome("disk/home");
            processes.run(home, "first");
            disk.makeReadOnly();
            List<String> lines = processes.run(home, "A", "B", "A");
            assertEquals(2, questions(lines), lines::toString);
            assertTrue(lines.contains("before A"), lines::toString);
            assertEquals(1, processes.postCount("A"));
            assertEquals(1, processes.postCount("B"));
            List<String> next = processes.run(home, "A");
            assertTrue(next.contains("before A"), "still read-only, and known all the same: " + next);
            disk.makeWritable();
            assertKnownAsUnknown(home, "A");
            assertKnownAsUnknown(home, "B");
        }
    }

    @Tag("proof")
    @Test
    void newerSchemaSendsNothing() throws Exception {
        Path home = processes.createHome("home");
        processes.run(home, "first");
        int schema = schema(home);
        schema(home, 99);
        List<String> lines = processes.run(home, "A");
        assertTrue(lines.contains("refused NEWER"), lines::toString);
        assertEquals(0, questions(lines), lines::toString);
        assertEquals(0, processes.postCount("A"));
        schema(home, schema);
        assertTrue(processes.run(home, "A").contains("car A SENT"));
        assertEquals(1, processes.postCount("A"));
    }

    @Tag("proof")
    @Test
    void lockedFileAsks() throws Exception {
        Path home = processes.createHome("home");
        processes.run(home, "first");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<String> lines = processes.run(home, "A");
            assertEquals(1, questions(lines), lines::toString);
            assertEquals(1, processes.postCount("A"));
        }
        assertKnownAsUnknown(home, "A");
    }

    @Tag("proof")
    @Test
    void writableHomeDoesNotAsk() throws Exception {
        List<String> lines = processes.run(processes.createHome("home"), "A", "B");
        assertEquals(0, questions(lines));
        assertEquals(2, processes.postCount("A") + processes.postCount("B"));
    }
}
