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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cars that are to be sent while the journal can't be written: nothing leaves. They leave once it can be written. */
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

    /** Asserts that a car, which could not be sent, is sent once now. */
    private void assertSentNow(Path home, String number) throws Exception {
        List<String> lines = processes.run(home, number);
        assertTrue(lines.contains("found SOUND"), lines::toString);
        assertTrue(lines.contains("car " + number + " SENT"), lines::toString);
        assertEquals(1, processes.postCount(number));
    }

    @Tag("proof")
    @Test
    void readOnlyHomeSendsNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "4m")) {
            Path home = processes.createHome("disk/home");
            processes.run(home, "first");
            disk.makeReadOnly();
            List<String> lines = processes.run(home, "A", "first");
            assertTrue(lines.contains("refused READ_ONLY"), lines::toString);
            assertTrue(lines.contains("before first"), lines::toString);
            assertEquals(0, processes.postCount("A"));
            assertEquals(1, processes.postCount("first"));
            disk.makeWritable();
            assertSentNow(home, "A");
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
        assertEquals(0, processes.postCount("A"));
        schema(home, schema);
        assertTrue(processes.run(home, "A").contains("car A SENT"));
        assertEquals(1, processes.postCount("A"));
    }

    @Tag("proof")
    @Test
    void lockedFileSendsNothing() throws Exception {
        Path home = processes.createHome("home");
        processes.run(home, "first");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<String> lines = processes.run(home, "A");
            assertTrue(lines.contains("refused HELD"), lines::toString);
            assertEquals(0, processes.postCount("A"));
        }
        assertSentNow(home, "A");
    }
}
