package app.forecourt.send;

import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.Submission;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The latest states of submissions that could not be saved. Until they are, the journal lacks a submission or has an
 * earlier state. One lock covers each write and its place here, so that no state overwrites a later one. May be used
 * from any thread.
 */
final class UnsavedSubmissions {
    private static final Logger LOG = Logger.getLogger(UnsavedSubmissions.class.getName());

    private final Journal journal;
    private final Consumer<Submission> onSaved;
    private final Queue<Submission> saved = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Submission> unsaved = Collections.synchronizedMap(new LinkedHashMap<>());

    /** @param onSaved receives each submission that {@link #flush} has saved, when that is reported */
    UnsavedSubmissions(Journal journal, Consumer<Submission> onSaved) {
        this.journal = journal;
        this.onSaved = onSaved;
    }

    /** Keeps the latest state of a submission until it is saved. Blocks on the disk. */
    synchronized void keep(Submission submission) {
        unsaved.put(submission.id(), submission);
    }

    /**
     * Marks a submission as being sent in the journal, which then has its latest state. Blocks on the disk.
     *
     * @return false if another program has claimed the submission
     * @throws JournalException if the journal can't be written
     */
    synchronized boolean markSending(Submission leaving) {
        boolean claimed = journal.markSending(leaving);
        unsaved.remove(leaving.id());
        return claimed;
    }

    /** Returns true if a submission could not be saved yet. */
    boolean isPresent() {
        return !unsaved.isEmpty();
    }

    /**
     * Saves the submissions. Blocks on the disk.
     *
     * @throws JournalException if one still can't be saved
     */
    synchronized void flush() {
        for (Submission submission : List.copyOf(unsaved.values())) {
            try {
                journal.update(submission);
            } catch (JournalException unwritable) {
                throw unwritable;
            } catch (RuntimeException bug) {
                // A submission that can never be saved must not keep the others.
                unsaved.remove(submission.id());
                throw bug;
            }
            unsaved.remove(submission.id());
            saved.add(submission);
        }
    }

    /** Reports the submissions that were saved since the last report. Without a lock, because the receiver may wait. */
    void reportSaved() {
        for (Submission next = saved.poll(); next != null; next = saved.poll()) {
            onSaved.accept(next);
        }
    }

    void flushIfPossible() {
        try {
            flush();
            reportSaved();
        } catch (JournalException later) {
            LOG.log(Level.FINE, "Submissions are still unsaved", later);
        }
    }
}
