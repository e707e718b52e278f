package app.forecourt.journal.database;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * The rows of a sound file that can't be understood, because of an unknown enum constant or a truncated text. They are
 * not shown and stay in the file unchanged.
 *
 * @param cars the ids of the unreadable cars
 * @param count the number of unreadable cars and submissions
 */
public record UnreadableRows(Set<String> cars, int count) {
    public UnreadableRows {
        cars = Set.copyOf(cars);
    }

    /** Finds the unreadable rows. Reads the whole file once. */
    public static UnreadableRows of(Database database) throws SQLException {
        Set<String> cars = unreadable(database, "car", CarColumns::readCar);
        return new UnreadableRows(
                cars,
                cars.size()
                        + unreadable(database, "attempt", SubmissionQueries::readSubmission)
                                .size());
    }

    private static Set<String> unreadable(Database database, String table, Database.RowReader<?> reader)
            throws SQLException {
        Set<String> ids = new HashSet<>();
        database.query(
                "SELECT * FROM " + table,
                row -> Database.tryRead(row, reader).isPresent() || ids.add(String.valueOf(row.getString("id"))));
        return ids;
    }
}
