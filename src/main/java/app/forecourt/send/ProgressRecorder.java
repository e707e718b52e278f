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
 * The listener of the queues, which saves the progress of submissions. A submission must be saved before it leaves; its
 * outcome is reported even if it can't be saved. The latest states that could not be saved are kept until they are. One
 * lock covers each write and its place here, so that no state overwrites a later one. May be used from any thread.
 */
final class ProgressRecorder implements SendQueue.Listener {
    private static final Logger LOG = Logger.getLogger(ProgressRecorder.class.getName());

    private final Journal journal;
    private final Consumer<Submission> listener;
    private final Consumer<Submission> onSaved;
    private final Queue<Submission> saved = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Submission> unsaved = Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * @param listener receives each progress
     * @param onSaved receives each submission that {@link #flush} has saved, when that is reported
     */
    ProgressRecorder(Journal journal, Consumer<Submission> listener, Consumer<Submission> onSaved) {
        this.journal = journal;
        this.listener = listener;
        this.onSaved = onSaved;
    }

    @Override
    public boolean onStart(Submission submission) {
        boolean claimed = markSending(submission);
        if (claimed) {
            listener.accept(submission);
        }
        return claimed;
    }

    @Override
    public void onFinish(Submission submission) {
        try {
            keep(submission);
            save();
        } catch (JournalException failure) {
            LOG.log(Level.WARNING, "The outcome of a submission could not be saved", failure);
        }
        listener.accept(submission);
        reportSaved();
    }

    private synchronized void keep(Submission submission) {
        unsaved.put(submission.id(), submission);
    }

    /** Marks a submission as being sent in the journal, which then has its latest state. */
    private synchronized boolean markSending(Submission leaving) {
        boolean claimed = journal.markSending(leaving);
        unsaved.remove(leaving.id());
        return claimed;
    }

    /** Returns true if a submission could not be saved yet. */
    boolean hasUnsaved() {
        return !unsaved.isEmpty();
    }

    /**
     * Saves the submissions, and reports them. Blocks on the disk.
     *
     * @throws JournalException if one still can't be saved
     */
    void flush() {
        save();
        reportSaved();
    }

    private synchronized void save() {
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
    private void reportSaved() {
        for (Submission next = saved.poll(); next != null; next = saved.poll()) {
            onSaved.accept(next);
        }
    }

    void flushIfPossible() {
        try {
            flush();
        } catch (JournalException later) {
            LOG.log(Level.FINE, "Submissions are still unsaved", later);
        }
    }
}
