package app.forecourt.journal;

import static app.forecourt.journal.JournalState.Kind.NEW;
import static app.forecourt.journal.JournalState.Kind.SOUND;
import static app.forecourt.journal.JournalState.Kind.UNWRITABLE;
import static app.forecourt.journal.database.JournalException.Reason.READ_ONLY;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.TypedCars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests of a full or read-only disk: the state is reported, no acknowledged write is lost, no submission can be saved,
 * and the first write after that opens the file.
 */
class FullDiskTest extends JournalFixture {
    private static final CarDraft LONG = CarDraft.of(Map.of(CarField.DESCRIPTION, "long ".repeat(2_000)), List.of());

    private SmallDisk disk() throws Exception {
        return SmallDisk.mount(home.resolve("disk"), "2m");
    }

    private Path fileOnDisk() {
        return home.resolve("disk").resolve("forecourt").resolve("journal.db");
    }

    /** Saves cars until the journal reports a full disk, and returns the saved ones. */
    private Set<UUID> saveUntilFull(Journal journal) {
        var saved = new HashSet<UUID>();
        var full = assertThrows(JournalException.class, () -> {
            while (true) {
                saved.add(saveCar(journal, LONG));
            }
        });
        assertEquals(JournalException.Reason.FULL, full.reason());
        return saved;
    }

    private static Set<UUID> cars(Journal journal) {
        return journal.stock().stream().map(StockRow::id).collect(Collectors.toSet());
    }

    private void assertNothingCanBeWritten(Journal journal, JournalException.Reason reason) {
        Submission submission = submission(UUID.randomUUID());
        var unsaved =
                assertThrows(JournalException.class, () -> TypedCars.save(journal, submission.car(), LONG, Set.of()));
        assertEquals(reason, unsaved.reason());
        assertThrows(JournalException.class, () -> enqueue(journal, submission));
        assertThrows(JournalException.class, () -> journal.markSending(submission.asSending(clock.instant())));
        journal.backUp();
        assertEmpty(journal.backups());
    }

    /** Saves a car in a journal that can be written again, and asserts that the model gets one report. */
    private UUID assertWritableAgain(Journal journal, JournalState.Kind kind) {
        var told = new ArrayList<JournalState>();
        journal.whenReopened(told::add);
        UUID typed = saveCar(journal, LONG);
        saveCar(journal, LONG);
        assertEquals(List.of(kind), told.stream().map(JournalState::kind).toList());
        assertEquals(kind, journal.check().kind());
        assertTrue(cars(journal).contains(typed));
        return typed;
    }

    @Test
    void fileThatMayNotGrowRollsBackTransactions() throws Exception {
        try (Database database = journalFile().open(clock.instant()).database()) {
            int pages = database.queryFirst("PRAGMA page_count", row -> row.getInt(1))
                    .orElseThrow();
            database.queryFirst("PRAGMA max_page_count = " + (pages + 10), row -> row.getInt(1));
            UUID first = UUID.randomUUID();
            CarTable.save(database, first, draft("bmw", "1"), Set.of(), clock.instant());
            var full = assertThrows(
                    SQLException.class,
                    () -> database.inTransaction(transaction -> {
                        for (int car = 0; car < 100; car++) {
                            CarTable.save(transaction, UUID.randomUUID(), LONG, Set.of(), clock.instant());
                        }
                        return transaction;
                    }));
            assertEquals(JournalException.Reason.FULL, new JournalException(full).reason());
            assertEquals(
                    List.of(first),
                    CarTable.all(database).stream().map(StockRow::id).toList());
            database.inTransaction(transaction -> {
                CarTable.save(transaction, first, draft("opel", "2"), Set.of(), clock.instant());
                return transaction;
            });
            assertEquals("opel", CarTable.row(database, first).orElseThrow().text(CarField.BRAND));
        }
    }

