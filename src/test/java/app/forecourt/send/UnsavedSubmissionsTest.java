package app.forecourt.send;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnsavedSubmissionsTest extends JournalFixture {
    private void setSchema(int version) throws SQLException {
        try (Database other = Database.open(file())) {
            other.update("PRAGMA user_version = " + version);
        }
    }

    @Test
    void latestStatesAreSavedInOrder() throws SQLException {
        try (var earlier = open()) {
            earlier.open();
        }
        setSchema(Database.SCHEMA + 1);
        var journal = open();
        List<Submission> saved = new ArrayList<>();
        UnsavedSubmissions unsaved = new UnsavedSubmissions(journal, saved::add);
        Submission first = submission(UUID.randomUUID());
        Submission second = submission(UUID.randomUUID());
        unsaved.keep(first);
        unsaved.keep(second);
        assertThrows(JournalException.class, unsaved::flush);
        Submission sending = first.asSending(clock.instant());
        assertThrows(JournalException.class, () -> unsaved.markSending(sending));
        unsaved.keep(sending);
        assertTrue(unsaved.isPresent());
        setSchema(Database.SCHEMA);
        unsaved.reportSaved();
        assertEmpty(saved);
        unsaved.flush();
        unsaved.reportSaved();
        assertFalse(unsaved.isPresent());
        assertEquals(List.of(sending, second), saved);
        assertEquals(
                SubmissionState.SENDING, onlySubmission(journal, first.car()).state());
        assertEquals(List.of(second), journal.waitingSubmissions());
    }

    @Test
    void markedSubmissionIsNotOverwritten() {
        var journal = open();
        UnsavedSubmissions unsaved = new UnsavedSubmissions(journal, _ -> {});
        Submission waiting = submission(UUID.randomUUID());
        unsaved.keep(waiting);
        assertTrue(unsaved.markSending(waiting.asSending(clock.instant())));
        unsaved.flush();
        assertEquals(
                SubmissionState.SENDING, onlySubmission(journal, waiting.car()).state());
    }
}
