package app.forecourt.journal.database;

import app.forecourt.autochat.json.SentCarValues;
import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateKey;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The duplicate guard, which finds earlier submissions by which a profile may have a car already. Cars are identified
 * by VIN, plate and stock number, each as a {@link DuplicateKey}. The keys have columns of their own.
 */
public final class DuplicateSubmissionFinder {
    /** The states of submissions by which AutoChat certainly does not have the car, as an SQL list. */
    static final String TURNED_DOWN = states(SubmissionState::isTurnedDown);

    private static final String UNDER_WAY = states(SubmissionState::isUnderWay);

    private DuplicateSubmissionFinder() {}

    private static String states(Predicate<SubmissionState> condition) {
        return Arrays.stream(SubmissionState.values())
                .filter(condition)
                .map(state -> "'" + ColumnConverter.word(state) + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The keys of a car; null if the car has no such key. */
    private record Keys(
            @Nullable String vin,
            @Nullable String plate,
            @Nullable String number) {

        /** Creates the keys of a row that has columns with the names of the fields. */
        static Keys of(ResultSet row) throws SQLException {
            return new Keys(key(row, CarField.VIN), key(row, CarField.LICENSE_PLATE), key(row, CarField.INTERNAL_ID));
        }

        private static @Nullable String key(ResultSet row, CarField field) throws SQLException {
            return ColumnConverter.optionalText(row, field.apiName())
                    .flatMap(text -> DuplicateKey.of(field, text))
                    .orElse(null);
        }

        /** Returns the first field with the same key in the row of a submission. */
        Optional<CarField> shared(ResultSet row) throws SQLException {
            return isSame(vin, row.getString("vinKey"))
                    ? Optional.of(CarField.VIN)
                    : isSame(plate, row.getString("plateKey"))
                            ? Optional.of(CarField.LICENSE_PLATE)
                            : isSame(number, row.getString("numberKey"))
                                    ? Optional.of(CarField.INTERNAL_ID)
                                    : Optional.empty();
        }

        private static boolean isSame(@Nullable String key, @Nullable String stored) {
            return key != null && key.equals(stored);
        }
    }

    /**
     * Stores the keys of submissions.
     *
     * @param condition an SQL condition for the submissions
     */
    public static void storeKeys(Database database, String condition, Object... values) throws SQLException {
        record Known(String id, Keys keys) {}
        List<Known> rows = database.query(
                "SELECT id, vin, licensePlate, internalId FROM attempt WHERE " + condition,
                row -> new Known(row.getString("id"), Keys.of(row)),
                values);
        for (Known known : rows) {
            database.update(
                    "UPDATE attempt SET vinKey = ?, plateKey = ?, numberKey = ? WHERE id = ?",
                    known.keys().vin(),
                    known.keys().plate(),
                    known.keys().number(),
                    known.id());
        }
    }

    /**
     * Returns the earlier submissions by which the submission's profile may have its car already, the newest first.
     * They have the same car, VIN, plate or stock number, and were not turned down.
     *
     * <p>A submission with an unreadable state counts. An unknown submission that was sent again counts as long as what
     * was sent in its place is under way, because that may never leave. Afterwards it counts only for another car, and
     * only if sending again failed or went elsewhere: with other keys, or to another dealership. Another car of another
     * dealership does not count.
     */
    public static List<DuplicateSubmission> find(Database database, Submission submission) throws SQLException {
        Keys keys = database.queryFirst("""
                WITH given (json) AS (SELECT ?) SELECT json_extract(json, '$.vin') AS vin,
                json_extract(json, '$.licensePlate') AS licensePlate,
                json_extract(json, '$.internalId') AS internalId FROM given
                """, Keys::of, submission.payload()).orElseThrow();
        String others = Stream.of(Profile.values())
                .filter(profile -> profile != submission.profile())
                .map(profile -> "'" + ColumnConverter.word(profile) + "'")
                .collect(Collectors.joining(", "));
        return database.query(
                """
                        SELECT *, json_extract(whole, '$.brand') AS brand, json_extract(whole, '$.model') AS model
                        FROM (SELECT *, iif(json_valid(payload), payload, '{}') AS whole FROM attempt
                              WHERE car = ?1 OR vinKey = ?2 OR plateKey = ?3 OR numberKey = ?4) AS attempt
                        WHERE profile NOT IN (%1$s) AND (decision = 'it_is_there' OR state NOT IN %2$s
                        AND NOT (state = 'unknown' AND decision = 'sent_again' AND (car = ?1 AND NOT EXISTS (
                            SELECT 1 FROM attempt AS waiting WHERE waiting.car = attempt.car
                            AND waiting.profile = attempt.profile AND waiting.state IN %3$s) OR EXISTS (
                            SELECT 1 FROM attempt AS later WHERE later.car = attempt.car
                            AND later.profile = attempt.profile AND later.begun > attempt.begun
                            AND (later.car = ?1 OR (later.vinKey = ?2 OR later.plateKey = ?3 OR later.numberKey = ?4)
                            AND coalesce(json_extract(iif(json_valid(later.payload), later.payload, '{}'), '$.dealershipId')
                                = json_extract(?5, '$.dealershipId'), true))
                            AND later.state NOT IN %2$s AND later.state NOT IN %3$s))))
                        AND (car = ?1 OR coalesce(json_extract(whole, '$.dealershipId')
                             = json_extract(?5, '$.dealershipId'), true))
                        ORDER BY begun DESC
                        """.formatted(others, TURNED_DOWN, UNDER_WAY),
                row -> readMatch(row, keys),
                submission.car(),
                keys.vin(),
                keys.plate(),
                keys.number(),
                submission.payload());
    }

    private static DuplicateSubmission readMatch(ResultSet row, Keys keys) throws SQLException {
        return new DuplicateSubmission(
                ColumnConverter.id(row, "id"),
                ColumnConverter.id(row, "car"),
                keys.shared(row),
                state(row),
                ColumnConverter.time(row, "begun"),
                sent(row),
                SentCarValues.price(row.getString("whole")));
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
