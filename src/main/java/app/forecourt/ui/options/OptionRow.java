package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionGroup;

/** A row of the option list. */
public sealed interface OptionRow {
    /**
     * The heading of a group.
     *
     * @param chosen number of selected options in the group
     * @param total number of options in the group
     */
    record Heading(OptionGroup group, long chosen, int total) implements OptionRow {}

    /**
     * An option.
     *
     * @param synonym synonym by which the search found the option; empty if there was none
     */
    record Choice(CarOption option, String synonym) implements OptionRow {}
}
