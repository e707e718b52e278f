package app.forecourt.journal.database;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The table with the location of the journal's file at its last start. It has one row, or none in a file of an earlier
 * version.
 */
public final class LocationTable {
    private LocationTable() {}

    public static int save(Database database, String location) throws SQLException {
        return database.update("INSERT OR REPLACE INTO location (one, hash) VALUES (1, ?)", location);
    }

    public static Optional<String> find(Database database) throws SQLException {
        return database.queryFirst("SELECT hash FROM location", row -> row.getString("hash"));
    }
}
