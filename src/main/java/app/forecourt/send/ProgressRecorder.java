package app.forecourt.send;

import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.Submission;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The listener of the queues. A submission must be saved before it leaves; its outcome is reported even if it can't be
 * saved.
 */
final class ProgressRecorder implements SendQueue.Listener {
    private static final Logger LOG = Logger.getLogger(ProgressRecorder.class.getName());

    private final UnsavedSubmissions unsaved;
    private final Consumer<Submission> listener;

    ProgressRecorder(UnsavedSubmissions unsaved, Consumer<Submission> listener) {
        this.unsaved = unsaved;
        this.listener = listener;
    }

    @Override
    public boolean onStart(Submission submission) {
        boolean claimed = unsaved.markSending(submission);
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
