package app.forecourt.model;

import app.forecourt.journal.JournalOpenState;

/** Receiver of the journal's problems after it was opened. */
public interface JournalProblemListener {
    /** Reports that the journal was opened again: a lost or damaged file was replaced, or it can be written now. */
    default void onJournalReopened(JournalOpenState state) {}

    /** Reports the number of unreadable cars and submissions that were left out. */
    default void onRowsLeftOut(int count) {}
}
