package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that no car is sent while the journal can't be written, and that each is sent once afterwards. */
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

    private static List<String> refusals(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("refused ")).toList();
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

    /** Starts the program with a writable journal, and asserts that the car is sent once. */
    private void assertSentOnce(Path home, String number) throws Exception {
        assertEquals(0, processes.postCount(number));
        List<String> lines = processes.run(home, number, number);
        assertTrue(lines.contains("found SOUND"), lines::toString);
        assertTrue(lines.contains("before " + number), lines::toString);
        assertEquals(1, processes.postCount(number));
    }

    @Test
    void readOnlyHomeSendsNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "4m")) {
            Path home = processes.createHome("disk/home");
            processes.run(home, "first");
            disk.makeReadOnly();
            List<String> lines = processes.run(home, "A", "B", "A");
            assertEquals(3, refusals(lines).size(), lines::toString);
            assertTrue(lines.contains("car first SENT"), "the cars are shown all the same: " + lines);
            disk.makeWritable();
            assertSentOnce(home, "A");
            assertSentOnce(home, "B");
        }
    }

    @Test
    void newerSchemaSendsNothing() throws Exception {
        Path home = processes.createHome("home");
        processes.run(home, "first");
        int schema = schema(home);
        schema(home, 99);
        assertEquals(List.of("refused NEWER"), refusals(processes.run(home, "A")));
        schema(home, schema);
        assertSentOnce(home, "A");
    }

    @Test
    void lockedFileSendsNothing() throws Exception {
        Path home = processes.createHome("home");
        processes.run(home, "first");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertEquals(List.of("refused HELD"), refusals(processes.run(home, "A")));
        }
        assertSentOnce(home, "A");
    }

    @Test
    void writableHomeRefusesNothing() throws Exception {
        List<String> lines = processes.run(processes.createHome("home"), "A", "B");
        assertEquals(List.of(), refusals(lines));
        assertEquals(2, processes.postCount("A") + processes.postCount("B"));
    }
}
