package app.forecourt.journal;

import static app.forecourt.journal.JournalState.Kind.DAMAGED;
import static app.forecourt.journal.JournalState.Kind.NEW;
import static app.forecourt.journal.JournalState.Kind.SOUND;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of files that are no sound journal: they are moved aside whole, never overwritten, and the program goes on. */
class DamagedJournalFileTest extends JournalFixture {
    private static final long SEED = 20_260_301;
    private static final int PAGE = 4096;
    private final Random random = new Random(SEED);

    @BeforeEach
    void writeJournalOfFortyCars() {
        try (Journal journal = open()) {
            for (int number = 0; number < 40; number++) {
                complete(journal, submission(UUID.randomUUID()), ACCEPTED);
            }
        }
    }

    private void assertReplaced(byte[] bytes) throws IOException {
        assertReplaced(bytes, 40, 60);
    }

    /**
     * Asserts that a damaged file is replaced.
     *
     * @param least the fewest cars in the new file
     * @param most the most cars in the new file
     */
    private void assertReplaced(byte[] bytes, int least, int most) throws IOException {
        Files.write(file(), bytes);
        Path aside = assertMovedAside(least, most);
        assertArrayEquals(bytes, Files.readAllBytes(aside));
    }

    private Path assertMovedAside(int least, int most) throws IOException {
        Path aside;
        UUID fresh;
        try (Journal journal = open()) {
            JournalState state = journal.check();
            assertEquals(DAMAGED, state.kind());
            assertTrue(state.isDurable());
            aside = state.aside().orElseThrow();
            int cars = journal.stock().size();
            assertEquals(cars, state.recovery().orElseThrow().cars());
            assertTrue(cars >= least && cars <= most, () -> cars + " cars");
            fresh = saveCar(journal, draft("bmw", "1"));
        }
        try (Journal again = open()) {
            assertEquals(JournalState.of(SOUND), again.check());
            assertEquals(fresh, again.stock().getFirst().id());
        }
        return aside;
    }

    @Test
    void fileTruncatedAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int time = 0; time < Cases.times(4, 20); time++) {
            assertReplaced(Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)), 40, 62);
        }
        assertReplaced(Arrays.copyOf(whole, whole.length - 1), 40, 62);
        assertReplaced(Arrays.copyOf(whole, whole.length - PAGE), 40, 62);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "SQLite format 3\0", "{\"a\":1}", "garbage"})
    void emptyOrForeignFile(String text) throws IOException {
        assertReplaced(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void databaseOfAnotherProgram() throws Exception {
        Path other = home.resolve("other.db");
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = database.createStatement()) {
            statement.executeUpdate("CREATE TABLE car (id); PRAGMA user_version = 1");
        }
        assertReplaced(Files.readAllBytes(other));
    }

    @Tag("proof")
    @Test
    void folderInTheFilesPlace() throws IOException {
        Files.delete(file());
        Files.createDirectories(file().resolve("within"));
        assertTrue(Files.isDirectory(assertMovedAside(40, 40).resolve("within")));
    }

    @Test
    void eachDamagedFileGetsItsOwnName() throws IOException {
        for (String text : List.of("one", "two", "three")) {
            assertReplaced(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertEquals("one", Files.readString(file().resolveSibling("journal.db.bad")));
        assertEquals("two", Files.readString(file().resolveSibling("journal.db.bad2")));
        assertEquals("three", Files.readString(file().resolveSibling("journal.db.bad3")));
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
        writeLaterVersion(changes);
        byte[] before = Files.readAllBytes(file());
        try (Journal journal = open()) {
            assertEquals(JournalState.of(JournalState.Kind.NEWER), journal.check());
            assertEmpty(journal.stock());
            Submission waiting = submission(UUID.randomUUID());
            for (Executable write : List.<Executable>of(
                    () -> saveCar(journal, draft("bmw", "1")),
                    () -> enqueue(journal, waiting),
                    () -> journal.markSending(waiting.asSending(clock.instant())))) {
                assertEquals(
                        JournalException.Reason.NEWER,
                        assertThrows(JournalException.class, write).reason());
            }
            journal.backUp();
            assertEquals(List.of(), journal.backups(), "an empty journal pushes out no backup");
        }
        assertArrayEquals(before, Files.readAllBytes(file()));
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertEquals(
                    List.of("journal-0.changes", "journal.db"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void laterVersionInWriteAheadLogIsNoticed() throws Exception {
        try (Journal journal = open()) {
            saveCar(journal, draft("bmw", "1"));
        }
        try (var later = DriverManager.getConnection("jdbc:sqlite:" + Database.uri(file()));
                var statement = later.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.executeUpdate("PRAGMA user_version = 99");
            assertEquals(Database.SCHEMA, SqliteHeader.readSchema(file()), "the file itself does not say so yet");
            try (Journal journal = open()) {
                assertEquals(JournalState.of(JournalState.Kind.NEWER), journal.check());
            }
        }
    }

    private void writeLaterVersion(String changes) throws Exception {
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + Database.uri(file()));
                var statement = database.createStatement()) {
            statement.executeUpdate(changes + "; PRAGMA user_version = 99");
        }
    }

    /** Copies the files as a kill leaves them, while the journal is open. */
    private Path copyAsAfterKill(Journal journal, String... without) throws IOException {
        journal.stock();
        Path left = home.resolve("left").resolve("journal.db");
        Files.createDirectories(left.getParent());
        for (String part : List.of("", "-wal", "-shm")) {
            if (!List.of(without).contains(part)) {
                Files.copy(
                        file().resolveSibling("journal.db" + part),
                        left.resolveSibling("journal.db" + part),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return left;
    }

    @Test
    void missingLogAfterKillRestoresTheCheckpoint() throws IOException {
        Journal journal = open();
        saveCar(journal, draft("opel", "2"));
        Journal after = open(copyAsAfterKill(journal, "-wal"));
        assertEquals(JournalState.of(SOUND), after.check());
        assertEquals(40, after.stock().size());
        assertEquals(41, journal.stock().size());
    }

    @Test
    void halfCreatedFileIsNeverOpened() throws IOException {
        Path fresh = home.resolve("fresh").resolve("journal.db");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh.resolveSibling("journal.db.new"), "half");
        Files.writeString(fresh.resolveSibling("journal.db123.new"), "half");
        assertEquals(JournalState.of(NEW), open(fresh).open());
        assertEmpty(open(fresh).stock());
        assertEquals("half", Files.readString(fresh.resolveSibling("journal.db.new")));
    }
}
