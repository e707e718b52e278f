package app.forecourt.journal;

import app.forecourt.car.Option;
import java.time.Instant;
import java.util.List;

/**
 * An option list of an earlier run, or of this one.
 *
 * @param loaded when AutoChat gave it
 * @param whole whether AutoChat had no more
 */
public record KeptOptions(List<Option> options, Instant loaded, boolean whole) {
    public KeptOptions {
        options = List.copyOf(options);
    }
}
