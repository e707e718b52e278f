package app.forecourt.journal.salvage;

import app.forecourt.journal.database.Database;
import java.sql.SQLException;

/**
 * The part of a damaged file that is in the new journal.
 *
 * @param cars the number of cars that were read, or rebuilt from their submissions
 * @param submissions the number of submissions that were read, or rebuilt from the index
 * @param rebuilt the number of those submissions that were rebuilt; AutoChat's answer to them is lost
 * @param lostCars the number of cars in the index that could not be read
 * @param lostSubmissions the number of submissions in the index that could not be read
 * @param counted true if the index is whole, so that no other rows are missing
 * @param underWay the number of submissions that waited or were being sent; their outcome is unknown
 */
public record SalvageResult(
        int cars, int submissions, int rebuilt, int lostCars, int lostSubmissions, boolean counted, int underWay) {

    /** Returns the result for a journal if the number of missing rows is not known any more. */
    public static SalvageResult of(Database database) throws SQLException {
        return new SalvageResult(count(database, "car"), count(database, "attempt"), 0, 0, 0, false, 0);
    }

    private static int count(Database database, String table) throws SQLException {
        return database.queryFirst("SELECT count(*) FROM " + table, row -> row.getInt(1))
                .orElse(0);
    }

    /** Returns true if no car and no submission of the damaged file is in the new journal. */
    public boolean isEmpty() {
        return cars == 0 && submissions == 0;
    }

    /** Returns true if every car and every submission of the damaged file is in the new journal. */
    public boolean isComplete() {
        return counted && lostCars == 0 && lostSubmissions == 0;
    }
}
