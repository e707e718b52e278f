package app.forecourt.journal;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.database.Database;
import app.forecourt.stock.Submission;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Tests of marking a submission as being sent if the file lacks it, or another program has claimed it. */
class MarkSendingTest extends JournalFixture {

    /** Overwrites the file except for its header. */
    private void overwriteFile() throws IOException, SQLException {
        try (Database other = Database.open(file())) {
            // Checkpointed, so that nothing is read from the log.
            other.queryFirst("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
        }
        try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[(int) bytes.length() - 4096]);
        }
    }

    @Test
    void missingSubmissionCanBeSentOnce() {
        Journal journal = open();
        Submission leaving = submission().asSending(now());
        assertTrue(journal.markSending(leaving));
        assertEquals(leaving, onlySubmission(journal, leaving.car()));
        assertFalse(journal.markSending(leaving));
    }

    @Test
    void sentSubmissionDoesNotWaitAfterDamage() throws Exception {
        Journal journal = open();
        Submission leaving = enqueue(journal, submission()).asSending(now());
        assertTrue(journal.markSending(leaving));
        overwriteFile();
        assertEmpty(journal.waitingSubmissions());
        Submission sent = leaving.withOutcome(now(), ACCEPTED);
        journal.update(sent);
        assertEquals(sent, onlySubmission(journal, leaving.car()));
        assertEquals(JournalState.Kind.DAMAGED, journal.open().kind());
    }
}
