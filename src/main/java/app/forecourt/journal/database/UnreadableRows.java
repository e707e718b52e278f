package app.forecourt.journal.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What in a sound file can't be understood: a word that none of ours is, a text that was cut. It is left out of what is
 * shown and stays in the file as it is.
 *
 * @param cars the ids of such cars
 * @param count cars and attempts
 */
public record UnreadableRows(Set<String> cars, int count) {
    public UnreadableRows {
        cars = Set.copyOf(cars);
    }

    /** Reads all of it once. */
    public static UnreadableRows of(Database database) throws SQLException {
        var cars = new HashSet<String>();
        database.all("SELECT * FROM car", row -> isReadable(row, CarTable::whole) || cars.add(id(row)));
        var attempts = new HashSet<String>();
        database.all("SELECT * FROM attempt",
                row -> isReadable(row, SubmissionTable::attempt) || attempts.add(id(row)));
        return new UnreadableRows(cars, cars.size() + attempts.size());
    }

    private static String id(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("id")).orElse("");
    }

    private static boolean isReadable(ResultSet row, Database.Row<?> reading) throws SQLException {
        try {
            reading.of(row);
            return true;
        } catch (IllegalArgumentException | IllegalStateException strange) {
            return false;
        }
    }
}
