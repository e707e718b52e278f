package app.forecourt.journal.database;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The attempts: what was to be sent where, and what came of it. */
public final class SubmissionTable {
    /** One state, said so that the index of those under way is used and the others need not be read. */
    private static final String UNDER_WAY = "state IN ('waiting', 'sending') AND state = ?";

    /** Where the stock list finds what a car was known by when it was sent. */
    public static final Map<CarField, String> SENT = Map.of(CarField.BRAND, "sentBrand",
            CarField.MODEL, "sentModel", CarField.LICENSE_PLATE, "sentPlate", CarField.VIN, "sentVin",
            CarField.INTERNAL_ID, "sentNumber", CarField.DEALERSHIP_ID, "sentDealership");

    /** With the time of the change twice: one after a clock that was ahead is the later all the same. */
    private static final String CHANGED = "changed = max(changed + (changed > ?), ?)";

    private SubmissionTable() {}

    /**
     * Writes a new attempt; one that corrects an accepted one, or repeats on production what staging took, is linked to
     * it. It begins after the car's others, though
     * the clock was set back since.
     */
    public static Submission add(Database database, Submission attempt) throws SQLException {
        Optional<UUID> follows = database.one("""
                SELECT id FROM attempt WHERE car = ? AND profile IN (?, ?) AND (state = ? OR decision = ?)
                ORDER BY profile = ? DESC, begun DESC
                """, row -> ColumnMapping.id(row, "id"), attempt.car(), attempt.profile(), rehearsal(attempt),
                SubmissionState.ACCEPTED, UserVerdict.IT_IS_THERE, attempt.profile());
        Instant begun = database.one("""
                SELECT max(?, (SELECT coalesce(max(begun) + 1, 0) FROM attempt WHERE car = ?),
                (SELECT coalesce(max(reopened), 0) FROM car WHERE id = ?)) AS begun
                """, row -> ColumnMapping.time(row, "begun"), attempt.begun(), attempt.car(), attempt.car())
                .orElseThrow();
        database.update("""
                INSERT INTO attempt
                (id, car, profile, address, follows, draft, payload, hash, state, begun, changed, decision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, attempt.id(), attempt.car(), attempt.profile(), attempt.address(), follows.orElse(null),
                DraftJson.of(attempt.sent()), attempt.payload(), ColumnMapping.hash(attempt.payload()),
                attempt.state(), begun, attempt.changed(), attempt.decision());
        DuplicateFinder.note(database, "id = ?", attempt.id());
        return new Submission(attempt.id(), attempt.car(), attempt.profile(), attempt.address(), follows,
                attempt.sent(), attempt.payload(), attempt.state(), begun, attempt.changed(),
                attempt.tries(), attempt.due(), attempt.outcome(), attempt.decision());
    }

    /** Where that one was rehearsed, if anywhere. */
    private static Profile rehearsal(Submission attempt) {
        return attempt.profile() == Profile.PRODUCTION ? Profile.STAGING : attempt.profile();
    }

    /**
     * Writes how far an attempt has come; false when it isn't there. When it came to nothing, an earlier one that it was
     * to make up for is as unknown as it was.
     */
    public static boolean update(Database database, Submission attempt) throws SQLException {
        if (attempt.state().turnedDown() && attempt.state() != SubmissionState.REJECTED) {
            database.update(
                    """
                            UPDATE attempt SET decision = 'none', changed = max(changed + 1, ?)
                            WHERE car = ? AND profile = ? AND state = 'unknown' AND decision = 'sent_again'
                            AND begun > coalesce((SELECT max(begun) FROM attempt AS taken WHERE taken.car = attempt.car
                                AND taken.profile = attempt.profile AND taken.state = 'accepted'), -1)
                            """,
                    attempt.changed(), attempt.car(), attempt.profile());
        }
        ColumnMapping.Came came = ColumnMapping.Came.of(attempt.outcome());
        Instant due = attempt.due().orElse(came.until());
        return database.update(
                """
                        UPDATE attempt SET state = ?, %s, tries = ?, due = ?, cause = ?, said = ?, status = ?,
                        contentType = ?, answer = ?, number = ? WHERE id = ?
                        """.formatted(CHANGED),
                attempt.state(), attempt.changed(), attempt.changed(), attempt.tries(), due, came.cause(),
                came.said(),
                came.status(), came.contentType(), came.answer(), came.number(), attempt.id()) > 0;
    }

    /** Writes how far an attempt has come, and that it was asked for if that isn't there. */
    public static Submission put(Database database, Submission attempt, Instant now) throws SQLException {
        return database.inTransaction(all -> write(all, attempt, now));
    }

    /** The same within a transaction. */
    public static Submission write(Database all, Submission attempt, Instant now) throws SQLException {
        if (!update(all, attempt)) {
            if (CarTable.row(all, attempt.car()).isEmpty()) {
                CarTable.save(all, attempt.car(), attempt.sent(), Set.of(), now);
            }
            add(all, attempt);
            update(all, attempt);
        }
        return attempt;
    }

    /**
     * Takes an attempt in hand to send it: false when it waits no more, or another program has tried it meanwhile. By the
     * number of tries, as it may stand as on its way since its last try if what came of that could not be noted.
     */
    public static boolean claim(Database database, Submission leaving) throws SQLException {
        return database.update(
                "UPDATE attempt SET state = ?, tries = ?, " + CHANGED
                        + ", due = NULL, cause = NULL WHERE id = ? AND state IN ('waiting', 'sending') AND tries = ?",
                leaving.state(), leaving.tries(), leaving.changed(), leaving.changed(), leaving.id(),
                leaving.tries() - 1) > 0;
    }

    public static boolean isThere(Database database, UUID attempt) throws SQLException {
        return database.one("SELECT 1 FROM attempt WHERE id = ?", row -> 1, attempt).isPresent();
    }

    /** Notes what the user says of the attempts of a car on a profile whose end nobody knows. */
    public static int decide(Database database, UUID car, Profile profile, UserVerdict before,
            UserVerdict after,
            Instant now) throws SQLException {
        return database.update("""
                UPDATE attempt SET decision = ?, decided = ?, %s
                WHERE car = ? AND profile = ? AND state = ? AND decision = ?
                """.formatted(CHANGED), after, now, now, now, car, profile, SubmissionState.UNKNOWN, before);
    }

    /**
     * Ends attempts that are under way, with nobody knowing what came of them.
     *
     * @param which a condition
     */
    public static void markInterruptedAsUnknown(Database database, Cause cause, Instant now, String which,
            Object... values)
            throws SQLException {
        List<Object> all = new ArrayList<>(List.of(SubmissionState.UNKNOWN, cause, now, now));
        all.addAll(List.of(values));
        database.update("UPDATE attempt SET state = ?, cause = ?, " + CHANGED
                + " WHERE state IN ('waiting', 'sending') AND " + which, all.toArray());
    }

    /** What is still to be sent, in the order in which it was asked for. */
    public static List<Submission> waiting(Database database) throws SQLException {
        return database.readable("SELECT * FROM attempt WHERE " + UNDER_WAY + " ORDER BY rowid",
                SubmissionTable::attempt, SubmissionState.WAITING);
    }

    /** So many, the one that came further last first. */
    public static List<Submission> lately(Database database, int count) throws SQLException {
        return database.readable("SELECT * FROM attempt ORDER BY changed DESC, rowid DESC LIMIT ?",
                SubmissionTable::attempt, count);
    }

    /** A car's attempts, oldest first. */
    static List<Submission> of(Database database, UUID car) throws SQLException {
        return database.readable("SELECT * FROM attempt WHERE car = ? ORDER BY begun, rowid",
                SubmissionTable::attempt,
                car);
    }

    /**
     * What the stock list needs to know of attempts, by car, oldest first.
     *
     * @param which a condition
     */
    static Map<UUID, List<SubmissionSummary>> traces(Database database, String which, Object... values)
            throws SQLException {
        var traces = new HashMap<UUID, List<SubmissionSummary>>();
        database.readable(
                "SELECT car, id, profile, state, state = 'not_sent' AND cause = 'stopped' AS stopped,"
                        + " decision, begun, " + String.join(", ", SENT.values()) + " FROM attempt WHERE "
                        + which + " ORDER BY car, begun, rowid",
                row -> {
                    SubmissionSummary trace = new SubmissionSummary(ColumnMapping.id(row, "id"),
                            ColumnMapping.profile(row),
                            ColumnMapping.word(row, "state", SubmissionState.class),
                            row.getBoolean("stopped"),
                            ColumnMapping.word(row, "decision", UserVerdict.class),
                            ColumnMapping.time(row, "begun"),
                            ColumnMapping.texts(row, SENT));
                    return traces.computeIfAbsent(ColumnMapping.id(row, "car"), any -> new ArrayList<>())
                            .add(trace);
                }, values);
        return traces;
    }

    public static Submission attempt(ResultSet row) throws SQLException {
        SubmissionState state = ColumnMapping.word(row, "state", SubmissionState.class);
        return new Submission(ColumnMapping.id(row, "id"), ColumnMapping.id(row, "car"),
                ColumnMapping.profile(row),
                row.getString("address"),
                ColumnMapping.maybe(row, "follows").map(UUID::fromString),
                DraftJson.draft(row.getString("draft")),
                row.getString("payload"), state, ColumnMapping.time(row, "begun"),
                ColumnMapping.time(row, "changed"),
                row.getInt("tries"),
                state == SubmissionState.WAITING ? ColumnMapping.maybeTime(row, "due") : Optional.empty(),
                ColumnMapping.outcome(row, state), ColumnMapping.word(row, "decision", UserVerdict.class));
    }
}
