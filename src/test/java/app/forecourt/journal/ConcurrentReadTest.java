package app.forecourt.journal;

import static app.forecourt.car.CarField.LICENSE_PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.database.CarTable;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.SettableClock;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that long reads run beside the journal's thread, so that saving a car does not wait for them. */
@Timeout(LongWait.TEST_SECONDS)
class ConcurrentReadTest extends JournalFixture {

    /** Waits for another thread to write. Fails on the journal's thread, which the write waits for. */
    private static void meanwhile(Runnable write) {
        LongWait.result(CompletableFuture.runAsync(write));
    }

    @Test
    void carIsSavedDuringAFullRead() {
        UUID car = UUID.randomUUID();
        try (JournalThread writer = new JournalThread(journalFile(), clock)) {
            writer.open();
            int before = writer.readConcurrently(reading -> {
                meanwhile(() ->
                        writer.write(database -> CarTable.save(database, car, draft("bmw", "1"), Set.of(), now())));
                return CarTable.all(reading).size();
            });
            assertEquals(1, before);
        }
    }

    @Test
    void carsAreSavedDuringTheDailyBackup() {
        AtomicReference<Runnable> duringBackup = new AtomicReference<>(() -> {});
        // Only the backup asks for the time zone, on the thread that writes it.
        Clock backupClock = new SettableClock() {
            @Override
            public ZoneId getZone() {
                duringBackup.get().run();
                return super.getZone();
            }
        };
        try (Journal journal = new Journal(file(), backups(), List.of(), backupClock)) {
            UUID car = saveCar(journal, draft("opel", "0"));
            duringBackup.set(() -> meanwhile(() -> save(journal, car, draft("opel", "1"))));
            journal.backUp();
            assertEquals("1", draft(journal, car).text(LICENSE_PLATE));
            assertEquals(1, journal.backups().size());
        }
    }
}
