package app.forecourt.journal;

import static app.forecourt.journal.JournalState.Kind.DAMAGED;
import static app.forecourt.journal.JournalState.Kind.NEW;
import static app.forecourt.journal.JournalState.Kind.SOUND;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.SqliteHeader;
import app.forecourt.stock.Submission;
import app.forecourt.testing.Cases;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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

    @Tag("proof")
    @Test
    void anyPageOverwrittenWithGarbage() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int page :
                Cases.some(4, IntStream.range(0, whole.length / PAGE).boxed().toList())) {
            byte[] broken = whole.clone();
            byte[] garbage = new byte[PAGE];
            random.nextBytes(garbage);
            System.arraycopy(garbage, 0, broken, page * PAGE, PAGE);
            assertReplaced(broken, 40, 200);
        }
    }

    @Test
    void fileFullOfGarbage() throws IOException {
        byte[] garbage = new byte[100_000];
        random.nextBytes(garbage);
        assertReplaced(garbage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "SQLite format 3\0", "{\"a\":1}"})
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
    void killLosesNoWrites() throws IOException {
        Journal journal = open();
        UUID late = saveCar(journal, draft("opel", "2"));
        Journal after = open(copyAsAfterKill(journal));
        assertEquals(JournalState.of(SOUND), after.check());
        assertEquals("opel", row(after, late).orElseThrow().text(CarField.BRAND));
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
    void garbageLogIsIgnored() throws IOException {
        Journal journal = open();
        saveCar(journal, draft("opel", "2"));
        Path left = copyAsAfterKill(journal);
        byte[] garbage = new byte[50_000];
        random.nextBytes(garbage);
        Files.write(left.resolveSibling("journal.db-wal"), garbage);
        Journal after = open(left);
        assertEquals(JournalState.of(SOUND), after.check());
        assertEquals(40, after.stock().size());
    }

    @Test
    void damageAfterKillKeepsTheRowsOfTheLog() throws IOException {
        Journal journal = open();
        saveCar(journal, draft("opel", "2"));
        Path left = copyAsAfterKill(journal);
        byte[] whole = Files.readAllBytes(left);
        // A page that is not in the log.
        Arrays.fill(whole, whole.length - PAGE, whole.length, (byte) 0x5a);
        Files.write(left, whole);
        JournalState state = open(left).check();
        assertEquals(DAMAGED, state.kind());
        assertEquals(whole.length, Files.size(state.aside().orElseThrow()));
        assertFalse(Files.exists(left.resolveSibling("journal.db.bad-shm")));
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

    @Test
    void clockSetBackADayLosesNothing() {
        Journal journal = open();
        UUID before = saveCar(journal, draft("opel", "1"));
        clock.advance(Duration.ofDays(-1));
        TypedCars.save(journal, before, draft("opel", "2"), Set.of());
        UUID after = saveCar(journal, draft("fiat", "3"));
        Submission waiting = enqueue(journal, submission(after)).asSending(clock.instant());
        waiting = waiting.asWaiting(
                clock.instant(),
                new app.forecourt.autochat.SendOutcome.NotSent(app.forecourt.autochat.FailureCause.UNREACHABLE),
                clock.instant().plusSeconds(8));
        journal.update(waiting);
        Journal again = open();
        assertEquals(draft("opel", "2"), again.car(before).orElseThrow().draft());
        assertEquals(List.of(waiting), again.waitingSubmissions());
        assertEquals(42, again.stock().size());
        assertEquals(
                Optional.of(clock.instant().plusSeconds(8)),
                again.waitingSubmissions().getFirst().due());
    }
}
