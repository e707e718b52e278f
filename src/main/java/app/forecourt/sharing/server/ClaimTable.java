package app.forecourt.sharing.server;

import app.forecourt.sharing.server.ClaimResult.Duplicate;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.sharing.server.StockClient.Desk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The table of claims. Each method runs within the caller's transaction. A model check in the tests shows that the
 * states and their order keep a car from being posted twice.
 */
final class ClaimTable {
    private static final String COLUMNS = "id, submission, desk, desk_name, state, tries, at";
    /** The claims whose outcome is not at the server. */
    private static final String UNSETTLED = "state IN ('held', 'posting', 'doubtful')";

    private ClaimTable() {}

    /**
     * Claims a car, as {@link StockClient#claim} does. The caller rolls back if the claim is not granted.
     *
     * @param takenOver the claims that the user takes over, as the user has seen them
     */
    static ClaimResult claim(
            Connection transaction,
            Desk desk,
            UUID submission,
            DuplicateGuardColumns facts,
            Confirmed confirmed,
            Set<UnsettledClaim> takenOver)
            throws SQLException, StockServerException {
        StockStateTable.lock(transaction);
        Set<UUID> replaced = new HashSet<>();
        for (UnsettledClaim open : openClaims(transaction, facts)) {
            if (open.submission().equals(submission) && open.desk().equals(desk.id()) && !open.isPosting()) {
                // The reply to the same claim was lost.
                return new ClaimResult.Granted(open.id());
            }
            if (takenOver.stream()
                    .noneMatch(seen -> seen.id().equals(open.id()) && seen.isPosting() == open.isPosting())) {
                return new ClaimResult.HeldByOther(open);
            }
            // A claim that was posting becomes doubtful until its desk reports the outcome.
            update(
                    transaction,
                    "UPDATE forecourt.claim SET state = ? WHERE id = ?",
                    open.isPosting() ? "doubtful" : "released",
                    open.id());
            replaced.add(open.submission());
        }
        List<Duplicate> duplicates = SharedDuplicateFinder.find(transaction, submission, facts, replaced).stream()
                .filter(found -> !confirmed.covers(found))
                // The user has just confirmed the claim of such a submission.
                .filter(found ->
                        found.isThere() || !replaced.contains(found.submission().id()))
                .toList();
        return duplicates.isEmpty()
                ? new ClaimResult.Granted(insert(transaction, desk, submission, facts))
                : new ClaimResult.Duplicates(duplicates);
    }

    /**
     * Returns the open claims of a car and of other cars with its VIN, plate or number. A claimed submission may not be
     * at the server yet, so that the duplicate guard does not see it. Locks the claims, because their desks may begin
     * to post meanwhile.
     */
    private static List<UnsettledClaim> openClaims(Connection transaction, DuplicateGuardColumns facts)
            throws SQLException {
        UUID car = facts.car().orElseThrow();
        return query(
                transaction,
                "WHERE environment = ? AND " + UNSETTLED + """
                                 AND (car = ? OR (vin_key = ? OR plate_key = ? OR number_key = ?) AND coalesce(dealership = ?, true))
                                ORDER BY car = ? DESC, at FOR UPDATE
                                """,
                ItemTable.word(facts.environment().orElseThrow()),
                car,
                facts.keys().vin(),
                facts.keys().plate(),
                facts.keys().number(),
                facts.dealership(),
                car);
    }

