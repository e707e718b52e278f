package app.forecourt.journal.database;

import app.forecourt.option.CarOption;
import java.time.Instant;
import java.util.List;

/**
 * An option list that was loaded in this run or an earlier one.
 *
 * @param loaded the time at which AutoChat sent the list
 * @param whole true if AutoChat had no further options
 * @param leftOut the number of options that are left out because their names are too long
 */
public record CachedOptions(List<CarOption> options, Instant loaded, boolean whole, int leftOut) {
    /** Creates a list from which no option was left out. */
    public CachedOptions(List<CarOption> options, Instant loaded, boolean whole) {
        this(options, loaded, whole, 0);
    }

    public CachedOptions {
        options = List.copyOf(options);
    }
}
