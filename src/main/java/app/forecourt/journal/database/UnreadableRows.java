package app.forecourt.journal.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
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
        var cars = new HashSet<String>();
        database.query(
                "SELECT * FROM car",
                row -> Database.tryRead(row, CarColumns::readCar).isPresent() || cars.add(id(row)));
        var submissions = new HashSet<String>();
        database.query(
                "SELECT * FROM attempt",
                row -> Database.tryRead(row, SubmissionTable::readSubmission).isPresent() || submissions.add(id(row)));
        return new UnreadableRows(cars, cars.size() + submissions.size());
    }

    private static String id(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("id")).orElse("");
    }
}
