package app.forecourt.journal;

import app.forecourt.autochat.FailureCause;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The recovery of submissions that are under way when a journal is opened. It decides which of them may still be sent
 * automatically. The outcome of the others is unknown, and the user is asked.
 */
final class SubmissionRecovery {
    /** Longest wait before the user is asked. After a longer wait the user may have listed the car in another way. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Path file;
    private final SendLog log;
    private final JournalFileFingerprinter fingerprinter;

    SubmissionRecovery(Path file, SendLog log, JournalFileFingerprinter fingerprinter) {
        this.file = file;
        this.log = log;
        this.fingerprinter = fingerprinter;
    }

    /**
     * Recovers the submissions of a journal that this run opens. No submission in it is being sent yet.
     *
     * @param created true if this run has created the file, so that it is no copy
     */
    void apply(Database database, boolean created, Instant now) throws SQLException, IOException {
        String fingerprint = fingerprinter.of(file, log.open());
        Map<UUID, Integer> tries = log.tries();
        List<Submission> departures = log.departures();
        Optional<String> stored = storedFingerprint(database);
        // A file of an earlier version has no fingerprint. It may have been copied, and the copy may send the car too.
        boolean sameFile = created
                || stored.filter(text -> place(text).equals(fingerprint)).isPresent();
        String location = fingerprint + " " + fingerprinter.computerStart();
        boolean unchanged = stored.filter(location::equals).isPresent();
        if (!sameFile) {
            // Throws before any change, so that a damaged file is moved aside unchanged.
            database.requireSound();
        }
        database.inTransaction(transaction -> {
            if (!created && (sameFile || stored.isEmpty())) {
                markUnderWay(transaction, tries, now);
            }
            if (!created && !unchanged) {
                // A whole disk that is put back has the same file and the same send log.
                SubmissionTable.markInterruptedAsUnknown(
                        transaction, sameFile ? FailureCause.RESTARTED : FailureCause.COPIED, now, "true");
            }
            addMissing(transaction, departures, now);
            // Most starts change nothing in the file.
            return unchanged
                    ? 0
                    : transaction.update("INSERT OR REPLACE INTO location (one, hash) VALUES (1, ?)", location);
        });
    }

    private static void markUnderWay(Database transaction, Map<UUID, Integer> tries, Instant now) throws SQLException {
        SubmissionTable.markInterruptedAsUnknown(
                transaction, FailureCause.BROKEN, now, "state = ?", SubmissionState.SENDING);
        for (var entry : tries.entrySet()) {
            SubmissionTable.markInterruptedAsUnknown(
                    transaction, FailureCause.COPIED, now, "id = ? AND tries < ?", entry.getKey(), entry.getValue());
        }
        SubmissionTable.markInterruptedAsUnknown(
                transaction,
                FailureCause.WAITED,
                now,
                "begun NOT BETWEEN ? AND ?",
                now.minus(LONGEST_WAIT),
                now.plus(LONGEST_WAIT));
    }

    private static String place(String location) {
        return location.split(" ", 2)[0];
    }

    /**
     * Returns the fingerprint of the file at its last start, with the start of the computer. Empty in a file of an
     * earlier version.
     */
    private static Optional<String> storedFingerprint(Database database) throws SQLException {
        return database.queryFirst("SELECT hash FROM location", row -> row.getString("hash"));
    }

    /** Adds submissions that an older copy of the file lacks. They get the missing fields from their car. */
    private static void addMissing(Database transaction, List<Submission> departures, Instant now) throws SQLException {
        // In one query, because each start asks for all departures of a month.
        String ids = departures.stream()
                .map(submission -> "\"" + submission.id() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        Set<String> missing = Set.copyOf(transaction.query(
                "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM attempt)",
                row -> row.getString("value"),
                ids));
        for (Submission submission : departures) {
            if (missing.contains(submission.id().toString())) {
                Submission added = CarTable.find(transaction, submission.car())
                        .map(car -> submission.withDraft(car.draft()))
                        .orElse(submission);
                SubmissionTable.saveInTransaction(transaction, added, now);
            }
        }
    }
}
