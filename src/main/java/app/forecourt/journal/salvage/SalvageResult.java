package app.forecourt.journal.salvage;

import app.forecourt.journal.database.Database;
import java.sql.SQLException;

/**
 * How much of a damaged file is in the journal that took its place.
 *
 * @param cars how many cars could be read, or rebuilt from what was sent of them
 * @param submissions how many submissions could be read, or rebuilt from the file's index
 * @param rebuilt how many of those submissions were rebuilt: AutoChat's answer to them is lost
 * @param lostCars how many cars the file's index names that could not be read
 * @param lostSubmissions the same of submissions
 * @param counted whether that index is whole, so that nothing else is missing
 * @param underWay how many of the submissions waited or were on their way; nothing is known of their end
 */
public record SalvageResult(int cars, int submissions, int rebuilt, int lostCars, int lostSubmissions,
        boolean counted, int underWay) {

    /** Returns what a journal has, when nobody knows any more what was missing. */
    public static SalvageResult of(Database journal) throws SQLException {
        return new SalvageResult(count(journal, "car"), count(journal, "attempt"), 0, 0, 0, false, 0);
    }

    private static int count(Database journal, String table) throws SQLException {
        return journal.one("SELECT count(*) FROM " + table, row -> row.getInt(1)).orElse(0);
    }

    /** Returns whether there is nothing in the new journal that was in the damaged file. */
    public boolean isEmpty() {
        return cars == 0 && submissions == 0;
    }

    /** Returns whether every car and submission is there. */
    public boolean isComplete() {
        return counted && lostCars == 0 && lostSubmissions == 0;
    }
}
