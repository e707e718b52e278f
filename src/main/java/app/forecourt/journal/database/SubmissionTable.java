package app.forecourt.journal.database;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.history.StoredStep;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The table of submissions and their outcomes. */
public final class SubmissionTable {
    /**
     * An assignment that takes the time of the change twice. A change gets a later time than the last one even after
     * the clock was set back.
     */
    private static final String CHANGED = "changed = max(changed + (changed > ?), ?)";

    private SubmissionTable() {}

    /**
     * Inserts a new submission. Links it to the accepted submission that it corrects, or to the staging one that it
     * repeats on production. It begins after the car's other submissions, even if the clock was set back since.
     *
     * @return the submission with its link and its final time
     */
    public static Submission add(Database database, Submission submission) throws SQLException {
        Submission added = database.queryFirst(
                        """
                        INSERT INTO attempt (id, car, profile, address, draft, payload, hash, state, changed, decision,
                            follows, begun)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            (SELECT id FROM attempt WHERE car = ? AND profile IN (?, ?) AND (state = ? OR decision = ?)
                            ORDER BY profile = ? DESC, begun DESC LIMIT 1),
                            max(?, (SELECT coalesce(max(begun) + 1, 0) FROM attempt WHERE car = ?),
                            (SELECT coalesce(max(reopened), 0) FROM car WHERE id = ?)))
                        RETURNING follows, begun
                        """,
                        row -> submission.enqueued(
                                ColumnConverter.optionalText(row, "follows").map(UUID::fromString),
                                ColumnConverter.time(row, "begun")),
                        submission.id(),
                        submission.car(),
                        submission.profile(),
                        submission.address(),
                        DraftJson.of(submission.draft()),
                        submission.payload(),
                        ColumnConverter.hash(submission.payload()),
                        submission.state(),
                        submission.changedAt(),
                        submission.verdict(),
                        submission.car(),
                        submission.profile(),
                        rehearsalProfile(submission),
                        SubmissionState.ACCEPTED,
                        UserVerdict.IT_IS_THERE,
                        submission.profile(),
                        submission.requestedAt(),
                        submission.car(),
                        submission.car())
                .orElseThrow();
        DuplicateSubmissionFinder.storeKeys(database, "id = ?", submission.id());
        return added;
    }

    /** Returns the profile on which the submission may have been rehearsed: staging for production, else its own. */
    private static Profile rehearsalProfile(Submission submission) {
        return submission.profile() == Profile.PRODUCTION ? Profile.STAGING : submission.profile();
    }

    /**
     * Updates the progress of a submission. If it was turned down without an answer on the car, an earlier submission
     * that it replaced becomes unknown again.
     *
     * @return false if the submission is not in the table
     */
    public static boolean update(Database database, Submission submission) throws SQLException {
        if (submission.state().isTurnedDown() && submission.state() != SubmissionState.REJECTED) {
            askAgain(database, submission);
        }
        ColumnConverter.OutcomeColumns columns = ColumnConverter.OutcomeColumns.of(submission.outcome());
        Instant due = submission.due().orElse(columns.until());
        Answer answer = columns.answer();
        return database.update(
                        """
                        UPDATE attempt SET state = ?, %s, tries = ?, due = ?, cause = ?, said = ?, status = ?,
                        contentType = ?, answer = ?, number = ? WHERE id = ?
                        """.formatted(CHANGED),
                        submission.state(),
                        submission.changedAt(),
                        submission.changedAt(),
                        submission.tries(),
                        due,
                        columns.cause(),
                        columns.said(),
                        answer == null ? null : answer.status(),
                        answer == null ? null : answer.contentType(),
                        answer == null ? null : answer.body(),
                        columns.number(),
                        submission.id())
                > 0;
    }

    /**
     * Marks the submissions as unknown again that a submission has replaced, directly or one after the other. They are
     * found by the time of their verdict, because the clocks of other desks may be wrong. Those after the last accepted
     * submission are marked too, because they may have a verdict of an earlier version of the program.
     */
    private static void askAgain(Database database, Submission submission) throws SQLException {
        database.update("""
                        WITH RECURSIVE sentAgain AS (SELECT id, begun, decided FROM attempt
                            WHERE car = ?1 AND profile = ?2 AND state = 'unknown' AND decision = 'sent_again'),
                        replaced (begun) AS (SELECT begun FROM attempt WHERE id = ?3 UNION
                            SELECT sentAgain.begun FROM sentAgain JOIN replaced ON sentAgain.decided = replaced.begun)
                        UPDATE attempt SET decision = 'none', changed = max(changed + 1, ?4)
                        WHERE id IN (SELECT id FROM sentAgain WHERE decided IN (SELECT begun FROM replaced)
                            OR begun > (SELECT coalesce(max(begun), -1) FROM attempt
                            WHERE car = ?1 AND profile = ?2 AND state = 'accepted'))
                        """, submission.car(), submission.profile(), submission.id(), submission.changedAt());
    }

