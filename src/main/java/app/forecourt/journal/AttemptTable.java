package app.forecourt.journal;

import app.forecourt.car.CarField;
import app.forecourt.profile.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attempts: what was to be sent where, and what came of it. */
final class AttemptTable {
    /** What makes two attempts tell of one car, in the order in which it is told. */
    private static final List<CarField> IDENTITY = List.of(CarField.VIN, CarField.LICENSE_PLATE,
            CarField.INTERNAL_ID);

    private AttemptTable() {}

    /**
     * Writes a new attempt; one that corrects an accepted one is linked to it. It begins after the car's others, though
     * the clock was set back since.
     */
    static Attempt add(Database database, Attempt attempt) throws SQLException {
        Optional<UUID> follows = database.one("""
                SELECT id FROM attempt WHERE car = ? AND profile = ? AND (state = ? OR decision = ?)
                ORDER BY begun DESC
                """, row -> Columns.id(row, "id"), attempt.car(), attempt.profile(), State.ACCEPTED,
                Decision.IT_IS_THERE);
        Instant begun = database.one("""
                SELECT max(?, (SELECT coalesce(max(begun) + 1, 0) FROM attempt WHERE car = ?),
                (SELECT coalesce(max(reopened), 0) FROM car WHERE id = ?)) AS begun
                """, row -> Columns.time(row, "begun"), attempt.begun(), attempt.car(), attempt.car())
                .orElseThrow();
        database.update("""
                INSERT INTO attempt
                (id, car, profile, address, follows, draft, payload, hash, state, begun, changed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, attempt.id(), attempt.car(), attempt.profile(), attempt.address(), follows.orElse(null),
                DraftJson.of(attempt.sent()), attempt.payload(), Columns.hash(attempt.payload()),
                attempt.state(), begun, attempt.changed());
        return new Attempt(attempt.id(), attempt.car(), attempt.profile(), attempt.address(), follows,
                attempt.sent(), attempt.payload(), attempt.state(), begun, attempt.changed(),
                attempt.tries(), attempt.due(), attempt.outcome(), attempt.decision());
    }

    /**
     * Writes how far an attempt has come; false when it isn't there. When it came to nothing, an earlier one that it was
     * to make up for is as unknown as it was.
     */
    static boolean update(Database database, Attempt attempt) throws SQLException {
        if (attempt.state().turnedDown() && attempt.state() != State.REJECTED) {
            database.update(
                    """
                            UPDATE attempt SET decision = 'none', changed = max(changed, ?)
                            WHERE car = ? AND profile = ? AND state = 'unknown' AND decision = 'sent_again'
                            AND begun > coalesce((SELECT max(begun) FROM attempt AS taken WHERE taken.car = attempt.car
                                AND taken.profile = attempt.profile AND taken.state = 'accepted'), -1)
                            """,
                    attempt.changed(), attempt.car(), attempt.profile());
        }
        Columns.Came came = Columns.Came.of(attempt.outcome());
        Instant due = attempt.due().orElse(came.until());
        return database.update(
                """
                        UPDATE attempt SET state = ?, changed = max(changed, ?), tries = ?, due = ?, cause = ?, said = ?, status = ?,
                        contentType = ?, answer = ?, number = ? WHERE id = ?
                        """,
                attempt.state(), attempt.changed(), attempt.tries(), due, came.cause(), came.said(),
                came.status(), came.contentType(), came.answer(), came.number(), attempt.id()) > 0;
    }

    /** Notes what the user says of the attempts of a car on a profile whose end nobody knows. */
    static void decide(Database database, UUID car, Profile profile, Decision before, Decision after,
            Instant now) throws SQLException {
        database.update("""
                UPDATE attempt SET decision = ?, decided = ?, changed = max(changed, ?)
                WHERE car = ? AND profile = ? AND state = ? AND decision = ?
                """, after, now, now, car, profile, State.UNKNOWN, before);
    }

    /** What was on its way when the program ended: nobody knows what came of it. */
    static void loseSight(Database database, Instant now) throws SQLException {
        database.update(
                "UPDATE attempt SET state = ?, cause = 'broken', changed = max(changed, ?) WHERE state = ?",
                State.UNKNOWN, now, State.SENDING);
    }

    /** What is still to be sent, in the order in which it was asked for. */
    static List<Attempt> waiting(Database database) throws SQLException {
        return database.all("SELECT * FROM attempt WHERE state = ? ORDER BY rowid",
                AttemptTable::attempt,
                State.WAITING);
    }

    /** A car's attempts, oldest first. */
    static List<Attempt> of(Database database, UUID car) throws SQLException {
        return database.all("SELECT * FROM attempt WHERE car = ? ORDER BY begun, rowid",
                AttemptTable::attempt,
                car);
    }

    /**
     * What the stock list needs to know of attempts, by car, oldest first.
     *
     * @param which a condition
     */
    static Map<UUID, List<Trace>> traces(Database database, String which, Object... values)
            throws SQLException {
        var traces = new HashMap<UUID, List<Trace>>();
        database.all("SELECT car, id, profile, state, decision, begun FROM attempt WHERE " + which
                + " ORDER BY car, begun, rowid", row -> {
                    Trace trace = new Trace(Columns.id(row, "id"), Columns.profile(row),
                            Columns.word(row, "state", State.class),
                            Columns.word(row, "decision", Decision.class), Columns.time(row, "begun"));
                    return traces.computeIfAbsent(Columns.id(row, "car"), any -> new ArrayList<>())
                            .add(trace);
                }, values);
        return traces;
    }

    /**
     * By which attempts that profile may have the attempt's car already: same car, VIN, plate or stock number, taken,
     * on its way, or of unknown end. Another car counts only when it belongs to the same dealership, or nobody knows
     * to which. The newest first.
     */
    static List<Earlier> earlier(Database database, Attempt attempt) throws SQLException {
        String same = Stream.concat(Stream.of("attempt.car = ?"), IDENTITY.stream().map(
                field -> "attempt." + field.apiName() + " = fresh." + field.apiName() + " COLLATE NOCASE"))
                .collect(Collectors.joining(" OR "));
        String fresh = IDENTITY.stream()
                .map(field -> "json_extract(json, '$." + field.apiName() + "') AS " + field.apiName())
                .collect(Collectors.joining(", "));
        return database.all("""
                WITH given (json) AS (SELECT ?), fresh AS (SELECT %s FROM given)
                SELECT attempt.*, json_extract(payload, '$.brand') AS brand,
                json_extract(payload, '$.model') AS model, payload -> '$.salesPrice' AS price,
                json_extract(payload, '$.currency') AS currency,
                fresh.vin AS freshVin, fresh.licensePlate AS freshLicensePlate,
                fresh.internalId AS freshInternalId
                FROM attempt, fresh WHERE attempt.profile = ? AND (%s)
                AND (state IN ('accepted', 'sending', 'waiting') OR decision = 'it_is_there'
                     OR state = 'unknown' AND decision = 'none')
                AND (attempt.car = ? OR coalesce(json_extract(payload, '$.dealershipId')
                     = (SELECT json_extract(json, '$.dealershipId') FROM given), true))
                ORDER BY attempt.begun DESC
                """.formatted(fresh, same), AttemptTable::earlier, attempt.payload(), attempt.profile(),
                attempt.car(), attempt.car());
    }

    private static Earlier earlier(ResultSet row) throws SQLException {
        Optional<CarField> by = Optional.empty();
        for (CarField field : IDENTITY) {
            String fresh = row.getString("fresh" + Character.toUpperCase(field.apiName().charAt(0))
                    + field.apiName().substring(1));
            if (by.isEmpty() && fresh != null && fresh.equalsIgnoreCase(row.getString(field.apiName()))) {
                by = Optional.of(field);
            }
        }
        return new Earlier(Columns.id(row, "id"), Columns.id(row, "car"), by,
                Columns.word(row, "state", State.class), Columns.time(row, "begun"),
                join(row, "brand", "model"), join(row, "price", "currency"));
    }

    private static String join(ResultSet row, String one, String other) throws SQLException {
        return Stream.of(Columns.maybe(row, one), Columns.maybe(row, other)).flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        State state = Columns.word(row, "state", State.class);
        return new Attempt(Columns.id(row, "id"), Columns.id(row, "car"), Columns.profile(row),
                row.getString("address"),
                Columns.maybe(row, "follows").map(UUID::fromString), DraftJson.draft(row.getString("draft")),
                row.getString("payload"), state, Columns.time(row, "begun"), Columns.time(row, "changed"),
                row.getInt("tries"),
                state == State.WAITING ? Columns.maybeTime(row, "due") : Optional.empty(),
                Columns.outcome(row, state), Columns.word(row, "decision", Decision.class));
    }
}
