package app.forecourt.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits a card's options into areas of one width: in two columns, in the largest size in which all of them fit. Many
 * options have three columns of a small size. In the smallest size those that do not fit are counted in the last line.
 * The options are wrapped once in each size, because the card tries several heights.
 */
final class OptionColumnFitter {
    private static final double LARGEST = 20;
    private static final double SMALLEST = 11;
    /** Largest size of three columns. */
    private static final double SMALL = 13;

    private static final int MOST_LINES = 3;
    /** More options than any page holds. */
    private static final int MOST = 250;

    private static final double COLUMN_GAP = 20;
    private static final double INDENT = 0.9;
    /** Space between two options as a share of the font size. */
    private static final double GAP = 0.2;
    /** Points that no reader sees. Sums of equal heights differ by less. */
    private static final double ROUNDING = 0.001;

    private static final String BULLET = "•";

    private final CardContent content;
    private final double width;
    private final Map<Grid, Wrapped> wrapped = new HashMap<>();

    OptionColumnFitter(CardContent content, double width) {
        this.content = content;
        this.width = width;
    }

    private record Grid(double size, int columns) {}

    /**
     * The options in the lines of one column's width.
     *
     * @param isBroken whether an option is cut off, or a word of it is broken
     */
    private record Wrapped(List<Entry> entries, boolean isBroken) {}

    /** An entry of the list: an option with its bullet, or the number of further options. */
    private record Entry(FittedText text, boolean isNote) {
        double height() {
            return text.height() + text.size() * GAP;
        }
    }

    /** Returns the options in an area; empty if there are none, or no room for one. */
    Optional<OptionColumns> fit(double height) {
        int count = content.options().size();
        if (count + content.unnamedOptions() == 0) {
            return Optional.empty();
        }
        for (double size = LARGEST; size > SMALLEST; size--) {
            Optional<OptionColumns> columns = fit(count, size, height);
            if (columns.isPresent()) {
                return columns;
            }
        }
        return IntStream.iterate(Math.min(count, MOST), named -> named >= 0, named -> named - 1)
                .mapToObj(named -> fit(named, SMALLEST, height))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Places some of the options and the number of the others; empty if they do not fit in this size. */
    private Optional<OptionColumns> fit(int named, double size, double height) {
        for (int columns = 2; columns <= (size > SMALL ? 2 : 3); columns++) {
            // Wraps nothing if there is not even a line for each option.
            double least = Math.ceil((double) named / columns) * size * (CardFont.LINE_HEIGHT + GAP);
            if (named <= MOST && least <= height + size * GAP + ROUNDING) {
                Optional<OptionColumns> placed = fit(named, new Grid(size, columns), height);
                if (placed.isPresent()) {
                    return placed;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<OptionColumns> fit(int named, Grid grid, double height) {
        Wrapped options = wrapped.computeIfAbsent(grid, this::wrap);
        if (options.isBroken() && grid.size() > SMALLEST) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>(options.entries().subList(0, named));
        int omitted = content.options().size() - named + content.unnamedOptions();
        if (omitted > 0) {
            entries.add(new Entry(text(content.moreText().apply(omitted), grid, 1), true));
        }
        return place(entries, grid, height).map(lines -> new OptionColumns(grid.size(), named, lines));
    }

    private Wrapped wrap(Grid grid) {
        List<String> options = content.options().stream().limit(MOST).toList();
        List<Entry> entries = options.stream()
                .map(option -> new Entry(text(option, grid, MOST_LINES), false))
                .toList();
        return new Wrapped(
                entries,
                IntStream.range(0, options.size())
                        .anyMatch(index -> !String.join(
                                        " ", entries.get(index).text().lines())
                                .equals(options.get(index))));
    }

    private FittedText text(String text, Grid grid, int lines) {
        double size = grid.size();
        return FittedText.of(
                text, CardFont.REGULAR, size, size, column(grid) - INDENT * size, lines * size * CardFont.LINE_HEIGHT);
    }

    private double column(Grid grid) {
        return (width - (grid.columns() - 1) * COLUMN_GAP) / grid.columns();
    }

    /** Fills the columns one after the other to the lowest height with which the last one holds the rest. */
    private Optional<List<OptionColumns.Placed>> place(List<Entry> entries, Grid grid, double height) {
        double step = grid.size() * GAP;
        double most = height + step;
        double limit = entries.stream().mapToDouble(Entry::height).sum() / grid.columns() + ROUNDING;
        while (limit <= most) {
            List<OptionColumns.Placed> lines = new ArrayList<>();
            int next = 0;
            for (int filled = 0; filled < grid.columns(); filled++) {
                next = fill(entries, next, limit, filled * (column(grid) + COLUMN_GAP), lines);
            }
            if (next == entries.size()) {
                return Optional.of(lines);
            }
            limit = limit < most ? Math.min(most, limit + step) : Double.MAX_VALUE;
        }
        return Optional.empty();
    }

    /** Fills one column from an entry on. Returns the index of the next entry. */
    private static int fill(List<Entry> entries, int first, double limit, double x, List<OptionColumns.Placed> lines) {
        double top = 0;
        int index = first;
        while (index < entries.size() && top + entries.get(index).height() <= limit) {
            Entry entry = entries.get(index);
            if (!entry.isNote()) {
                lines.add(new OptionColumns.Placed(BULLET, x, top, false));
            }
            double lineTop = top;
            for (String line : entry.text().lines()) {
                lines.add(
                        new OptionColumns.Placed(line, x + INDENT * entry.text().size(), lineTop, entry.isNote()));
                lineTop += entry.text().lineHeight();
            }
            top += entry.height();
            index++;
        }
        return index;
    }
}
