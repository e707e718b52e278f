package app.forecourt.send;

import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.Submission;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The listener of the queues. A submission must be saved before it leaves; its outcome is reported even if it can't be
 * saved.
 */
final class ProgressRecorder implements SendQueue.Listener {
    private static final Logger LOG = Logger.getLogger(ProgressRecorder.class.getName());

    private final Journal journal;
    private final UnsavedSubmissions unsaved;
    private final Consumer<Submission> listener;
    private final Set<UUID> allowedUnsaved = ConcurrentHashMap.newKeySet();

    ProgressRecorder(Journal journal, UnsavedSubmissions unsaved, Consumer<Submission> listener) {
        this.journal = journal;
        this.unsaved = unsaved;
        this.listener = listener;
    }

    /** Allows a submission to leave unsaved, because the user has confirmed that. */
    void allowUnsaved(Submission submission) {
        allowedUnsaved.add(submission.id());
        unsaved.keep(submission);
    }

    @Override
    public boolean onStart(Submission submission) {
        boolean claimed = true;
        try {
            claimed = unsaved.markSending(submission);
            unsaved.flush();
        } catch (JournalException failure) {
            LOG.log(Level.WARNING, "A submission could not be saved", failure);
            if (!allowedUnsaved.contains(submission.id())) {
                throw failure;
            }
            if (claimed) {
                unsaved.keep(submission);
                journal.logUnsavedSending(submission);
            }
        }
        if (claimed) {
            listener.accept(submission);
        }
        return claimed;
    }

    @Override
    public void onFinish(Submission submission) {
        try {
            unsaved.keep(submission);
            unsaved.flush();
        } catch (JournalException failure) {
            LOG.log(Level.WARNING, "The outcome of a submission could not be saved", failure);
        }
        listener.accept(submission);
        unsaved.reportSaved();
    }
}
