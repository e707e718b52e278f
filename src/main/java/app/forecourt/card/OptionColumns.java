package app.forecourt.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The options in two columns, in the largest size in which all of them fit. In the smallest size those that do not fit
 * are counted in the last line.
 *
 * @param size font size
 * @param lines the lines of both columns
 */
record OptionColumns(double size, List<Placed> lines) {
    private static final double LARGEST = 18;
    private static final double SMALLEST = 11;
    private static final double COLUMN_GAP = 20;
    private static final double INDENT = 0.9;
    /** Space between two options as a share of the font size. */
    private static final double GAP = 0.2;
    private static final String BULLET = "•";

    OptionColumns {
        lines = List.copyOf(lines);
    }

    /**
     * A line at its place in the area.
     *
     * @param isNote whether it is the number of further options
     */
    record Placed(String text, double x, double top, boolean isNote) {}

    /** An entry of the list: an option with its bullet, or the number of further options. */
    private record Entry(FittedText text, boolean isNote) {
        double height() {
            return text.height() + text.size() * GAP;
        }
    }

    /** Returns the options in an area; empty if there are none, or no room for one. */
    static Optional<OptionColumns> of(CardContent content, double width, double height) {
        int count = content.options().size();
        if (count + content.unnamedOptions() == 0) {
            return Optional.empty();
        }
        for (double size = LARGEST; size > SMALLEST; size--) {
            Optional<OptionColumns> columns = place(entries(content, count, size, width), size, width,
                    height);
            if (columns.isPresent()) {
                return columns;
            }
        }
        // The number of options that fit: each has at least one line in one of two columns.
        int most = Math.min(count, 2 * (int) Math.max(0, height / (SMALLEST * CardFont.LINE_HEIGHT)));
        return IntStream.iterate(most, named -> named >= 0, named -> named - 1)
                .mapToObj(named -> place(entries(content, named, SMALLEST, width), SMALLEST, width, height))
                .flatMap(Optional::stream).findFirst();
    }

    private static double column(double width) {
        return (width - COLUMN_GAP) / 2;
    }

    private static List<Entry> entries(CardContent content, int named, double size, double width) {
        int omitted = content.options().size() - named + content.unnamedOptions();
        double room = column(width) - INDENT * size;
        Stream<Entry> options = content.options().stream().limit(named)
                .map(option -> new Entry(FittedText.of(option, CardFont.REGULAR, size, size, room,
                        2 * size * CardFont.LINE_HEIGHT), false));
        return Stream.concat(options, omitted == 0 ? Stream.of()
                : Stream.of(new Entry(FittedText.of(content.moreText().apply(omitted), CardFont.REGULAR, size,
                        size, room, size * CardFont.LINE_HEIGHT), true)))
                .toList();
    }

    /** Fills the first column to the lowest height with which the rest fits into the second one. */
    private static Optional<OptionColumns> place(List<Entry> entries, double size, double width,
            double height) {
        double second = entries.stream().mapToDouble(Entry::height).sum();
        double first = 0;
        int split = 0;
        while (split < entries.size() && second > first) {
            first += entries.get(split).height();
            second -= entries.get(split).height();
            split++;
        }
        if (Math.max(first, second) > height + size * GAP) {
            return Optional.empty();
        }
        List<Placed> lines = new ArrayList<>();
        add(entries.subList(0, split), 0, size, lines);
        add(entries.subList(split, entries.size()), column(width) + COLUMN_GAP, size, lines);
        return Optional.of(new OptionColumns(size, lines));
    }

    private static void add(List<Entry> entries, double x, double size, List<Placed> lines) {
        double top = 0;
        for (Entry entry : entries) {
            if (!entry.isNote()) {
                lines.add(new Placed(BULLET, x, top, false));
            }
            double lineTop = top;
            for (String line : entry.text().lines()) {
                lines.add(new Placed(line, x + INDENT * size, lineTop, entry.isNote()));
                lineTop += entry.text().lineHeight();
            }
            top += entry.height();
        }
    }
}