    /** Updates the progress of a submission, or inserts it if it is missing, in one transaction. */
    public static Submission save(Database database, Submission submission, Instant now) throws SQLException {
        return database.inTransaction(transaction -> saveInTransaction(transaction, submission, now));
    }

    /** Updates the progress of a submission, or inserts it if it is missing, within the caller's transaction. */
    public static Submission saveInTransaction(Database transaction, Submission submission, Instant now)
            throws SQLException {
        if (!update(transaction, submission)) {
            if (CarTable.row(transaction, submission.car()).isEmpty()) {
                CarTable.save(transaction, submission.car(), submission.draft(), Set.of(), now);
            }
            add(transaction, submission);
            update(transaction, submission);
        }
        return submission;
    }

    /**
     * Claims a submission for sending. The number of tries must match. The state alone is not enough: it stays SENDING
     * if the last try's outcome could not be saved.
     *
     * @return false if the submission no longer waits, or another program has tried it meanwhile
     */
    public static boolean claim(Database database, Submission leaving) throws SQLException {
        return database.update(
                        "UPDATE attempt SET state = ?, tries = ?, " + CHANGED
                                + ", due = NULL, cause = NULL WHERE id = ? AND state IN ('waiting', 'sending') AND tries = ?",
                        leaving.state(),
                        leaving.tries(),
                        leaving.changedAt(),
                        leaving.changedAt(),
                        leaving.id(),
                        leaving.tries() - 1)
                > 0;
    }

    public static boolean contains(Database database, UUID id) throws SQLException {
        return database.queryFirst("SELECT 1 FROM attempt WHERE id = ?", row -> 1, id)
                .isPresent();
    }

    /**
     * Marks a car's submissions of unknown outcome as sent again by another submission. The verdict gets the time at
     * which that one begins, by which the replaced ones are found again.
     */
    public static void markSentAgain(Database database, Submission again, Instant now) throws SQLException {
        setVerdict(
                database,
                again.car(),
                again.profile(),
                UserVerdict.NONE,
                UserVerdict.SENT_AGAIN,
                again.requestedAt(),
                now);
    }

    /**
     * Sets the user's verdict on a car's submissions to a profile that have an unknown outcome.
     *
     * @param oldVerdict the verdict that is replaced
     * @param newVerdict the new verdict
     */
    public static int setVerdict(
            Database database, UUID car, Profile profile, UserVerdict oldVerdict, UserVerdict newVerdict, Instant now)
            throws SQLException {
        return setVerdict(database, car, profile, oldVerdict, newVerdict, now, now);
    }

    private static int setVerdict(
            Database database,
            UUID car,
            Profile profile,
            UserVerdict oldVerdict,
            UserVerdict newVerdict,
            Instant decided,
            Instant now)
            throws SQLException {
        return database.update(
                """
                UPDATE attempt SET decision = ?, decided = ?, %s
                WHERE car = ? AND profile = ? AND state = ? AND decision = ?
                """.formatted(CHANGED),
                newVerdict,
                decided,
                now,
                now,
                car,
                profile,
                SubmissionState.UNKNOWN,
                oldVerdict);
    }

    /**
     * Sets the time at which the advert of a submission was taken off AutoChat. The car's history gets a step. The time
     * of the last change grows by a millisecond only: a sync needs a later one, but a tick is no progress.
     *
     * @param at empty if the advert is there again
     */
    public static int setTakenOff(Database database, UUID id, Optional<Instant> at, Instant now) throws SQLException {
        return database.inTransaction(transaction -> {
            Optional<UUID> changed = transaction.findReadable(
                    "SELECT car FROM attempt WHERE id = ? AND (takenOff IS NULL) = ?",
                    row -> ColumnConverter.id(row, "car"),
                    id,
                    at.isPresent() ? 1 : 0);
            if (changed.isPresent()) {
                HistoryTable.add(
                        transaction,
                        changed.get(),
                        new HistoryTable.Step(
                                at.isPresent() ? StoredStep.Event.TAKEN_OFF : StoredStep.Event.STILL_THERE,
                                at.orElse(now),
                                Optional.of(id),
                                Optional.empty()),
                        "true");
            }
            return transaction.update(
                    "UPDATE attempt SET takenOff = ?, changed = changed + 1 WHERE id = ?", at.orElse(null), id);
        });
    }

    /**
     * Marks submissions under way as unknown.
     *
     * @param condition an SQL condition for the submissions
     */
    public static void markInterruptedAsUnknown(
            Database database, FailureCause cause, Instant now, String condition, Object... values)
            throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(SubmissionState.UNKNOWN, cause, now, now));
        parameters.addAll(List.of(values));
        database.update(
                "UPDATE attempt SET state = ?, cause = ?, " + CHANGED + " WHERE state IN ('waiting', 'sending') AND "
                        + condition,
                parameters.toArray());
    }
}
