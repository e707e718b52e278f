package app.forecourt.ui;

import app.forecourt.car.Option;
import java.time.Instant;
import java.util.List;

/**
 * A profile's option list.
 *
 * @param loaded when AutoChat gave it
 * @param earlier whether that was in an earlier run of the program
 * @param whole whether AutoChat had no more
 */
record OptionListing(List<Option> options, Instant loaded, boolean earlier, boolean whole) {}