    @Test
    void diskFullDuringWork() throws Exception {
        try (SmallDisk disk = disk()) {
            try (Journal journal = open(fileOnDisk())) {
                Set<UUID> saved = saveUntilFull(journal);
                disk.fill();
                var full = assertThrows(
                        JournalException.class,
                        () -> journal.note(
                                Submission.of(
                                        UUID.randomUUID(),
                                        app.forecourt.settings.Profile.STAGING,
                                        "https://a",
                                        LONG,
                                        "{\"description\":\"" + "long ".repeat(2_000) + "\"}",
                                        clock.instant()),
                                LONG,
                                Set.of(),
                                Set.of()));
                assertEquals(JournalException.Reason.FULL, full.reason());
                assertEquals(saved, cars(journal), "no half transaction");
                journal.backUp();
                disk.freeSpace();
            }
            try (Journal again = open(fileOnDisk())) {
                assertEquals(JournalState.of(SOUND), again.open());
                assertFalse(again.stock().isEmpty());
            }
        }
    }

    @Test
    void killOnFullDiskLosesNoAcknowledgedWrite() throws Exception {
        try (SmallDisk disk = disk()) {
            Journal journal = open(fileOnDisk());
            Set<UUID> saved = saveUntilFull(journal);
            disk.fill();
            // As after a kill, with the disk still full.
            Path left = home.resolve("left").resolve("journal.db");
            Files.createDirectories(left.getParent());
            for (String part : List.of("", "-wal", "-shm")) {
                Files.copy(fileOnDisk().resolveSibling("journal.db" + part), left.resolveSibling("journal.db" + part));
            }
            assertEquals(saved, cars(open(left)));
            journal.close();
            disk.freeSpace();
            assertEquals(saved, cars(open(fileOnDisk())));
        }
    }

    @Test
    void diskFullAtStart() throws Exception {
        try (SmallDisk disk = disk()) {
            Set<UUID> saved;
            UUID sending;
            try (Journal journal = open(fileOnDisk())) {
                Submission submission = enqueue(journal, submission(saveCar(journal, LONG)));
                journal.update(submission.asSending(clock.instant()));
                sending = submission.car();
                saved = cars(journal);
            }
            disk.fill();
            try (Journal journal = open(fileOnDisk())) {
                assertEquals(JournalState.of(JournalState.Kind.FULL), journal.open());
                assertEquals(saved, cars(journal));
                assertEquals(
                        SubmissionState.UNKNOWN,
                        onlySubmission(journal, sending).state());
                assertNothingCanBeWritten(journal, JournalException.Reason.FULL);
            }
            disk.freeSpace();
            try (Journal journal = open(fileOnDisk())) {
                assertEquals(JournalState.of(SOUND), journal.open());
                assertEquals(saved, cars(journal));
                assertEquals(
                        SubmissionState.UNKNOWN,
                        onlySubmission(journal, sending).state());
            }
        }
    }

