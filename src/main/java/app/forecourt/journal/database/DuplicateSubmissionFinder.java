package app.forecourt.journal.database;

import app.forecourt.autochat.json.SentPayloadValues;
import app.forecourt.car.CarField;
import app.forecourt.stock.DuplicateGuardSql;
import app.forecourt.stock.DuplicateKeys;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The duplicate guard, which finds earlier submissions by which a profile may have a car already. Cars are identified
 * by VIN, plate and stock number, each as a {@link app.forecourt.stock.DuplicateKeyNormalizer}. The keys have columns
 * of their own.
 */
public final class DuplicateSubmissionFinder {
    private static final String PARTS = """
            submission AS NOT MATERIALIZED (
                SELECT id, car, profile AS environment, vinKey AS vin_key, plateKey AS plate_key, numberKey AS number_key,
                iif(json_valid(payload), json_extract(payload, '$.dealershipId'), NULL) AS dealership, state,
                decision AS verdict, begun AS added FROM attempt),
            taken_over (id) AS (SELECT NULL WHERE false),
            """;
    private static final String SELECT = """
            SELECT *, json_extract(whole, '$.brand') AS brand, json_extract(whole, '$.model') AS model
            FROM (SELECT attempt.*, iif(json_valid(payload), payload, '{}') AS whole
                FROM duplicate JOIN attempt ON attempt.id = duplicate.id) AS found
            ORDER BY begun DESC
            """;

    private DuplicateSubmissionFinder() {}

    /** Returns the keys of a row that has columns with the names of the fields. */
    private static DuplicateKeys keys(ResultSet row) throws SQLException {
        Map<CarField, Optional<String>> texts = new EnumMap<>(CarField.class);
        for (CarField field : List.of(CarField.VIN, CarField.LICENSE_PLATE, CarField.INTERNAL_ID)) {
            texts.put(field, ColumnConverter.optionalText(row, field.apiName()));
        }
        return DuplicateKeys.of(texts::get);
    }

    /**
     * Stores the keys of submissions.
     *
     * @param condition an SQL condition for the submissions
     */
    public static void storeKeys(Database database, String condition, Object... values) throws SQLException {
        record Known(String id, DuplicateKeys keys) {}
        List<Known> rows = database.query(
                "SELECT id, vin, licensePlate, internalId FROM attempt WHERE " + condition,
                row -> new Known(row.getString("id"), keys(row)),
                values);
        for (Known known : rows) {
            database.update(
                    "UPDATE attempt SET vinKey = ?, plateKey = ?, numberKey = ? WHERE id = ?",
                    known.keys().vin().orElse(null),
                    known.keys().plate().orElse(null),
                    known.keys().number().orElse(null),
                    known.id());
        }
    }

    /**
     * Returns the earlier submissions by which the submission's profile may have its car already, the newest first.
     * They have the same car, VIN, plate or stock number, and were not turned down.
     *
     * <p>A submission of this journal is never the same as the one that is asked for.
     */
    public static List<DuplicateSubmission> find(Database database, Submission submission) throws SQLException {
        DuplicateKeys keys = database.queryFirst("""
                WITH given (json) AS (SELECT ?) SELECT json_extract(json, '$.vin') AS vin,
                json_extract(json, '$.licensePlate') AS licensePlate,
                json_extract(json, '$.internalId') AS internalId FROM given
                """, DuplicateSubmissionFinder::keys, submission.payload())
                .orElseThrow();
        DuplicateGuardSql.Query guard = DuplicateGuardSql.query(
                PARTS,
                SELECT,
                Map.of(
                        "car", Optional.of(submission.car()),
                        "environment", Optional.of(submission.profile()),
                        "submission", Optional.of(""),
                        "vin", keys.vin(),
                        "plate", keys.plate(),
                        "number", keys.number(),
                        "dealership", submission.dealership()));
        return database.query(
                guard.sql(),
                row -> readMatch(row, keys),
                guard.values().stream().map(value -> value.orElse(null)).toArray());
    }

    private static DuplicateSubmission readMatch(ResultSet row, DuplicateKeys keys) throws SQLException {
        return new DuplicateSubmission(
                ColumnConverter.id(row, "id"),
                ColumnConverter.id(row, "car"),
                keys.shared(row.getString("vinKey"), row.getString("plateKey"), row.getString("numberKey")),
                state(row),
                ColumnConverter.time(row, "begun"),
                sent(row),
                SentPayloadValues.price(row.getString("whole")));
    }

    /** Returns the state in a row. A word that is no state counts as unknown. */
    private static SubmissionState state(ResultSet row) throws SQLException {
        String word = row.getString("state");
        return Stream.of(SubmissionState.values())
                .filter(state -> ColumnConverter.word(state).equals(word))
                .findFirst()
                .orElse(SubmissionState.UNKNOWN);
    }

    private static Map<CarField, String> sent(ResultSet row) throws SQLException {
        var sent = new EnumMap<CarField, String>(CarField.class);
        for (CarField field : List.of(CarField.BRAND, CarField.MODEL)) {
            ColumnConverter.optionalText(row, field.apiName()).ifPresent(text -> sent.put(field, text));
        }
        return sent;
    }
}
