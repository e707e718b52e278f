package app.forecourt.sharing.server;

import app.forecourt.sharing.server.ClaimResult.Duplicate;
import app.forecourt.stock.DuplicateGuardSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The {@link DuplicateGuardSql} over the submissions of all desks. */
final class SharedDuplicateFinder {
    private static final String PARTS = """
            submission AS NOT MATERIALIZED (
                SELECT id, car, environment, vin_key, plate_key, number_key, dealership, coalesce(state, '') AS state,
                coalesce(verdict, '') AS verdict, added FROM forecourt.item WHERE kind = 'submission'),
            taken_over (id) AS (SELECT unnest(:takenOver::uuid[])),
            """;
    private static final String SELECT = """
            SELECT %s, item.car, item.vin_key, item.plate_key, item.number_key,
            coalesce(state = 'accepted', false) OR coalesce(verdict = 'it_is_there', false) AS is_there
            FROM duplicate JOIN forecourt.item ON item.id = duplicate.id AND kind = 'submission' ORDER BY added DESC
            """.formatted(ItemTable.COLUMNS);

    private SharedDuplicateFinder() {}

    /**
     * Returns the earlier submissions by which the environment may have the car already, the newest first.
     *
     * @param takenOver the submissions whose claims the user takes over
     */
    static List<Duplicate> find(
            Connection transaction, UUID submission, DuplicateGuardColumns facts, Set<UUID> takenOver)
            throws SQLException {
        try (PreparedStatement statement = prepare(transaction, "", submission, facts, takenOver)) {
            var found = new ArrayList<Duplicate>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID car = row.getObject("car", UUID.class);
                    found.add(new Duplicate(
                            car == null ? new UUID(0, 0) : car,
                            facts.keys()
                                    .shared(
                                            row.getString("vin_key"),
                                            row.getString("plate_key"),
                                            row.getString("number_key")),
                            ItemTable.read(row).orElseThrow(),
                            row.getBoolean("is_there")));
                }
            }
            return found;
        }
    }

    /** @param prefix {@code ""}, or what asks for the plan */
    static PreparedStatement prepare(
            Connection transaction, String prefix, UUID submission, DuplicateGuardColumns facts, Set<UUID> takenOver)
            throws SQLException {
        DuplicateGuardSql.Query guard = DuplicateGuardSql.query(
                PARTS,
                SELECT,
                Map.of(
                        "submission", Optional.of(submission),
                        "car", facts.car(),
                        "environment", facts.environment().map(ItemTable::word),
                        "vin", facts.keys().vin(),
                        "plate", facts.keys().plate(),
                        "number", facts.keys().number(),
                        "dealership", facts.dealership(),
                        "takenOver", Optional.of(transaction.createArrayOf("uuid", takenOver.toArray()))));
        PreparedStatement statement = transaction.prepareStatement(prefix + guard.sql());
        for (int index = 0; index < guard.values().size(); index++) {
            statement.setObject(index + 1, guard.values().get(index).orElse(null));
        }
        return statement;
    }
}
