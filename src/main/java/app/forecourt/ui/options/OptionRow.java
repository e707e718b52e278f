package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionGroup;

/** A line of the option list. */
public sealed interface OptionRow {
    /** Above a group, how many of it are chosen and how many there are. */
    record Heading(OptionGroup group, long chosen, int all) implements OptionRow {}

    /**
     * An option.
     *
     * @param called what people call it, where it was found by that
     */
    record Choice(CarOption option, String called) implements OptionRow {}
}
