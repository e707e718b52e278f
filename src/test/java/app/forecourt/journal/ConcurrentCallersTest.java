package app.forecourt.journal;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.file.FileModes.assertMode;
import static app.forecourt.stock.SendingStatus.SENT;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of concurrent callers, of two journals on one file, and of the file's durability and permissions. */
class ConcurrentCallersTest extends JournalFixture {
    /** Milliseconds. */
    private static final int LONGER_THAN_SQLITE = 1_500;

    private Callable<Set<UUID>> savesCars(Journal journal) {
        return () -> {
            var done = new HashSet<UUID>();
            for (int car = 0; car < 10; car++) {
                Submission submission = submission(saveCar(journal, draft("bmw", "plate " + car)));
                enqueue(journal, submission);
                journal.update(submission.asSending(now()).withOutcome(now(), ACCEPTED));
                done.add(submission.car());
            }
            return done;
        };
    }

    private static Set<UUID> runAll(List<Callable<Set<UUID>>> work) throws Exception {
        var done = new HashSet<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Set<UUID>> part : threads.invokeAll(work)) {
                done.addAll(part.get());
            }
        }
        return done;
    }

    @Test
    void manyThreadsOnOneJournal() throws Exception {
        Set<UUID> done = runAll(Collections.nCopies(16, savesCars(journal)));
        assertEquals(160, done.size());
        Journal again = open();
        assertEquals(done, cars(again));
        assertEquals(Set.of(SENT), again.stock().stream().map(StockRow::status).collect(toSet()));
    }

    @Test
    void twoJournalsCreateOneFileTogether() throws Exception {
        for (int round = 0; round < 10; round++) {
            Path file = home.resolve("round " + round).resolve("journal.db");
            try (Journal one = open(file);
                    Journal other = open(file)) {
                Set<UUID> done = runAll(List.of(savesCars(one), savesCars(other)));
                assertCount(20, one);
                assertEquals(done, cars(other));
            }
        }
    }

    @Test
    void lockedFileIsReportedAndNothingHalfWritten() throws Exception {
        UUID car = saveCar();
        try (Database other = Database.open(file())) {
            other.inTransaction(holding -> {
                var held = assertThrows(JournalException.class, () -> save(car, draft("opel", "2")));
                assertEquals(JournalException.Reason.HELD, held.reason());
                assertEquals("bmw", listed(journal, car).text(BRAND));
                return holding;
            });
        }
        save(car, draft("opel", "2"));
        assertEquals("opel", listed(open(), car).text(BRAND));
    }

    /** The lock of another program lasts longer than SQLite's own wait of one second. */
    @Test
    void journalWaitsForALockAtStart() throws Exception {
        UUID car = before(this::saveCar);
        CompletableFuture<JournalOpenState> found;
        try (Database other = Database.open(file())) {
            found = other.inTransaction(holding -> {
                var opened = CompletableFuture.supplyAsync(journal::open);
                assertThrows(TimeoutException.class, () -> opened.get(LONGER_THAN_SQLITE, TimeUnit.MILLISECONDS));
                return opened;
            });
        }
        assertEquals(sound(), LongWait.result(found));
        assertEquals(List.of(car), ids(journal));
    }

    /** The lock lasts longer than the program waits, as that of a backup may. */
    @Test
    void fileLockedAtStartIsReported() throws Exception {
        UUID car = before(this::saveCar);
        try (Database other = Database.open(file())) {
            JournalFile.Opened opened =
                    other.inTransaction(holding -> journalFile().open(now()));
            try (Database read = opened.database()) {
                assertEquals(JournalOpenState.of(JournalOpenState.Kind.HELD), opened.state());
                assertFalse(opened.state().isDurable());
                assertEquals(car, CarTable.all(read).getFirst().id());
            }
        }
    }

    @Test
    void fileIsOpenedOnceTheLockEnds() throws Exception {
        before(this::saveCar);
        var reopened = new CompletableFuture<JournalOpenState>();
        try (JournalThread writer = new JournalThread(journalFile(), clock)) {
            writer.whenReopened(reopened::complete);
            try (Database other = Database.open(file())) {
                assertEquals(
                        JournalOpenState.Kind.HELD,
                        other.inTransaction(_ -> writer.open().kind()));
            }
            assertEquals(sound(), LongWait.result(reopened));
        }
    }

    @Test
    void writesAreOnDisk() throws Exception {
        JournalFile.Opened opened = journalFile().open(now());
        try (Database database = opened.database()) {
            for (var pragma : Map.of("journal_mode", "wal", "synchronous", "2", "foreign_keys", "1")
                    .entrySet()) {
                assertEquals(
                        Optional.of(pragma.getValue()),
                        database.queryFirst("PRAGMA " + pragma.getKey(), row -> row.getString(1)),
                        pragma.getKey());
            }
        }
    }

    @Test
    void onlyOwnerCanReadTheFile() throws Exception {
        saveCar();
        journal.backUp();
        List<Path> files;
        try (Stream<Path> found = Files.walk(file().getParent())) {
            files = found.toList();
        }
        assertEquals(
                Set.of("journal.db", "journal.db-shm", "journal.db-wal", "journal-0.changes", "journal-1.changes"),
                fileNames(file().getParent()));
        assertEquals(Set.of("journal-2026-03-01.db", "recent-1.db"), fileNames(backups()));
        for (Path file : files) {
            assertMode(Files.isDirectory(file) ? "rwx------" : "rw-------", file);
        }
    }

    @Test
    void constructorDoesNotTouchTheDisk() {
        open();
        assertEquals(false, Files.exists(file().getParent()));
    }
}
