package app.forecourt.model.options;

import app.forecourt.option.CarOption;
import java.time.Instant;
import java.util.List;

/**
 * A profile's option list.
 *
 * @param loaded when AutoChat gave it
 * @param earlier whether that was in an earlier run of the program
 * @param whole whether AutoChat had no more
 * @param leftOut how many are left out because their names are too long
 */
public record LoadedOptionList(List<CarOption> options, Instant loaded, boolean earlier, boolean whole,
        int leftOut) {
    /** A list without names that are too long. */
    LoadedOptionList(List<CarOption> options, Instant loaded, boolean earlier, boolean whole) {
        this(options, loaded, earlier, whole, 0);
    }
}
