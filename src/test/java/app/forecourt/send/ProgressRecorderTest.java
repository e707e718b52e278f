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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressRecorderTest extends JournalFixture {
    private void setSchema(int version) throws SQLException {
        execute(file(), "PRAGMA user_version = " + version);
    }

    @Test
    void latestStatesAreSavedInOrder() throws SQLException {
        try (var earlier = open()) {
            earlier.open();
        }
        setSchema(Database.SCHEMA + 1);
        var journal = open();
        List<Submission> told = new ArrayList<>();
        List<Submission> saved = new ArrayList<>();
        ProgressRecorder recorder = new ProgressRecorder(journal, told::add, saved::add);
        Submission first = submission(UUID.randomUUID());
        Submission second = submission(UUID.randomUUID());
        Submission third = submission(UUID.randomUUID());
        List.of(first, second, third).forEach(recorder::onFinish);
        assertThrows(JournalException.class, () -> recorder.onStart(first.asSending(clock.instant())));
        Submission later = first.due(clock.instant());
        recorder.onFinish(later);
        assertEquals(List.of(first, second, third, later), told);
        assertTrue(recorder.hasUnsaved());

        setSchema(Database.SCHEMA);
        assertTrue(recorder.onStart(third.asSending(clock.instant())));
        assertEmpty(saved);
        recorder.flush();
        assertFalse(recorder.hasUnsaved());
        assertEquals(List.of(later, second), saved);
        assertEquals(List.of(later, second), journal.waitingSubmissions());
    }
}
