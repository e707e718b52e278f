package app.forecourt.sharing.server;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.WAITING;

import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.stock.DuplicateKeys;
import app.forecourt.stock.UserVerdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A stock with many cars, one submission each, and the plans of the statements on it. */
public final class ManyItems {
    /** The submission whose duplicates are looked for. It has the VIN of one car, and the plate of another. */
    public static final DuplicateGuardColumns KEYS = new DuplicateGuardColumns(
            Optional.of(STAGING),
            Optional.of(UUID.randomUUID()),
            new DuplicateKeys(Optional.of("VIN7"), Optional.of("PL8"), Optional.of("N9")),
            Optional.of("1"),
            Optional.of(WAITING),
            UserVerdict.NONE);

    private ManyItems() {}

    /** Fills a new database. The server makes the rows, because a desk would need minutes. */
    static TestDatabase fill(int cars) throws StockServerException {
        TestDatabase database = PostgresServer.shared().database();
        try (var desk = database.desk("Anna")) {
            desk.state();
        }
        database.execute(
                """
                        INSERT INTO forecourt.item SELECT 'car', gen_random_uuid(), n, n,
                        jsonb_build_object('fields', jsonb_build_object('brand', jsonb_build_object('v', 'Opel ' || n)))
                        FROM generate_series(1, %1$s) AS n
                        """.formatted(cars),
                """
                        INSERT INTO forecourt.item SELECT 'submission', gen_random_uuid(), %1$s + n, %1$s + n,
                        jsonb_build_object('payload', n), 'staging', id, 'VIN' || n, 'PL' || n, 'N' || n, '1', 'accepted',
                        'none' FROM (SELECT id, version AS n FROM forecourt.item WHERE kind = 'car') AS car
                        """.formatted(cars),
                "UPDATE forecourt.stock SET version = 2 * " + cars,
                "ANALYZE forecourt.item");
        return database;
    }

    /** Returns the plan of the pull of the last items. */
    static List<String> planOfPull(Connection connection, long version, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN (ANALYZE) " + ItemTable.PULL)) {
            statement.setLong(1, version);
            statement.setLong(2, Long.MAX_VALUE);
            statement.setInt(3, limit);
            return lines(statement);
        }
    }

    /** Returns the plan of the duplicate guard. */
    static List<String> planOfGuard(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                SharedDuplicateFinder.prepare(connection, "EXPLAIN (ANALYZE) ", UUID.randomUUID(), KEYS, Set.of())) {
            return lines(statement);
        }
    }

    private static List<String> lines(PreparedStatement statement) throws SQLException {
        var lines = new ArrayList<String>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }
}
