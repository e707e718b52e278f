package app.forecourt.journal;

import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.journal.JournalOpenState.Kind.NEW;
import static app.forecourt.journal.JournalOpenState.Kind.SOUND;
import static app.forecourt.journal.JournalOpenState.Kind.UNWRITABLE;
import static app.forecourt.journal.database.JournalException.Reason.READ_ONLY;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.JournalException.Reason;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.HomeCopies;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests of a full or read-only disk: the state is reported, no acknowledged write is lost, no submission can be saved,
 * and the first write after that opens the file.
 */
@Needs(SystemFeature.UNIX_PROGRAMS)
class FullDiskTest extends JournalFixture {
    private static final JournalOpenState FULL = JournalOpenState.of(JournalOpenState.Kind.FULL);
    private static final CarDraft LONG = new CarDraft(Map.of(DESCRIPTION, "long ".repeat(2_000)), List.of());

    /** Copies the files of an open journal, as a kill leaves them. */
    private static void copyFiles(Path from, Path to) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            assertTrue(Files.exists(from.resolveSibling("journal.db" + part)), part);
        }
        Files.createDirectories(to.getParent());
        HomeCopies.restoreJournal(from.getParent(), to.getParent());
    }

    private SmallDisk disk;

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.mount(home.resolve("disk"), "2m");
    }

    @AfterEach
    void unmount() throws Exception {
        closeAll();
        disk.close();
    }

    private Journal openOnDisk() {
        return open(fileOnDisk());
    }

    private Path fileOnDisk() {
        return home.resolve("disk/forecourt/journal.db");
    }

    /** Saves cars until the journal reports a full disk, and returns the saved ones. */
    private Set<UUID> saveUntilFull(Journal journal) {
        var saved = new HashSet<UUID>();
        var full = assertThrows(JournalException.class, () -> {
            while (true) {
                saved.add(saveCar(journal, LONG));
            }
        });
        assertEquals(Reason.FULL, full.reason());
        return saved;
    }

    private void assertNothingCanBeWritten(Journal journal, Reason reason) {
        Submission submission = submission();
        var unsaved = assertThrows(JournalException.class, () -> save(journal, submission.car(), LONG));
        assertEquals(reason, unsaved.reason());
        assertThrows(JournalException.class, () -> enqueue(journal, submission));
        assertThrows(JournalException.class, () -> journal.markSending(submission.asSending(now())));
        journal.backUp();
        assertEmpty(journal.backups());
    }

    /** Saves a car in a journal that can be written again, and asserts that the model gets one report. */
    private UUID assertWritableAgain(Journal journal, JournalOpenState.Kind kind) {
        var told = new ArrayList<JournalOpenState>();
        journal.whenReopened(told::add);
        UUID typed = saveCar(journal, LONG);
        saveCar(journal, LONG);
        assertEquals(List.of(kind), told.stream().map(JournalOpenState::kind).toList());
        assertEquals(kind, journal.check().kind());
        assertTrue(cars(journal).contains(typed));
        return typed;
    }

    @Test
    void diskFullDuringWork() throws Exception {
        try (Journal journal = openOnDisk()) {
            Set<UUID> saved = saveUntilFull(journal);
            disk.fill();
            var full = assertThrows(
                    JournalException.class,
                    () -> journal.note(submission("long ".repeat(2_000)), LONG, Set.of(), Set.of()));
            assertEquals(Reason.FULL, full.reason());
            assertEquals(saved, cars(journal), "no half transaction");
            journal.backUp();
            disk.freeSpace();
        }
        try (Journal again = openOnDisk()) {
            assertEquals(sound(), again.open());
            assertFalse(again.stock().isEmpty());
        }
    }

    @Test
    void killOnFullDiskLosesNoAcknowledgedWrite() throws Exception {
        Journal journal = openOnDisk();
        Set<UUID> saved = saveUntilFull(journal);
        disk.fill();
        // As after a kill, with the disk still full.
        Path left = home.resolve("left/journal.db");
        copyFiles(fileOnDisk(), left);
        assertEquals(saved, cars(open(left)));
        journal.close();
        disk.freeSpace();
        assertEquals(saved, cars(openOnDisk()));
    }

    @Test
    void diskFullAtStart() throws Exception {
        Set<UUID> saved;
        UUID sending;
        try (Journal journal = openOnDisk()) {
            Submission submission = enqueue(journal, submission(saveCar(journal, LONG)));
            journal.update(submission.asSending(now()));
            sending = submission.car();
            saved = cars(journal);
        }
        disk.fill();
        try (Journal journal = openOnDisk()) {
            assertEquals(FULL, journal.open());
            assertEquals(saved, cars(journal));
            assertEquals(
                    SubmissionState.UNKNOWN, onlySubmission(journal, sending).state());
            assertNothingCanBeWritten(journal, Reason.FULL);
        }
        disk.freeSpace();
        try (Journal journal = openOnDisk()) {
            assertEquals(sound(), journal.open());
            assertEquals(saved, cars(journal));
            assertEquals(
                    SubmissionState.UNKNOWN, onlySubmission(journal, sending).state());
        }
    }

    @Test
    void diskFullBeforeTheFirstStart() throws Exception {
        disk.fill();
        try (Journal journal = openOnDisk()) {
            assertEquals(FULL, journal.open());
            assertNothingCanBeWritten(journal, Reason.FULL);
            disk.freeSpace();
            assertWritableAgain(journal, NEW);
            assertEquals(
                    Set.of("journal.db", "journal.db-wal", "journal.db-shm", "journal-0.changes"),
                    fileNames(fileOnDisk().getParent()));
        }
    }

    @Test
    void noSpaceForTheDailyBackup() throws Exception {
        try (SmallDisk small = SmallDisk.mount(backups(), "64k")) {
            Journal journal = open();
            for (int car = 0; car < 20; car++) {
                saveCar(journal, LONG);
            }
            journal.backUp();
            assertEmpty(journal.backups());
            assertEquals(Set.of(), fileNames(backups()), "incomplete files are deleted");
            assertCount(20, journal);
        }
    }

    @Test
    void damageFoundOnFullDiskIsReportedOnce() throws Exception {
        writeLarge(fileOnDisk(), 20);
        try (Journal journal = openOnDisk()) {
            // Saves the file's location, because a file without one is checked when it is opened.
            journal.open();
        }
        overwriteRoot(fileOnDisk(), "car_in_stock");
        try (Journal journal = openOnDisk()) {
            assertEquals(sound(), journal.open());
            var told = new ArrayList<JournalOpenState>();
            journal.whenReopened(told::add);
            disk.fill();
            for (int time = 0; time < 3; time++) {
                assertEquals(JournalOpenState.Kind.FULL, journal.check().kind());
                assertNothingCanBeWritten(journal, Reason.FULL);
            }
            assertEquals(List.of(FULL), told);
            disk.freeSpace();
            assertWritableAgain(journal, JournalOpenState.Kind.DAMAGED);
        }
    }

    @Test
    void damagedFileOnFullDiskIsReadFromItsBackup() throws Exception {
        writeLarge(fileOnDisk(), 20);
        writeBackup(fileOnDisk());
        overwrite(fileOnDisk(), 0, 100);
        byte[] bytes = Files.readAllBytes(fileOnDisk());
        disk.fill();
        try (Journal journal = openOnDisk()) {
            assertEquals(FULL, journal.open());
            assertCount(20, journal);
            assertEmpty(journal.waitingSubmissions());
            assertArrayEquals(bytes, Files.readAllBytes(fileOnDisk()));
            disk.freeSpace();
            assertWritableAgain(journal, JournalOpenState.Kind.DAMAGED);
            assertEquals(20, journal.open().recovery().orElseThrow().cars());
        }
    }

    @Test
    void readOnlyHome() throws Exception {
        UUID saved;
        try (Journal journal = openOnDisk()) {
            saved = saveCar(journal, LONG);
        }
        assertReadOnly(Set.of(saved));
    }

    @Test
    void readOnlyHomeAfterKill() throws Exception {
        saveCar(LONG);
        saveCar(LONG);
        copyFiles(file(), fileOnDisk());
        assertReadOnly(cars(journal));
    }

    private void assertReadOnly(Set<UUID> saved) throws Exception {
        disk.makeReadOnly();
        byte[] before = Files.readAllBytes(fileOnDisk());
        try (Journal journal = openOnDisk()) {
            assertEquals(JournalOpenState.of(UNWRITABLE), journal.open());
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
    void homeThatCantBeCreated() throws Exception {
        Files.writeString(home.resolve("file"), "in the way");
        try (Journal journal = open(home.resolve("file/journal.db"))) {
            assertEquals(JournalOpenState.of(UNWRITABLE), journal.open());
            assertNothingCanBeWritten(journal, READ_ONLY);
        }
        assertEquals("in the way", Files.readString(home.resolve("file")));
    }
}
