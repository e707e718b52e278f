package app.forecourt.journal;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.car.CarDraft;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.LocationTable;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The policy for submissions that are under way when a journal is opened. It decides which of them may still be sent
 * automatically. The outcome of the others is unknown, and the user is asked.
 */
final class StartPolicy {
    /** Longest wait before the user is asked. After a longer wait the user may have listed the car in another way. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Path file;
    private final SendLog log;

    StartPolicy(Path file, SendLog log) {
        this.file = file;
        this.log = log;
    }

    /** Applies the policy to a journal that this run starts with. No submission is being sent yet. */
    void applyAtStart(Database database, Instant now) throws SQLException, IOException {
        apply(database, true, now);
    }

    /** Applies the policy to a journal that another program has begun in place of the open one. */
    void applyToJoined(Database database, Instant now) throws SQLException, IOException {
        apply(database, false, now);
    }

    private void apply(Database database, boolean start, Instant now) throws SQLException, IOException {
        String location = FileLocation.of(file, log.open());
        Map<UUID, Integer> tries = log.tries();
        List<Submission> unsaved = log.unsaved();
        Optional<String> stored = LocationTable.find(database);
        boolean elsewhere = stored.isPresent() && !stored.get().equals(location);
        if (stored.isEmpty() || elsewhere) {
            // Throws before any change, so that a damaged file is moved aside unchanged.
            database.requireSound();
        }
        database.inTransaction(transaction -> {
            if (elsewhere) {
                SubmissionTable.markInterruptedAsUnknown(transaction, Cause.COPIED, now, "true");
            } else if (start) {
                SubmissionTable.markInterruptedAsUnknown(transaction, Cause.BROKEN, now, "state = ?",
                        SubmissionState.SENDING);
                for (var entry : tries.entrySet()) {
                    SubmissionTable.markInterruptedAsUnknown(transaction, Cause.COPIED, now,
                            "id = ? AND tries < ?",
                            entry.getKey(),
                            entry.getValue());
                }
                SubmissionTable.markInterruptedAsUnknown(transaction, Cause.WAITED, now,
                        "begun NOT BETWEEN ? AND ?",
                        now.minus(LONGEST_WAIT), now.plus(LONGEST_WAIT));
            }
            if (stored.isEmpty()) {
                // A file of an earlier version has no location. It may have been copied, and the copy may send the car
                // too.
                SubmissionTable.markInterruptedAsUnknown(transaction, Cause.COPIED, now, "true");
            }
            add(transaction, unsaved, now);
            return saveLocation(transaction, location);
        });
        log.removeCars(unsaved);
    }

    /** Writes the location only if it has changed, because most starts change nothing in the file. */
    private static int saveLocation(Database transaction, String location) throws SQLException {
        return LocationTable.find(transaction).filter(location::equals).isPresent() ? 0
                : LocationTable.save(transaction, location);
    }

    /** Saves the location of a journal that this run has begun. */
    void applyToNew(Database database, Instant now) throws SQLException, IOException {
        String location = FileLocation.of(file, log.open());
        List<Submission> unsaved = log.unsaved();
        database.inTransaction(transaction -> {
            add(transaction, unsaved, now);
            return LocationTable.save(transaction, location);
        });
        log.removeCars(unsaved);
    }

    /**
     * Adds the submissions that earlier runs could not save to a journal in memory. They stay in the send log.
     */
    void addUnsaved(Database memory, Instant now) throws SQLException {
        log.open();
        memory.inTransaction(transaction -> {
            add(transaction, log.unsaved(), now);
            return transaction;
        });
    }

    /** Adds submissions that no journal could save, with an unknown outcome. */
    private static void add(Database transaction, List<Submission> unsaved, Instant now) throws SQLException {
        for (Submission submission : unsaved) {
            if (!SubmissionTable.contains(transaction, submission.id())) {
                Submission ended = submission.withOutcome(submission.changedAt(),
                        new SendOutcome.Unknown(Cause.NOT_KEPT, Optional.empty()));
                SubmissionTable.saveInTransaction(transaction, CarTable.find(transaction, submission.car())
                        .map(car -> withDraft(ended, car.draft())).orElse(ended), now);
            }
        }
    }

    /** Completes a submission with the car's draft, because the log has only a few of its fields. */
    private static Submission withDraft(Submission submission, CarDraft draft) {
        return new Submission(submission.id(), submission.car(), submission.profile(), submission.address(),
                submission.follows(),
                draft, submission.payload(), submission.state(), submission.requestedAt(),
                submission.changedAt(),
                submission.tries(),
                submission.due(), submission.outcome(), submission.verdict());
    }
}
