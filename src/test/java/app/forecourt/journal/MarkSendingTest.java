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

/** Tests of marking a submission as being sent if the file lacks it, or another program has claimed it. */
class MarkSendingTest extends JournalFixture {

    /** Overwrites the file except for its header. */
    private void overwriteFile() throws IOException, SQLException {
        try (Database other = Database.open(file())) {
            // Checkpointed, so that nothing is read from the log.
            other.one("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
        }
        try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[(int) bytes.length() - 4096]);
        }
    }

    @Test
    void missingSubmissionIsSavedWithItsCar() {
        Submission kept = attempt(UUID.randomUUID()).leaving(clock.instant());
        Journal journal = open();
        journal.keep(kept);
        assertEquals(List.of(kept), journal.lately(50));
        assertEquals(kept.sent(), journal.car(kept.car()).orElseThrow().draft());
    }

    @Test
    void existingSubmissionKeepsItsProgress() {
        Journal journal = open();
        Submission waiting = noted(journal, attempt(UUID.randomUUID()));
        Submission taken = waiting.leaving(clock.instant()).ended(clock.instant(), ACCEPTED);
        journal.note(taken);
        journal.keep(waiting);
        assertEquals(taken, only(open(), waiting.car()));
    }

    @Test
    void missingSubmissionCanBeSentOnce() {
        Journal journal = open();
        Submission leaving = attempt(UUID.randomUUID()).leaving(clock.instant());
        assertTrue(journal.leave(leaving));
        assertEquals(leaving, only(journal, leaving.car()));
        assertFalse(journal.leave(leaving));
    }

    @Test
    void sentSubmissionDoesNotWaitAfterDamage() throws Exception {
        Journal journal = open();
        Submission leaving = noted(journal, attempt(UUID.randomUUID())).leaving(clock.instant());
        assertTrue(journal.leave(leaving));
        overwriteFile();
        assertEquals(leaving, only(journal, leaving.car()));
        assertEquals(List.of(), journal.waiting());
        assertEquals(JournalState.Kind.DAMAGED, journal.open().kind());
    }
}
