package app.forecourt.journal;

import static app.forecourt.journal.JournalOpenState.Kind.DAMAGED;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.SqliteHeader;
import app.forecourt.stock.Submission;
import app.forecourt.testing.Cases;
import app.forecourt.testing.ProofTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of files that are no sound journal: they are moved aside whole, never overwritten, and the program goes on. */
class DamagedJournalFileTest extends JournalFixture {
    private static final long SEED = 20_260_301;
    private final Random random = new Random(SEED);

    @BeforeEach
    void writeJournal() {
        sendFortyCars();
    }

    /** Asserts that a damaged file is replaced by a new one with all cars. */
    private void assertReplaced(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        assertArrayEquals(bytes, Files.readAllBytes(assertMovedAside()));
    }

    private Path assertMovedAside() throws IOException {
        Path aside;
        UUID fresh;
        try (Journal journal = open()) {
            JournalOpenState state = journal.check();
            assertEquals(DAMAGED, state.kind());
            assertTrue(state.isDurable());
            aside = state.aside().orElseThrow();
            int cars = journal.stock().size();
            assertEquals(cars, state.recovery().orElseThrow().cars());
            assertTrue(cars >= 40 && cars <= 62, () -> cars + " cars");
            fresh = saveCar(journal);
        }
        try (Journal again = open()) {
            assertSound(again);
            assertEquals(fresh, again.stock().getFirst().id());
        }
        return aside;
    }

    @Test
    void fileTruncatedAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int time = 0; time < Cases.times(4, 20); time++) {
            assertReplaced(Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
        }
        assertReplaced(Arrays.copyOf(whole, whole.length - 1));
        assertReplaced(Arrays.copyOf(whole, whole.length - PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "SQLite format 3\0", "{\"a\":1}", "garbage"})
    void emptyOrForeignFile(String text) throws IOException {
        assertReplaced(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void databaseOfAnotherProgram() throws Exception {
        Path other = home.resolve("other.db");
        execute(other, "CREATE TABLE car (id); PRAGMA user_version = 1");
        assertReplaced(Files.readAllBytes(other));
    }

    @ProofTest
    void folderInTheFilesPlace() throws IOException {
        Files.delete(file());
        Files.createDirectories(file().resolve("within"));
        assertTrue(Files.isDirectory(assertMovedAside().resolve("within")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ALTER TABLE car ADD COLUMN colour TEXT; CREATE TABLE more (id INT) STRICT;",
                "ALTER TABLE car RENAME COLUMN mark TO label",
                "UPDATE attempt SET state = 'parked'"
            })
    void fileOfLaterVersionIsLeftAlone(String changes) throws Exception {
        execute(file(), changes + "; PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file());
        try (Journal journal = open()) {
            assertEquals(JournalOpenState.of(JournalOpenState.Kind.NEWER), journal.check());
            assertEmpty(journal.stock());
            Submission waiting = submission();
            for (Executable write : List.<Executable>of(
                    () -> saveCar(journal),
                    () -> enqueue(journal, waiting),
                    () -> journal.markSending(waiting.asSending(now())))) {
                assertEquals(
                        JournalException.Reason.NEWER,
                        assertThrows(JournalException.class, write).reason());
            }
            journal.backUp();
            assertEmpty(journal.backups(), "an empty journal pushes out no backup");
        }
        assertArrayEquals(before, Files.readAllBytes(file()));
        assertEquals(Set.of("journal-0.changes", "journal.db"), fileNames(file().getParent()));
    }

    @Test
    void laterVersionInWriteAheadLogIsNoticed() throws Exception {
        try (Journal journal = open()) {
            saveCar(journal);
        }
        try (var later = DriverManager.getConnection("jdbc:sqlite:" + Database.uri(file()));
                var statement = later.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.executeUpdate("PRAGMA user_version = 99");
            assertEquals(Database.SCHEMA, SqliteHeader.readSchema(file()), "the file itself does not say so yet");
            try (Journal journal = open()) {
                assertEquals(JournalOpenState.of(JournalOpenState.Kind.NEWER), journal.check());
            }
        }
    }
}
