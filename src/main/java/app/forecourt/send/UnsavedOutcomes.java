package app.forecourt.send;

import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.Submission;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Outcomes that could not be saved; until then the journal shows their submissions as being sent. Submissions under way
 * are not kept here, because their queue saves them again. May be used from any thread.
 */
final class UnsavedOutcomes {
    private static final Logger LOG = Logger.getLogger(UnsavedOutcomes.class.getName());

    private final Journal journal;
    private final Map<UUID, Submission> outcomes = new ConcurrentHashMap<>();

    UnsavedOutcomes(Journal journal) {
        this.journal = journal;
    }

    void add(Submission submission) {
        outcomes.put(submission.id(), submission);
    }

    boolean hasOutcomes() {
        return !outcomes.isEmpty();
    }

    /**
     * Saves the outcomes. Blocks on the disk.
     *
     * @throws JournalException if one still can't be saved
     */
    void flush() {
        outcomes.forEach((id, submission) -> {
            journal.update(submission);
            outcomes.remove(id);
        });
    }

    void flushIfPossible() {
        try {
            flush();
        } catch (JournalException later) {
            LOG.log(Level.FINE, "Outcomes are still unsaved", later);
        }
    }
}