    @Test
    void diskFullBeforeTheFirstStart() throws Exception {
        try (SmallDisk disk = disk()) {
            disk.fill();
            try (Journal journal = open(fileOnDisk())) {
                assertEquals(JournalState.of(JournalState.Kind.FULL), journal.open());
                assertNothingCanBeWritten(journal, JournalException.Reason.FULL);
                disk.freeSpace();
                assertWritableAgain(journal, NEW);
                try (Stream<Path> files = Files.list(fileOnDisk().getParent())) {
                    assertEquals(
                            Set.of("journal.db", "journal.db-wal", "journal.db-shm", "journal-0.changes"),
                            files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
                }
            }
        }
    }

    @Test
    void noSpaceForTheDailyBackup() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(backups(), "64k")) {
            Journal journal = open();
            for (int car = 0; car < 20; car++) {
                saveCar(journal, LONG);
            }
            journal.backUp();
            assertEmpty(journal.backups());
            try (Stream<Path> files = Files.list(backups())) {
                assertEquals(List.of(), files.toList(), "incomplete files are deleted");
            }
            assertEquals(20, journal.stock().size());
        }
    }

    @Test
    void damageFoundOnFullDiskIsReportedOnce() throws Exception {
        try (SmallDisk disk = disk()) {
            LargeJournal.write(fileOnDisk(), 20, 18, clock.instant());
            try (Journal journal = open(fileOnDisk())) {
                // Saves the file's location, because a file without one is checked when it is opened.
                journal.open();
            }
            int page;
            try (Database database = Database.openReadOnly(fileOnDisk())) {
                page = database.queryFirst(
                                "SELECT rootpage FROM sqlite_schema WHERE name = 'car_in_stock'", row -> row.getInt(1))
                        .orElseThrow();
            }
            byte[] bytes = Files.readAllBytes(fileOnDisk());
            Arrays.fill(bytes, (page - 1) * 4096, page * 4096, (byte) 0x5a);
            Files.write(fileOnDisk(), bytes);
            try (Journal journal = open(fileOnDisk())) {
                assertEquals(JournalState.of(SOUND), journal.open());
                var told = new ArrayList<JournalState>();
                journal.whenReopened(told::add);
                disk.fill();
                for (int time = 0; time < 3; time++) {
                    assertEquals(JournalState.Kind.FULL, journal.check().kind());
                    assertNothingCanBeWritten(journal, JournalException.Reason.FULL);
                }
                assertEquals(List.of(JournalState.of(JournalState.Kind.FULL)), told);
                disk.freeSpace();
                assertWritableAgain(journal, JournalState.Kind.DAMAGED);
            }
        }
    }

    @Test
    void damagedFileOnFullDiskIsReadFromItsBackup() throws Exception {
        try (SmallDisk disk = disk()) {
            LargeJournal.write(fileOnDisk(), 20, 18, clock.instant());
            byte[] bytes = Files.readAllBytes(fileOnDisk());
            LargeJournal.backUp(fileOnDisk(), backups());
            Arrays.fill(bytes, 0, 100, (byte) 0x5a);
            Files.write(fileOnDisk(), bytes);
            disk.fill();
            try (Journal journal = open(fileOnDisk())) {
                assertEquals(JournalState.of(JournalState.Kind.FULL), journal.open());
                assertEquals(20, journal.stock().size());
                assertEmpty(journal.waitingSubmissions());
                assertArrayEquals(bytes, Files.readAllBytes(fileOnDisk()));
                disk.freeSpace();
                assertWritableAgain(journal, JournalState.Kind.DAMAGED);
                assertEquals(20, journal.open().recovery().orElseThrow().cars());
            }
        }
    }

    @Test
    void readOnlyHome() throws Exception {
        try (SmallDisk disk = disk()) {
            Set<UUID> saved;
            try (Journal journal = open(fileOnDisk())) {
                saveCar(journal, LONG);
                saved = cars(journal);
            }
            assertReadOnly(disk, saved);
        }
    }

    @Test
    void readOnlyHomeAfterKill() throws Exception {
        try (SmallDisk disk = disk()) {
            Journal journal = open();
            saveCar(journal, LONG);
            saveCar(journal, LONG);
            Files.createDirectories(fileOnDisk().getParent());
            for (String part : List.of("", "-wal", "-shm")) {
                Files.copy(
                        file().resolveSibling("journal.db" + part), fileOnDisk().resolveSibling("journal.db" + part));
            }
            assertReadOnly(disk, cars(journal));
        }
    }

    private void assertReadOnly(SmallDisk disk, Set<UUID> saved) throws Exception {
        disk.makeReadOnly();
        byte[] before = Files.readAllBytes(fileOnDisk());
        try (Journal journal = open(fileOnDisk())) {
            assertEquals(JournalState.of(UNWRITABLE), journal.open());
            assertFalse(journal.open().isDurable());
            assertEquals(saved, cars(journal));
            assertNothingCanBeWritten(journal, READ_ONLY);
            assertArrayEquals(before, Files.readAllBytes(fileOnDisk()));
            disk.makeWritable();
            UUID typed = assertWritableAgain(journal, SOUND);
            assertTrue(cars(journal).containsAll(saved) && !saved.contains(typed));
        }
    }

    @Test
    void readOnlyHomeWithoutJournal() throws Exception {
        try (SmallDisk disk = disk()) {
            disk.makeReadOnly();
            try (Journal journal = open(fileOnDisk())) {
                assertEquals(JournalState.of(UNWRITABLE), journal.open());
                assertNothingCanBeWritten(journal, READ_ONLY);
            }
        }
    }

    @Test
    void homeThatCantBeCreated() throws Exception {
        Files.writeString(home.resolve("file"), "in the way");
        try (Journal journal = open(home.resolve("file").resolve("journal.db"))) {
            assertEquals(JournalState.of(UNWRITABLE), journal.open());
            assertNothingCanBeWritten(journal, READ_ONLY);
        }
        assertEquals("in the way", Files.readString(home.resolve("file")));
    }
}
