package app.forecourt.journal;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DuplicateSubmissionFinder;
import app.forecourt.journal.database.HistoryTable;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.database.SyncBaseTable;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The first save of a submission, which is refused if its profile may have the car already. */
final class SubmissionEnqueuer {
    private SubmissionEnqueuer() {}

    /** Saves a submission and the car's draft, as {@link Journal#note} does. */
    static EnqueueResult enqueue(
            Database database,
            Submission submission,
            CarDraft draft,
            Set<CarField> accepted,
            Set<UUID> confirmed,
            Instant now)
            throws SQLException {
        List<DuplicateSubmission> duplicates = findDuplicates(database, submission, confirmed);
        return duplicates.isEmpty()
                ? database.inTransaction(transaction -> add(transaction, submission, draft, accepted, now))
                : new EnqueueResult.AlreadyThere(duplicates);
    }

    /** Returns the submissions by which a profile may have the car already, without the confirmed ones. */
    static List<DuplicateSubmission> findDuplicates(Database database, Submission submission, Set<UUID> confirmed)
            throws SQLException {
        return DuplicateSubmissionFinder.find(database, submission).stream()
                .filter(match -> !confirmed.contains(match.submissionId()))
                .toList();
    }

    private static EnqueueResult add(
            Database transaction, Submission submission, CarDraft draft, Set<CarField> accepted, Instant now)
            throws SQLException {
        // The draft may lack what another desk has typed, and the autosave merges both.
        if (SyncBaseTable.carRevision(transaction, submission.car()).isEmpty()) {
            CarTable.save(transaction, submission.car(), draft, accepted, submission.requestedAt(), now);
        }
        HistoryTable.endStep(transaction, submission.car());
        Submission added = SubmissionTable.add(transaction, submission);
        SubmissionTable.markSentAgain(transaction, added, now);
        return new EnqueueResult.Enqueued(added);
    }
}
