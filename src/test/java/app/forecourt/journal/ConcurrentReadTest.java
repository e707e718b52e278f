package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.salvage.JournalSalvage;
import app.forecourt.settings.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that long reads run beside the journal's thread, so that saving a car does not wait for them. */
@Timeout(30)
class ConcurrentReadTest extends JournalFixture {

    @Test
    void carIsSavedDuringAFullRead() {
        UUID car = UUID.randomUUID();
        try (JournalThread writer = new JournalThread(
                new JournalFile(file(), Duration.ZERO, JournalSalvage::salvage), clock)) {
            writer.open();
            int before = writer.readConcurrently(reading -> {
                // On the journal's thread this would be a deadlock.
                writer.write(database -> CarTable.save(database, car, draft("bmw", "1"), Set.of(),
                        clock.instant()));
                return CarTable.all(reading).size();
            });
            assertEquals(1, before);
        }
    }

    @Test
    void carsAreSavedDuringTheDailyBackup() throws Exception {
        Journal journal = open();
        UUID car = saveCar(journal, draft("opel", "0"));
        fill();
        journal.check();
        Path half = backups().resolve("journal-2026-03-01.db.new");
        Thread copying = Thread.ofVirtual().start(journal::backUpToday);
        int meanwhile = 0;
        while (copying.isAlive()) {
            boolean begun = Files.exists(half);
            journal.save(car, draft("opel", "" + meanwhile), Set.of());
            meanwhile += begun && Files.exists(half) ? 1 : 0;
        }
        assertTrue(meanwhile > 0, "every car waited for the backup");
        assertEquals(1, journal.backups().size());
    }

    /** Fills the journal with 30 MB. */
    private void fill() throws Exception {
        String payload = "{\"description\":\"" + "long ".repeat(10_000) + "\"}";
        try (Database database = Database.open(file())) {
            database.inTransaction(transaction -> {
                for (int number = 0; number < 600; number++) {
                    UUID car = UUID.randomUUID();
                    CarTable.save(transaction, car, draft("bmw", ""), Set.of(), clock.instant());
                    SubmissionTable.add(transaction, submission(car, Profile.STAGING, payload));
                }
                return transaction;
            });
        }
    }
}
