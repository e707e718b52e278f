package app.forecourt.journal;

import app.forecourt.journal.database.Database;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The content of a new journal in place of a damaged one.
 *
 * @param underWay the number of submissions that waited or were being sent; their outcome is unknown
 */
public record RecoveredCounts(int cars, int submissions, int underWay) {

    static RecoveredCounts of(Database database, Instant now) throws SQLException {
        return new RecoveredCounts(
                count(database, "car"),
                count(database, "attempt"),
                count(database, "attempt WHERE state = 'unknown' AND cause = 'broken' AND changed >= ?", now));
    }

    private static int count(Database database, String rows, Object... values) throws SQLException {
        return database.queryFirst("SELECT count(*) FROM " + rows, row -> row.getInt(1), values)
                .orElse(0);
    }
}
