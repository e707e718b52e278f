package app.forecourt.journal;

import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.database.Database;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that a journal of any damage is had again from a backup and the log of changes. */
class RecoveryLogTest extends JournalFixture {
    private Path log(int number) {
        return file().resolveSibling("journal-" + number + ".changes");
    }

    /** Closes all journals and overwrites the first page. */
    private void destroy() throws IOException {
        closeAll();
        overwrite(file(), 0, PAGE);
    }

    private void damageBackups(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(backups().resolve(name), "damaged");
        }
    }

    private void backUpNextHour() {
        clock.advanceHours(1);
        journal.backUp();
    }

    @Test
    void backupAndChangesGiveEachRow() throws IOException {
        UUID before = saveCar();
        UUID deleted = saveCar(draft("fiat", "2"));
        Submission sent = accept(before);
        Template gone = new Template(UUID.randomUUID(), "cars", draft("vw", ""));
        journal.saveTemplate(gone);
        journal.backUp();
        UUID since = saveCar(draft("opel", "3"));
        CarDraft typed = draft("opel", "four\nlines, \"quoted\" é €");
        save(since, typed);
        mark(before, SOLD);
        mark(deleted, DELETED);
        journal.saveTemplate(new Template(gone.id(), "renamed", gone.draft()));
        Template template = new Template(UUID.randomUUID(), "vans — “all in”", draft("vw", ""));
        journal.saveTemplate(template);
        assertEquals(
                List.of("renamed", template.name()),
                journal.templates().stream().map(Template::name).toList());
        journal.deleteTemplate(gone.id());
        enqueue(submission(since));
        destroy();
        Journal again = open();
        JournalOpenState state = again.check();
        assertEquals(
                new JournalOpenState(
                        JournalOpenState.Kind.DAMAGED, state.aside(), Optional.of(new RecoveredCounts(3, 2, 1))),
                state);
        assertEquals(Set.of(before, deleted, since), cars(again));
        assertEquals(SOLD, stored(again, before).mark());
        assertEquals(DELETED, stored(again, deleted).mark());
        assertEquals(typed, draft(again, since));
        assertEquals(sent, onlySubmission(again, before));
        assertEquals(SubmissionState.UNKNOWN, onlySubmission(again, since).state());
        assertEmpty(again.waitingSubmissions());
        assertEquals(List.of(template), again.templates());
    }

    @Test
    void journalWithoutBackupIsInItsLog() throws IOException {
        UUID car = saveCar(open());
        closeAll();
        Files.delete(file());
        Journal again = open();
        assertEquals(Set.of(car), cars(again));
        assertEquals(JournalOpenState.Kind.DAMAGED, again.open().kind());
    }

    @Test
    void olderBackupServesIfTheNewestIsDamaged() throws IOException {
        UUID first = saveCar();
        journal.backUp();
        UUID second = saveCar(draft("opel", "2"));
        backUpNextHour();
        UUID third = saveCar(draft("fiat", "3"));
        destroy();
        damageBackups("recent-2.db", "journal-2026-03-01.db");
        assertEquals(Set.of(first, second, third), cars(open()));
    }

    /** The disk may have been full for one backup. The one after it leaves the oldest with all changes since. */
    @Test
    void changesOfAFailedBackupStay() throws IOException {
        Set<UUID> saved = new HashSet<>(Set.of(saveCar()));
        journal.backUp();
        saved.add(saveCar(draft("opel", "2")));
        Path blocked = backups().resolve("recent-2.db.new/inside");
        Files.createDirectories(blocked);
        backUpNextHour();
        Files.delete(blocked);
        saved.add(saveCar(draft("fiat", "3")));
        backUpNextHour();
        destroy();
        damageBackups("recent-3.db");
        assertEquals(saved, cars(open()));
    }

    @Test
    void dailyBackupIsTakenBeforeTheOneOfARestore() throws IOException {
        UUID first = saveCar();
        journal.backUp();
        Files.copy(backups().resolve("recent-1.db"), backups().resolve("journal-before.db"));
        clock.advanceDays(1);
        UUID second = saveCar(draft("opel", "2"));
        journal.backUp();
        destroy();
        damageBackups("recent-1.db", "recent-2.db");
        Files.delete(log(1));
        Files.delete(log(2));
        assertEquals(Set.of(first, second), cars(open()));
    }

    /** A backup program may hold it. An older backup would cost cars. */
    @Test
    void heldBackupIsNotPassedOver() throws Exception {
        UUID first = saveCar();
        journal.backUp();
        for (int hour = 0; hour < 2; hour++) {
            backUpNextHour();
        }
        destroy();
        damageBackups("recent-2.db", "journal-2026-03-01.db");
        Journal again = open();
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + Database.uri(backups().resolve("recent-3.db")));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            JournalFile.Opened held = journalFile().open(now());
            held.database().close();
            assertEquals(JournalOpenState.of(JournalOpenState.Kind.HELD), held.state());
        }
        UUID later = saveCar(again, draft("opel", "2"));
        assertEquals(Set.of(first, later), cars(again));
    }

    @Test
    void changesBeforeTheLastTwoBackupsAreDeleted() throws IOException {
        for (int hour = 0; hour < 4; hour++) {
            saveCar();
            backUpNextHour();
        }
        journal.backUp();
        assertEquals(Set.of("recent-3.db", "recent-4.db", "journal-2026-03-01.db"), fileNames(backups()));
        Set<String> names = new HashSet<>(fileNames(file().getParent()));
        names.removeIf(name -> !name.contains("changes"));
        assertEquals(Set.of("journal-3.changes", "journal-4.changes"), names);
    }

    @Test
    void backupAfterTheLogWasLostIsTheNewest() throws IOException {
        saveCar();
        journal.backUp();
        backUpNextHour();
        closeAll();
        Files.delete(log(1));
        Files.delete(log(2));
        journal = open();
        UUID later = saveCar(draft("opel", "2"));
        backUpNextHour();
        assertTrue(Files.exists(backups().resolve("recent-3.db")));
        destroy();
        assertTrue(cars(open()).contains(later));
    }

    @Test
    void damagedLinesAreLeftOut() throws IOException {
        UUID first = saveCar();
        long end = Files.size(log(0));
        UUID second = saveCar(draft("opel", "2"));
        UUID third = saveCar(draft("fiat", "3"));
        destroy();
        byte[] bytes = Files.readAllBytes(log(0));
        bytes[(int) end + 40] ^= 1;
        Files.write(log(0), bytes);
        // As a kill leaves the line of a fourth car.
        Files.writeString(log(0), "512 0a1b2c3d {\"table\":\"car\"", StandardOpenOption.APPEND);
        Journal again = open();
        assertEquals(Set.of(first, third), cars(again));
        UUID fourth = saveCar(again, draft("seat", "4"));
        destroy();
        assertEquals(Set.of(first, third, fourth), cars(open()), "without " + second);
    }

    @Test
    void unwritableLogDoesNotStopTheJournal() throws IOException {
        Files.createDirectories(log(0));
        UUID car = saveCar();
        Files.delete(log(0));
        UUID other = saveCar(draft("opel", "2"));
        destroy();
        assertTrue(cars(open()).containsAll(Set.of(car, other)));
    }
}
