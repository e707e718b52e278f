package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.car.CarField;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.testing.TypedCars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of concurrent callers, of two journals on one file, and of the file's durability and permissions. */
class ConcurrentCallersTest extends JournalFixture {

    private Callable<Set<UUID>> savesCars(Journal journal, int cars) {
        return () -> {
            var done = new HashSet<UUID>();
            for (int car = 0; car < cars; car++) {
                Submission submission = submission(saveCar(journal, draft("bmw", "plate " + car)));
                enqueue(journal, submission);
                journal.update(submission.asSending(clock.instant()).withOutcome(clock.instant(), ACCEPTED));
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

    private void assertAllStored(Set<UUID> cars) {
        List<StockRow> stock = open().stock();
        assertEquals(cars, stock.stream().map(StockRow::id).collect(Collectors.toSet()));
        assertEquals(
                Set.of(ListingStatus.SENT), stock.stream().map(StockRow::status).collect(Collectors.toSet()));
    }

    @Test
    void manyThreadsOnOneJournal() throws Exception {
        Journal journal = open();
        var work = new ArrayList<Callable<Set<UUID>>>();
        for (int thread = 0; thread < 16; thread++) {
            work.add(savesCars(journal, 10));
        }
        Set<UUID> done = runAll(work);
        assertEquals(160, done.size());
        assertAllStored(done);
    }

    @Test
    void twoJournalsCreateOneFileTogether() throws Exception {
        for (int round = 0; round < 10; round++) {
            Path file = home.resolve("round " + round).resolve("journal.db");
            try (Journal one = open(file);
                    Journal other = open(file)) {
                Set<UUID> done = runAll(List.of(savesCars(one, 10), savesCars(other, 10)));
                assertEquals(20, one.stock().size());
                assertEquals(done, other.stock().stream().map(StockRow::id).collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void lockedFileIsReportedAndNothingHalfWritten() throws Exception {
        Journal journal = open();
        UUID car = saveCar(journal, draft("bmw", "1"));
        try (Database other = Database.open(file())) {
            other.inTransaction(holding -> {
                var held = assertThrows(
                        JournalException.class, () -> TypedCars.save(journal, car, draft("opel", "2"), Set.of()));
                assertEquals(JournalException.Reason.HELD, held.reason());
                assertEquals("bmw", row(journal, car).orElseThrow().text(CarField.BRAND));
                return holding;
            });
        }
        TypedCars.save(journal, car, draft("opel", "2"), Set.of());
        assertEquals("opel", row(open(), car).orElseThrow().text(CarField.BRAND));
    }

    /** The lock lasts longer than the program waits, as that of a backup may. */
    @Test
    void fileLockedAtStartIsReported() throws Exception {
        UUID car;
        try (Journal journal = open()) {
            car = saveCar(journal, draft("bmw", "1"));
        }
        try (Database other = Database.open(file())) {
            JournalFile.Opened opened =
                    other.inTransaction(holding -> journalFile().open(clock.instant()));
            try (Database read = opened.database()) {
                assertEquals(JournalState.of(JournalState.Kind.HELD), opened.state());
                assertFalse(opened.state().isDurable());
                assertEquals(car, CarTable.all(read).getFirst().id());
            }
        }
    }

    @Test
    void writesAreOnDisk() throws Exception {
        JournalFile.Opened opened = journalFile().open(clock.instant());
        try (Database database = opened.database()) {
            assertEquals(
                    "wal",
                    database.queryFirst("PRAGMA journal_mode", row -> row.getString(1))
                            .orElseThrow());
            assertEquals(
                    2,
                    database.queryFirst("PRAGMA synchronous", row -> row.getInt(1))
                            .orElseThrow());
            assertEquals(
                    1,
                    database.queryFirst("PRAGMA foreign_keys", row -> row.getInt(1))
                            .orElseThrow());
        }
    }

    @Test
    void onlyOwnerCanReadTheFile() throws Exception {
        Journal journal = open();
        saveCar(journal, draft("bmw", "1"));
        journal.backUp();
        List<Path> files;
        try (Stream<Path> found = Files.walk(file().getParent())) {
            files = found.toList();
        }
        assertEquals(
                Set.of(
                        "",
                        "copies",
                        "copies/journal-2026-03-01.db",
                        "copies/recent-1.db",
                        "journal.db",
                        "journal.db-shm",
                        "journal.db-wal",
                        "journal-0.changes",
                        "journal-1.changes"),
                files.stream()
                        .map(file ->
                                file().getParent().relativize(file).toString().replace('\\', '/'))
                        .collect(Collectors.toSet()));
        if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            for (Path file : files) {
                assertEquals(
                        Files.isDirectory(file) ? "rwx------" : "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    @Test
    void constructorDoesNotTouchTheDisk() {
        open();
        assertEquals(false, Files.exists(file().getParent()));
    }

    @Test
    void secondCloseDoesNothing() {
        Journal journal = open();
        saveCar(journal, draft("bmw", "1"));
        journal.close();
        journal.close();
        assertEquals(false, Files.exists(file().resolveSibling("journal.db-wal")));
    }
}
