package app.forecourt.journal.database;

import app.forecourt.option.CarOption;
import java.time.Instant;
import java.util.List;

/**
 * An option list of an earlier run, or of this one.
 *
 * @param loaded when AutoChat gave it
 * @param whole whether AutoChat had no more
 * @param leftOut how many are left out because their names are too long
 */
public record CachedOptions(List<CarOption> options, Instant loaded, boolean whole, int leftOut) {
    /** A list without names that are too long. */
    public CachedOptions(List<CarOption> options, Instant loaded, boolean whole) {
        this(options, loaded, whole, 0);
    }

    public CachedOptions {
        options = List.copyOf(options);
    }
}
