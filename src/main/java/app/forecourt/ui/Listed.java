package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.journal.StockRow;
import app.forecourt.journal.Trace;
import app.forecourt.profile.Profile;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A car, and what is asked of every car at each key: the text it is found by, where it stands by itself, and
 * by what it is the same as another.
 *
 * @param sent what else it is found by, as it was sent to a profile
 * @param keys see {@link StockRow#keys}
 */
record Listed(StockRow row, String text, Map<Profile, String> sent, Stock.Kind kind,
        Map<CarField, String> keys) {
    /** What is written for the eye only. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");

    /** Made away from the window's thread when there are many. */
    static List<Listed> of(List<StockRow> rows) {
        return rows.stream().map(Listed::of).toList();
    }

    static Listed of(StockRow row) {
        var sent = new EnumMap<Profile, String>(Profile.class);
        row.traces().stream().filter(Trace::counts).filter(trace -> !trace.texts().equals(row.texts()))
                .forEach(trace -> sent.merge(trace.profile(), text(trace.texts()),
                        (one, other) -> one + "\n" + other));
        return new Listed(row, text(row.texts()), sent, Stock.Kind.of(row, row.standing()), row.keys());
    }

    private static String text(Map<CarField, String> texts) {
        return texts.values().stream().flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT), bare(text)))
                .distinct().collect(Collectors.joining("\n"));
    }

    /** Whether it is found by that, as it is typed or was sent to one of those. */
    boolean has(String word, Set<Profile> where) {
        return text.contains(word) || sent.entrySet().stream()
                .anyMatch(as -> where.contains(as.getKey()) && as.getValue().contains(word));
    }

    /** A plate, or what else a car is known by, however it is written: without its dashes, in small letters. */
    static String bare(String text) {
        return BETWEEN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
