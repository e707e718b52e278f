package app.forecourt.journal;

import app.forecourt.car.Option;
import java.time.Instant;
import java.util.List;

/**
 * An option list of an earlier run, or of this one.
 *
 * @param loaded when AutoChat gave it
 */
public record KeptOptions(List<Option> options, Instant loaded) {
    public KeptOptions {
        options = List.copyOf(options);
    }
}
