package app.forecourt.journal;

import static app.forecourt.journal.database.JournalException.Reason.DAMAGED;
import static app.forecourt.journal.database.JournalException.Reason.NEWER;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the daily backups and of restoring one. */
class JournalBackupsTest extends JournalFixture {

    private List<String> backupNames() throws IOException {
        return fileNames(backups()).stream()
                .filter(name -> !name.startsWith("recent-"))
                .sorted()
                .toList();
    }

    @Test
    void oneBackupADayAndNoneWithoutCars() throws IOException {
        journal.backUp();
        assertEmpty(journal.backups());
        UUID car = saveCar();
        Files.createDirectories(backups());
        Files.writeString(backups().resolve("journal-2026-03-01.db.new"), "half");
        assertEmpty(journal.backups());
        journal.backUp();
        byte[] first = Files.readAllBytes(journal.backups().getFirst());
        save(car, draft("opel", "2"));
        journal.backUp();
        assertEquals(List.of("journal-2026-03-01.db"), backupNames());
        assertArrayEquals(first, Files.readAllBytes(journal.backups().getFirst()));
        clock.advanceDays(1);
        journal.backUp();
        assertEquals(List.of("journal-2026-03-01.db", "journal-2026-03-02.db"), backupNames());
        assertEquals(
                backups().resolve("journal-2026-03-02.db"), journal.backups().getFirst());
    }

    @Test
    void sevenBackupsAreKeptAndOtherFilesStay() throws IOException {
        saveCar();
        Files.createDirectories(backups());
        Files.writeString(backups().resolve("notes.txt"), "hers");
        for (int day = 1; day <= 9; day++) {
            journal.backUp();
            clock.advanceDays(1);
        }
        List<String> names = backupNames();
        assertEquals(8, names.size());
        assertEquals(List.of("journal-2026-03-03.db", "journal-2026-03-04.db"), names.subList(0, 2));
        assertEquals("notes.txt", names.getLast());
    }

    @Test
    void backupIsMadeAfterAClockThatWasAhead() {
        saveCar();
        clock.advanceDays(1000);
        for (int day = 0; day < 8; day++) {
            journal.backUp();
            clock.advanceDays(1);
        }
        clock.advanceDays(-1008);
        journal.backUp();
        assertEquals(
                backups().resolve("journal-2026-03-01.db"), journal.backups().getLast());
        assertEquals(7, journal.backups().size());
    }

    @Test
    void failedBackupDoesNotStopTheJournal() throws IOException {
        UUID car = saveCar();
        Files.writeString(backups(), "in the way");
        journal.backUp();
        assertEquals(car, journal.stock().getFirst().id());
        assertEquals("in the way", Files.readString(backups()));
    }

    @Test
    void restoreBringsCarsBackAndLosesNothingNewer() throws IOException {
        UUID changed = saveCar(draft("bmw", "as it was"));
        UUID deleted = saveCar(draft("bmw", "deleted since"));
        Submission further = enqueue(submission());
        Submission asked = complete(submission(), UNKNOWN);
        journal.backUp();
        // The result is the same with a clock that was set back.
        clock.advanceHours(-5);
        save(changed, draft("bmw", "spoilt"));
        mark(deleted, DELETED);
        UUID begunSince = saveCar(draft("opel", "new"));
        further = further.asSending(now()).withOutcome(now(), ACCEPTED);
        journal.update(further);
        journal.setVerdict(asked.car(), STAGING, UserVerdict.NONE, IT_IS_THERE);
        Submission sentSince = accept(changed);
        Submission waiting = enqueue(submission());

        journal.restore(journal.backups().getFirst());

        assertEquals(List.of("journal-2026-03-01.db", "journal-before.db"), backupNames(), "a restore can be undone");
        Journal again = open();
        StoredCar back = stored(again, changed);
        assertEquals(draft("bmw", "as it was"), back.draft());
        assertEquals(List.of(sentSince), back.submissions());
        assertEquals(NONE, stored(again, deleted).mark());
        assertEquals(draft("opel", "new"), draft(again, begunSince));
        assertState(SubmissionState.ACCEPTED, again, further);
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
        Journal there = openOther();
        for (int car = 0; car < 20; car++) {
            sendCar(there);
        }
        Path copy = copyOf(there);
        byte[] whole = Files.readAllBytes(copy);
        switch (damage) {
            case "", "garbage" -> Files.writeString(copy, damage);
            case "cut" -> Files.write(copy, Arrays.copyOf(whole, whole.length / 2));
            case "cut by a byte" -> Files.write(copy, Arrays.copyOf(whole, whole.length - 1));
            default -> execute(copy, damage);
        }
        byte[] given = Files.readAllBytes(copy);
        Journal here = open();
        saveCar(here);
        List<StockRow> before = here.stock();
        var refused = assertThrows(JournalException.class, () -> here.restore(copy));
        assertEquals(damage.endsWith("99") ? NEWER : DAMAGED, refused.reason());
        assertEquals(before, here.stock());
        assertArrayEquals(given, Files.readAllBytes(copy));
        assertFalse(Files.exists(backups().resolve("recent-0.db.new")));
        // The journal still works.
        saveCar(here, draft("bmw", "2"));
        assertCount(2, open());
    }

    @Test
    void missingBackupIsReportedAsDamaged() {
        assertEquals(
                DAMAGED,
                assertThrows(JournalException.class, () -> open().restore(home.resolve("gone.db")))
                        .reason());
    }
}
