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
 * Ends that could not be noted when they came; until they are, the journal still has them as on their way. Only ends:
 * what is under way has its next note in its own lane. May be used from any thread.
 */
final class UnsavedOutcomes {
    private static final Logger LOG = Logger.getLogger(UnsavedOutcomes.class.getName());

    private final Journal journal;
    private final Map<UUID, Submission> owed = new ConcurrentHashMap<>();

    UnsavedOutcomes(Journal journal) {
        this.journal = journal;
    }

    void add(Submission attempt) {
        owed.put(attempt.id(), attempt);
    }

    boolean any() {
        return !owed.isEmpty();
    }

    /**
     * Notes them. Blocks on the disk.
     *
     * @throws JournalException when it still can't be noted
     */
    void flush() {
        owed.forEach((id, attempt) -> {
            journal.note(attempt);
            owed.remove(id);
        });
    }

    void flushIfPossible() {
        try {
            flush();
        } catch (JournalException later) {
            LOG.log(Level.FINE, "still owed", later);
        }
    }
}
