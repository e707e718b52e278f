package app.forecourt.sharing.server;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.server.ClaimResult.Duplicate;
import app.forecourt.stock.SubmissionState;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The duplicate guard over the submissions of all desks. Its rules are those of {@code DuplicateSubmissionFinder} of
 * the journal, in the SQL of another database; a test holds both to the same cases. The journal's guard decides for a
 * desk that shares nothing or works alone. This one decides as well when a car is claimed.
 */
final class SharedDuplicateFinder {
    private static final String TURNED_DOWN = states(SubmissionState::isTurnedDown);
    private static final String UNDER_WAY = states(SubmissionState::isUnderWay);

    /**
     * The guard. A row that somebody has edited counts rather than not, so that the user is warned. The submission
     * itself counts if it has ended, because its desk is then a restored copy of the home. An unknown submission that
     * was sent again counts if the user takes over a claim, because what was sent in its place does not leave then. It
     * also counts for another car if what was sent in its place had other keys or another dealership. It counts as long
     * as that is under way at another desk, because it may never leave.
     */
    static final String GUARD = """
            SELECT %1$s, item.car, item.vin_key, item.plate_key, item.number_key,
            coalesce(state = 'accepted', false) OR coalesce(verdict = 'it_is_there', false) AS is_there
            FROM forecourt.item
            WHERE kind = 'submission' AND (car = ? OR vin_key = ? OR plate_key = ? OR number_key = ?)
            AND (id <> ? OR coalesce(state NOT IN %3$s, true))
            AND coalesce(environment NOT IN (?, ?), true)
            AND (coalesce(verdict, '') = 'it_is_there' OR coalesce(state NOT IN %2$s, true)
            AND NOT (coalesce(state, '') = 'unknown' AND coalesce(verdict, '') = 'sent_again'
                AND (coalesce(car = ?, false) AND cardinality(?::uuid[]) = 0 AND NOT EXISTS (
                SELECT FROM forecourt.item AS waiting WHERE waiting.kind = 'submission' AND waiting.car = item.car
                AND waiting.environment = item.environment AND waiting.state IN %3$s AND waiting.id <> ?) OR EXISTS (
                SELECT FROM forecourt.item AS later WHERE later.kind = 'submission' AND later.car = item.car
                AND later.environment = item.environment AND later.added > item.added
                AND (later.car = ? OR (later.vin_key = ? OR later.plate_key = ? OR later.number_key = ?)
                    AND coalesce(later.dealership = ?, true))
                AND coalesce(later.state NOT IN %2$s AND later.state NOT IN %3$s, true) AND later.id <> ALL (?)))))
            AND (coalesce(car = ?, false) OR coalesce(dealership = ?, true))
            ORDER BY added DESC
            """.formatted(ItemTable.COLUMNS, TURNED_DOWN, UNDER_WAY);

    private SharedDuplicateFinder() {}

    private static String states(Predicate<SubmissionState> condition) {
        return Arrays.stream(SubmissionState.values())
                .filter(condition)
                .map(state -> "'" + ItemTable.word(state) + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * Returns the earlier submissions by which the environment may have the car already, the newest first.
     *
     * @param takenOver the submissions whose claims the user takes over
     */
    static List<Duplicate> find(Connection transaction, UUID submission, SubmissionKeys keys, Set<UUID> takenOver)
            throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(GUARD)) {
            bind(statement, submission, keys, takenOver);
            var found = new ArrayList<Duplicate>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID car = row.getObject("car", UUID.class);
                    found.add(new Duplicate(
                            car == null ? new UUID(0, 0) : car,
                            sharedField(row, keys),
                            ItemTable.read(row).orElseThrow(),
                            row.getBoolean("is_there")));
                }
            }
            return found;
        }
    }

    static void bind(PreparedStatement statement, UUID submission, SubmissionKeys keys, Set<UUID> takenOver)
            throws SQLException {
        UUID car = keys.car().orElseThrow();
        List<String> others = Stream.of(Profile.values())
                .filter(profile -> profile != keys.environment().orElseThrow())
                .map(ItemTable::word)
                .toList();
        statement.setObject(1, car);
        bindKeys(statement, 2, keys);
        statement.setObject(5, submission);
        statement.setString(6, others.get(0));
        statement.setString(7, others.get(1));
        statement.setObject(8, car);
        Array takenOverIds = statement.getConnection().createArrayOf("uuid", takenOver.toArray());
        statement.setArray(9, takenOverIds);
        statement.setObject(10, submission);
        statement.setObject(11, car);
        bindKeys(statement, 12, keys);
        statement.setString(15, keys.dealership().orElse(null));
        statement.setArray(16, takenOverIds);
        statement.setObject(17, car);
        statement.setString(18, keys.dealership().orElse(null));
    }

    private static void bindKeys(PreparedStatement statement, int first, SubmissionKeys keys) throws SQLException {
        statement.setString(first, keys.vin().orElse(null));
        statement.setString(first + 1, keys.plate().orElse(null));
        statement.setString(first + 2, keys.number().orElse(null));
    }

    private static Optional<CarField> sharedField(ResultSet row, SubmissionKeys keys) throws SQLException {
        return isSame(keys.vin(), row.getString("vin_key"))
                ? Optional.of(CarField.VIN)
                : isSame(keys.plate(), row.getString("plate_key"))
                        ? Optional.of(CarField.LICENSE_PLATE)
                        : isSame(keys.number(), row.getString("number_key"))
                                ? Optional.of(CarField.INTERNAL_ID)
                                : Optional.empty();
    }

    private static boolean isSame(Optional<String> key, @Nullable String stored) {
        return key.isPresent() && key.get().equals(stored);
    }
}
