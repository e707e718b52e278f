package app.forecourt.card;

import java.util.List;

/**
 * Options placed in columns.
 *
 * @param size font size
 * @param named number of options with their names
 * @param lines the lines of all columns
 */
record OptionColumns(double size, int named, List<Placed> lines) {
    OptionColumns {
        lines = List.copyOf(lines);
    }

    /**
     * A line at its place in the area.
     *
     * @param isNote whether it is the number of further options
     */
    record Placed(String text, double x, double top, boolean isNote) {}
}
