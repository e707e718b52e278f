package app.forecourt.journal.database;

import app.forecourt.car.CarField;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries of the table of submissions. */
public final class SubmissionQueries {
    /**
     * A condition for one state. It is worded so that SQLite uses the index of submissions under way and need not read
     * the others.
     */
    private static final String UNDER_WAY = "state IN ('waiting', 'sending') AND state = ?";

    /** The columns with the fields by which the car was known when it was sent, for the stock list. */
    public static final Map<CarField, String> SENT = Map.of(
            CarField.BRAND,
            "sentBrand",
            CarField.MODEL,
            "sentModel",
            CarField.LICENSE_PLATE,
            "sentPlate",
            CarField.VIN,
            "sentVin",
            CarField.INTERNAL_ID,
            "sentNumber",
            CarField.DEALERSHIP_ID,
            "sentDealership");

    private SubmissionQueries() {}

    /** Returns the waiting submissions in the order in which they were requested. */
    public static List<Submission> waiting(Database database) throws SQLException {
        return database.queryReadable(
                "SELECT * FROM attempt WHERE " + UNDER_WAY + " ORDER BY rowid",
                SubmissionQueries::readSubmission,
                SubmissionState.WAITING);
    }

    /** Returns a car's submissions, the oldest first. */
    static List<Submission> ofCar(Database database, UUID car) throws SQLException {
        return database.queryReadable(
                "SELECT * FROM attempt WHERE car = ? ORDER BY begun, rowid", SubmissionQueries::readSubmission, car);
    }

    /**
     * Returns the summaries for the stock list by car, the oldest first.
     *
     * @param condition an SQL condition for the submissions
     */
    static Map<UUID, List<SubmissionSummary>> summaries(Database database, String condition, Object... values)
            throws SQLException {
        var summaries = new HashMap<UUID, List<SubmissionSummary>>();
        database.queryReadable(
                "SELECT car, id, profile, state, state = 'not_sent' AND cause = 'stopped' AS stopped,"
                        + " decision, begun, number, takenOff, " + String.join(", ", SENT.values())
                        + " FROM attempt WHERE "
                        + condition + " ORDER BY car, begun, rowid",
                row -> {
                    SubmissionSummary summary = new SubmissionSummary(
                            ColumnConverter.id(row, "id"),
                            ColumnConverter.profile(row),
                            ColumnConverter.word(row, "state", SubmissionState.class),
                            row.getBoolean("stopped"),
                            ColumnConverter.word(row, "decision", UserVerdict.class),
                            ColumnConverter.time(row, "begun"),
                            ColumnConverter.optionalText(row, "number"),
                            ColumnConverter.optionalTime(row, "takenOff"),
                            ColumnConverter.texts(row, SENT));
                    return summaries
                            .computeIfAbsent(ColumnConverter.id(row, "car"), _ -> new ArrayList<>())
                            .add(summary);
                },
                values);
        return summaries;
    }

    /**
     * Converts a row of the table to a submission.
     *
     * @throws IllegalArgumentException if a value can't be understood
     * @throws IllegalStateException if the row holds damaged JSON
     */
    public static Submission readSubmission(ResultSet row) throws SQLException {
        SubmissionState state = ColumnConverter.word(row, "state", SubmissionState.class);
        return new Submission(
                ColumnConverter.id(row, "id"),
                ColumnConverter.id(row, "car"),
                ColumnConverter.profile(row),
                row.getString("address"),
                ColumnConverter.optionalText(row, "follows").map(UUID::fromString),
                DraftJson.draft(row.getString("draft")),
                row.getString("payload"),
                state,
                ColumnConverter.time(row, "begun"),
                ColumnConverter.time(row, "changed"),
                row.getInt("tries"),
                state == SubmissionState.WAITING ? ColumnConverter.optionalTime(row, "due") : Optional.empty(),
                ColumnConverter.outcome(row, state),
                ColumnConverter.word(row, "decision", UserVerdict.class),
                ColumnConverter.optionalTime(row, "takenOff"));
    }
}
