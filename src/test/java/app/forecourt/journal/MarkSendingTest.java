package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.database.Database;
import app.forecourt.stock.Submission;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An attempt that the file may not have any more, and one that another program has taken in hand. */
class MarkSendingTest extends JournalFixture {

    /** Makes the file one that can't be read, but for its header. */
    private void spoil() throws IOException, SQLException {
        try (Database other = Database.open(file())) {
            // So that nothing is read from the log.
            other.one("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
        }
        try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[(int) bytes.length() - 4096]);
        }
    }

    @Test
    void whatTheFileDoesNotHaveIsKeptWithItsCar() {
        Submission kept = attempt(UUID.randomUUID()).leaving(clock.instant());
        Journal journal = open();
        journal.keep(kept);
        assertEquals(List.of(kept), journal.lately(50));
        assertEquals(kept.sent(), journal.car(kept.car()).orElseThrow().draft());
    }

    @Test
    void whatTheFileHasStaysAsFarAsItHasCome() {
        Journal journal = open();
        Submission waiting = noted(journal, attempt(UUID.randomUUID()));
        Submission taken = waiting.leaving(clock.instant()).ended(clock.instant(), ACCEPTED);
        journal.note(taken);
        journal.keep(waiting);
        assertEquals(taken, only(open(), waiting.car()));
    }

    @Test
    void whatTheFileDoesNotHaveMayLeaveOnce() {
        Journal journal = open();
        Submission leaving = attempt(UUID.randomUUID()).leaving(clock.instant());
        assertTrue(journal.leave(leaving));
        assertEquals(leaving, only(journal, leaving.car()));
        assertFalse(journal.leave(leaving));
    }

    @Test
    void whatHasLeftIsNotWaitingInTheFileThatIsBegunForADamagedOne() throws Exception {
        Journal journal = open();
        Submission leaving = noted(journal, attempt(UUID.randomUUID())).leaving(clock.instant());
        assertTrue(journal.leave(leaving));
        spoil();
        assertEquals(leaving, only(journal, leaving.car()));
        assertEquals(List.of(), journal.waiting());
        assertEquals(JournalState.Kind.DAMAGED, journal.open().kind());
    }
}
