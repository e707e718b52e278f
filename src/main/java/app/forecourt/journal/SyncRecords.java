package app.forecourt.journal;

import app.forecourt.history.StoredStep;
import app.forecourt.journal.database.HistoryTable;
import app.forecourt.journal.database.MergedCar;
import app.forecourt.journal.database.MergedCarTable;
import app.forecourt.journal.database.SubmissionRows;
import app.forecourt.journal.database.SubmissionTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The cars and submissions of the journal, as the sync with a shared stock needs them. A write is refused if the row
 * was changed since the caller read it, so that nothing that the user types meanwhile is lost. The methods block as
 * those of {@link Journal} do.
 */
public final class SyncRecords {
    private final JournalThread writer;
    private final Clock clock;

    SyncRecords(JournalThread writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Returns the times of the last changes of all cars, also of those that can't be understood. */
    public Map<UUID, Instant> carChanges() {
        return writer.readConcurrently(MergedCarTable::changes);
    }

    /**
     * Returns the stamps of all submissions, in the order in which these were requested. A stamp changes with its row.
     */
    public Map<UUID, String> submissionStamps() {
        return writer.readConcurrently(SubmissionRows::stamps);
    }

    /** Returns cars; those that are missing or can't be understood are left out. */
    public List<MergedCarTable.Version> cars(List<UUID> ids) {
        return writer.execute(database -> {
            List<MergedCarTable.Version> found = new ArrayList<>();
            for (UUID id : ids) {
                MergedCarTable.find(database, id).ifPresent(found::add);
            }
            return found;
        });
    }

    /** Returns true if the journal has a car, even one that can't be understood. */
    public boolean containsCar(UUID car) {
        return writer.execute(database -> MergedCarTable.contains(database, car));
    }

    /** Returns the last two marks of a car and their removals, the newest first. */
    public List<StoredStep> lastMarks(UUID car) {
        return writer.readConcurrently(database -> HistoryTable.lastMarks(database, car));
    }

    /**
     * Saves merged cars in one transaction.
     *
     * @return the time of the change of each car, in the order of the cars; empty for a car that was changed since it
     *     was read
     */
    public List<Optional<Instant>> saveCars(List<MergedCar> cars) {
        return writer.write(database -> database.inTransaction(transaction -> {
            List<Optional<Instant>> saved = new ArrayList<>();
            for (MergedCar car : cars) {
                saved.add(MergedCarTable.save(transaction, car, clock.instant()));
            }
            return saved;
        }));
    }

    /** Returns a submission; empty if there is none or if it can't be understood. */
    public Optional<SubmissionRows.Version> submission(UUID submission) {
        return writer.execute(database -> SubmissionRows.find(database, submission));
    }

    /** Returns submissions; those that are missing or can't be understood are left out. */
    public Map<UUID, SubmissionRows.Version> submissions(List<UUID> ids) {
        return writer.execute(database -> {
            Map<UUID, SubmissionRows.Version> found = new HashMap<>();
            for (UUID id : ids) {
                SubmissionRows.find(database, id).ifPresent(row -> found.put(id, row));
            }
            return found;
        });
    }

    /** Returns true if the journal has a submission, even one that can't be understood. */
    public boolean containsSubmission(UUID submission) {
        return writer.execute(database -> SubmissionTable.contains(database, submission));
    }

    /** Returns the submissions of a car, in the order in which they were requested. */
    public List<UUID> submissionsOf(UUID car) {
        return writer.execute(database -> SubmissionRows.ofCar(database, car));
    }

    /**
     * A submission of another journal, or its progress.
     *
     * @param columns sound columns
     * @param replaced the stamp of the row that was merged; empty if the submission is new here
     */
    public record MergedSubmission(JsonNode columns, Optional<String> replaced) {}

    /**
     * Saves submissions in one transaction, and their cars if those are missing.
     *
     * @return the stamp of each submission, in their order; empty if nothing is saved, because the row was changed
     *     since or the submission is under way
     */
    public List<Optional<String>> saveSubmissions(List<MergedSubmission> submissions) {
        return writer.write(database -> database.inTransaction(transaction -> {
            List<Optional<String>> stamps = new ArrayList<>();
            for (MergedSubmission submission : submissions) {
                SubmissionRows.saveMissingCar(transaction, submission.columns(), clock.instant());
                stamps.add(SubmissionRows.save(transaction, submission.columns(), submission.replaced()));
            }
            return stamps;
        }));
    }
}
