package app.forecourt.model.options;

import app.forecourt.option.CarOption;
import java.time.Instant;
import java.util.List;

/**
 * Option list of a profile.
 *
 * @param loaded time at which AutoChat returned the list
 * @param fromEarlierRun true if that was in an earlier run of the program
 * @param complete true if AutoChat had no more options
 */
public record LoadedOptionList(List<CarOption> options, Instant loaded, boolean fromEarlierRun, boolean complete) {}
