package app.forecourt.sharing.server;

import app.forecourt.sharing.server.StockClient.Desk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A desk that is at work: a row of the table of desks.
 *
 * @param seen the time of its last sign of life, by the server's clock
 * @param car the car that is open at the desk
 */
public record DeskPresence(UUID id, String name, Instant seen, Optional<UUID> car) {
    /** The time without a sign of life after which a desk counts as gone. An idle desk gives one every 30 s. */
    private static final Duration LIFE = Duration.ofSeconds(75);

    /** Gives a sign of life. Writes nothing if the last one is young and says the same, to spare the server's disk. */
    static void set(Connection transaction, Desk desk, Optional<UUID> car) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                WITH present AS (SELECT ?::uuid AS id, ?::text AS name, ?::uuid AS car)
                INSERT INTO forecourt.desk (id, name, seen, car)
                SELECT id, name, clock_timestamp(), car FROM present WHERE NOT EXISTS (
                  SELECT FROM forecourt.desk AS before WHERE before.id = present.id AND before.name = present.name
                  AND before.car IS NOT DISTINCT FROM present.car
                  AND before.seen > clock_timestamp() - interval '10 s')
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, seen = excluded.seen, car = excluded.car
                """)) {
            statement.setObject(1, desk.id());
            statement.setString(2, desk.name());
            statement.setObject(3, car.orElse(null), Types.OTHER);
            statement.executeUpdate();
        }
    }

    static void remove(Connection transaction, Desk desk) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("DELETE FROM forecourt.desk WHERE id = ?")) {
            statement.setObject(1, desk.id());
            statement.executeUpdate();
        }
    }

    static List<DeskPresence> all(Connection transaction) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                SELECT id, name, seen, car FROM forecourt.desk
                WHERE seen > clock_timestamp() - make_interval(secs => ?) ORDER BY name, id
                """)) {
            statement.setDouble(1, (double) LIFE.toSeconds());
            var desks = new ArrayList<DeskPresence>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    desks.add(new DeskPresence(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getObject("seen", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getObject("car", UUID.class))));
                }
            }
            return desks;
        }
    }
}
