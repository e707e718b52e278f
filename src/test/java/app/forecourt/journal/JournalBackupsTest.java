package app.forecourt.journal;

import static app.forecourt.journal.database.JournalException.Reason.DAMAGED;
import static app.forecourt.journal.database.JournalException.Reason.NEWER;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the daily backups and of restoring one. */
class JournalBackupsTest extends JournalFixture {

    private Path otherComputer() {
        return home.resolve("other computer").resolve("journal.db");
    }

    private List<String> backupNames() throws IOException {
        try (Stream<Path> files = Files.list(backups())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("recent-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void oneBackupADayAndNoneWithoutCars() throws IOException {
        Journal journal = open();
        journal.backUp();
        assertEmpty(journal.backups());
        UUID car = saveCar(journal, draft("bmw", "1"));
        journal.backUp();
        byte[] first = Files.readAllBytes(journal.backups().getFirst());
        TypedCars.save(journal, car, draft("opel", "2"), Set.of());
        journal.backUp();
        assertEquals(List.of("journal-2026-03-01.db"), backupNames());
        assertArrayEquals(first, Files.readAllBytes(journal.backups().getFirst()));
        clock.advance(Duration.ofDays(1));
        journal.backUp();
        assertEquals(List.of("journal-2026-03-01.db", "journal-2026-03-02.db"), backupNames());
        assertEquals(
                backups().resolve("journal-2026-03-02.db"), journal.backups().getFirst());
    }

    @Test
    void sevenBackupsAreKeptAndOtherFilesStay() throws IOException {
        Journal journal = open();
        saveCar(journal, draft("bmw", "1"));
        Files.createDirectories(backups());
        Files.writeString(backups().resolve("notes.txt"), "hers");
        for (int day = 1; day <= 9; day++) {
            journal.backUp();
            clock.advance(Duration.ofDays(1));
        }
        assertEquals(
                List.of(
                        "journal-2026-03-03.db",
                        "journal-2026-03-04.db",
                        "journal-2026-03-05.db",
                        "journal-2026-03-06.db",
                        "journal-2026-03-07.db",
                        "journal-2026-03-08.db",
                        "journal-2026-03-09.db",
                        "notes.txt"),
                backupNames());
    }

    @Test
    void oldestBackupsAreDeletedAboveTheByteLimit() throws Exception {
        Path folder = home.resolve("bounded");
        LargeJournal.write(file(), 50, 0, clock.instant());
        try (Database database = Database.open(file())) {
            Path whole = home.resolve("whole.db");
            database.copyTo(whole);
            long one = Files.size(whole);
            JournalBackups bounded = new JournalBackups(folder, 3 * one);
            for (int day = 1; day <= 6; day++) {
                bounded.backUp(database, day, clock);
                clock.advance(Duration.ofDays(1));
            }
            assertEquals(
                    List.of("journal-2026-03-06.db", "journal-2026-03-05.db", "journal-2026-03-04.db"),
                    bounded.all().stream()
                            .map(path -> path.getFileName().toString())
                            .toList());
            JournalBackups tight = new JournalBackups(folder, one / 2);
            tight.backUp(database, 7, clock);
            assertEquals(List.of(folder.resolve("journal-2026-03-07.db")), tight.all(), "the newest stays");
        }
    }

    @Test
    void backupIsMadeAfterAClockThatWasAhead() {
        Journal journal = open();
        saveCar(journal, draft("bmw", "1"));
        clock.advance(Duration.ofDays(1000));
        for (int day = 0; day < 8; day++) {
            journal.backUp();
            clock.advance(Duration.ofDays(1));
        }
        clock.advance(Duration.ofDays(-1008));
        journal.backUp();
        assertEquals(
                backups().resolve("journal-2026-03-01.db"), journal.backups().getLast());
        assertEquals(7, journal.backups().size());
    }

    @Test
    void halfWrittenBackupIsIgnored() throws IOException {
        Journal journal = open();
        saveCar(journal, draft("bmw", "1"));
        Files.createDirectories(backups());
        Files.writeString(backups().resolve("journal-2026-03-01.db.new"), "half");
        assertEmpty(journal.backups());
        journal.backUp();
        assertEquals(List.of("journal-2026-03-01.db"), backupNames());
    }

    @Test
    void failedBackupDoesNotStopTheJournal() throws IOException {
        Journal journal = open();
        UUID car = saveCar(journal, draft("bmw", "1"));
        Files.writeString(backups(), "in the way");
        journal.backUp();
        assertEquals(car, journal.stock().getFirst().id());
        assertEquals("in the way", Files.readString(backups()));
    }

    @Test
    void restoreBringsCarsBackAndLosesNothingNewer() {
        Journal journal = open();
        UUID changed = saveCar(journal, draft("bmw", "as it was"));
        UUID deleted = saveCar(journal, draft("bmw", "deleted since"));
        Submission further = enqueue(journal, submission(UUID.randomUUID()));
        Submission asked = complete(journal, submission(UUID.randomUUID()), UNKNOWN);
        journal.backUp();
        // The result is the same with a clock that was set back.
        clock.advance(Duration.ofHours(-5));
        TypedCars.save(journal, changed, draft("bmw", "spoilt"), Set.of());
        journal.setMark(deleted, DELETED, Optional.of(clock.instant()));
        UUID begunSince = saveCar(journal, draft("opel", "new"));
        further = further.asSending(clock.instant()).withOutcome(clock.instant(), ACCEPTED);
        journal.update(further);
        journal.setVerdict(asked.car(), STAGING, UserVerdict.NONE, IT_IS_THERE);
        Submission sentSince = complete(journal, submission(changed), ACCEPTED);
        Submission waiting = enqueue(journal, submission(UUID.randomUUID()));

        journal.restore(journal.backups().getFirst());

        Journal again = open();
        StoredCar back = again.car(changed).orElseThrow();
        assertEquals(draft("bmw", "as it was"), back.draft());
        assertEquals(List.of(sentSince), back.submissions());
        assertEquals(StockMark.NONE, again.car(deleted).orElseThrow().mark());
        assertEquals(draft("opel", "new"), again.car(begunSince).orElseThrow().draft());
        assertEquals(
                SubmissionState.ACCEPTED, onlySubmission(again, further.car()).state());
        assertEquals(ACCEPTED, onlySubmission(again, further.car()).outcome().orElseThrow());
        assertEquals(IT_IS_THERE, onlySubmission(again, asked.car()).verdict());
        assertEquals(List.of(waiting), again.waitingSubmissions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "cut",
                "cut by a byte",
                "PRAGMA user_version = 99",
                "PRAGMA application_id = 7",
                "ALTER TABLE attempt RENAME COLUMN said TO told",
                "UPDATE attempt SET state = 'parked'",
                "UPDATE attempt SET profile = 'moon'",
                "UPDATE car SET mark = 'lent'",
                "UPDATE car SET id = 'not-a-uuid' WHERE rowid = 1",
                "PRAGMA foreign_keys = OFF; UPDATE attempt SET car = '" + "0ddba11e-0000-4000-8000-000000000000'",
                "UPDATE attempt SET begun = -1"
            })
    void damagedBackupIsRefusedAndNothingChanged(String damage) throws Exception {
        Path copy = home.resolve("copy.db");
        try (Journal there = open(otherComputer())) {
            for (int car = 0; car < 20; car++) {
                complete(there, submission(UUID.randomUUID()), ACCEPTED);
            }
            copy(there, copy);
        }
        byte[] whole = Files.readAllBytes(copy);
        switch (damage) {
            case "", "garbage" -> Files.writeString(copy, damage);
            case "cut" -> Files.write(copy, Arrays.copyOf(whole, whole.length / 2));
            case "cut by a byte" -> Files.write(copy, Arrays.copyOf(whole, whole.length - 1));
            default -> {
                try (var database = DriverManager.getConnection("jdbc:sqlite:" + copy);
                        var statement = database.createStatement()) {
                    statement.executeUpdate(damage);
                }
            }
        }
        byte[] given = Files.readAllBytes(copy);
        Journal here = open();
        saveCar(here, draft("bmw", "1"));
        List<StockRow> before = here.stock();
        var refused = assertThrows(JournalException.class, () -> here.restore(copy));
        assertEquals(damage.endsWith("99") ? NEWER : DAMAGED, refused.reason());
        assertEquals(before, here.stock());
        assertArrayEquals(given, Files.readAllBytes(copy));
        assertFalse(Files.exists(backups().resolve("recent-0.db.new")));
        // The journal still works.
        saveCar(here, draft("bmw", "2"));
        assertEquals(2, open().stock().size());
    }

    @Test
    void missingBackupIsReportedAsDamaged() {
        assertEquals(
                DAMAGED,
                assertThrows(JournalException.class, () -> open().restore(home.resolve("gone.db")))
                        .reason());
    }

    @Test
    void restoreLeavesNoTemporaryFiles() throws IOException {
        Journal journal = open();
        saveCar(journal, draft("bmw", "1"));
        journal.backUp();
        journal.restore(journal.backups().getFirst());
        assertEquals(List.of("journal-2026-03-01.db", "journal-before.db"), backupNames(), "a restore can be undone");
    }
}