    private static UUID insert(Connection transaction, Desk desk, UUID submission, DuplicateGuardColumns facts)
            throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement("""
                        INSERT INTO forecourt.claim (environment, car, revision, desk, desk_name, submission, vin_key,
                        plate_key, number_key, dealership, state, stock_version)
                        SELECT given.environment, given.car, 1 + coalesce((SELECT max(revision) FROM forecourt.claim
                            WHERE claim.environment = given.environment AND claim.car = given.car), 0),
                        ?, ?, ?, ?, ?, ?, ?, 'held', (SELECT version FROM forecourt.stock) FROM (SELECT ?::text AS environment, ?::uuid AS car) AS given
                        RETURNING id
                        """)) {
            bind(
                    statement,
                    desk.id(),
                    desk.name(),
                    submission,
                    facts.keys().vin(),
                    facts.keys().plate(),
                    facts.keys().number(),
                    facts.dealership(),
                    ItemTable.word(facts.environment().orElseThrow()),
                    facts.car().orElseThrow());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject("id", UUID.class);
            }
        }
    }

    /**
     * Notes that the POST follows. Returns false if the claim is no longer open for the desk, or if it is known since
     * the claim that the car is there. It may also be there by an unknown submission that its desk sent without a
     * claim, while that desk did not share the stock.
     */
    static boolean begin(Connection transaction, Desk desk, UUID claim, int tries, Confirmed confirmed)
            throws SQLException {
        boolean isBegun = move(
                transaction,
                desk,
                claim,
                "posting",
                """
                        state IN ('held', 'posting') AND NOT EXISTS (
                        SELECT FROM forecourt.item WHERE kind = 'submission' AND item.environment = claim.environment
                        AND ((state = 'accepted' OR verdict = 'it_is_there') AND version > claim.stock_version
                        AND item.id <> ALL (?)
                        OR state = 'unknown' AND verdict = 'none' AND added > claim.stock_version AND item.id <> ALL (?)
                        AND NOT EXISTS (SELECT FROM forecourt.claim AS own WHERE own.submission = item.id))
                        AND (item.car = claim.car OR (item.vin_key = claim.vin_key OR item.plate_key = claim.plate_key
                        OR item.number_key = claim.number_key)
                        AND coalesce(item.dealership = claim.dealership, true)))
                        """,
                transaction.createArrayOf("uuid", confirmed.there().toArray()),
                transaction.createArrayOf("uuid", confirmed.submissions().toArray()));
        if (isBegun) {
            update(transaction, "UPDATE forecourt.claim SET tries = ? WHERE id = ?", tries, claim);
        }
        return isBegun;
    }

    /**
     * Notes that the submission waits. Returns false, and releases a doubtful claim, if another desk has taken it over.
     */
    static boolean hold(Connection transaction, Desk desk, UUID claim) throws SQLException {
        boolean isHeld = move(transaction, desk, claim, "held", "state IN ('held', 'posting')");
        if (!isHeld) {
            move(transaction, desk, claim, "released", "state = 'doubtful'");
        }
        return isHeld;
    }

    static void settle(Connection transaction, Desk desk, UUID claim) throws SQLException {
        move(transaction, desk, claim, "settled", UNSETTLED);
    }

    static void release(Connection transaction, Desk desk, UUID claim) throws SQLException {
        move(transaction, desk, claim, "released", UNSETTLED);
    }

    /**
     * Moves a claim of the desk to another state.
     *
     * @param condition the states from which it may move
     * @param values the values of the condition
     */
    private static boolean move(
            Connection transaction, Desk desk, UUID claim, String state, String condition, Object... values)
            throws SQLException {
        Object[] all = Stream.concat(Stream.of(state, claim, desk.id()), Stream.of(values))
                .toArray();
        return update(
                        transaction,
                        "UPDATE forecourt.claim SET state = ?, at = clock_timestamp() "
                                + "WHERE id = ? AND desk = ? AND " + condition,
                        all)
                > 0;
    }

    static List<UnsettledClaim> ownOpenClaims(Connection transaction, Desk desk) throws SQLException {
        return query(transaction, "WHERE desk = ? AND " + UNSETTLED + " ORDER BY at", desk.id());
    }

    private static List<UnsettledClaim> query(Connection transaction, String condition, Object... values)
            throws SQLException {
        try (PreparedStatement statement =
                transaction.prepareStatement("SELECT " + COLUMNS + " FROM forecourt.claim " + condition)) {
            bind(statement, values);
            var found = new ArrayList<UnsettledClaim>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        }
    }

    private static UnsettledClaim read(ResultSet row) throws SQLException {
        return new UnsettledClaim(
                row.getObject("id", UUID.class),
                row.getObject("submission", UUID.class),
                row.getObject("desk", UUID.class),
                row.getString("desk_name"),
                !row.getString("state").equals("held"),
                row.getInt("tries"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static int update(Connection transaction, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            switch (values[index]) {
                case Optional<?> text -> statement.setString(index + 1, (String) text.orElse(null));
                case Object value -> statement.setObject(index + 1, value);
            }
        }
    }
}
