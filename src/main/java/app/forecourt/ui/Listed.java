package app.forecourt.ui;

import app.forecourt.journal.StockRow;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A car, and what is asked of every car at each key: the text it is found by, and where it stands by itself. */
record Listed(StockRow row, String text, Stock.Kind kind) {
    /** What is written for the eye only. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");

    /** Made away from the window's thread when there are many. */
    static List<Listed> of(List<StockRow> rows) {
        return rows.stream().map(Listed::of).toList();
    }

    static Listed of(StockRow row) {
        return new Listed(row, StockRow.KNOWN_BY.stream().map(row::text)
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT), bare(text))).distinct()
                .collect(Collectors.joining("\n")), Stock.Kind.of(row, row.standing()));
    }

    /** A plate, or what else a car is known by, however it is written: without its dashes, in small letters. */
    static String bare(String text) {
        return BETWEEN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
