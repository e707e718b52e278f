package app.forecourt.model.stock;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionSummary;
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
public record IndexedCar(StockRow row, Known text, Map<Profile, Known> sent, StockModel.Kind kind,
        Map<CarField, String> keys) {
    /** What is written for the eye only. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");

    /**
     * What a car is found by, in small letters.
     *
     * @param plates bare: only there a dash that is looked for may be missing, "X-3" is in many a chassis number
     */
    record Known(String all, String plates) {
        static Known of(Map<CarField, String> texts) {
            return new Known(texts.values().stream()
                    .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT), bare(text))).distinct()
                    .collect(Collectors.joining("\n")),
                    bare(texts.getOrDefault(CarField.LICENSE_PLATE, "")));
        }

        Known and(Known other) {
            return new Known(all + "\n" + other.all, plates + "\n" + other.plates);
        }

        boolean has(String word, String plate) {
            return all.contains(word) || (!plate.isEmpty() && plates.contains(plate));
        }
    }

    /** Made away from the window's thread when there are many. */
    public static List<IndexedCar> of(List<StockRow> rows) {
        return rows.stream().map(IndexedCar::of).toList();
    }

    static IndexedCar of(StockRow row) {
        var sent = new EnumMap<Profile, Known>(Profile.class);
        row.traces().stream().filter(SubmissionSummary::counts)
                .filter(trace -> !trace.texts().equals(row.texts()))
                .forEach(trace -> sent.merge(trace.profile(), Known.of(trace.texts()), Known::and));
        return new IndexedCar(row, Known.of(row.texts()), sent, StockModel.Kind.of(row, row.standing()),
                row.keys());
    }

    /**
     * Whether it is found by that, as it is typed or was sent to one of those.
     *
     * @param plate the word without dashes
     */
    boolean has(String word, String plate, Set<Profile> where) {
        return text.has(word, plate) || sent.entrySet().stream()
                .anyMatch(as -> where.contains(as.getKey()) && as.getValue().has(word, plate));
    }

    /** A plate, or what else a car is known by, however it is written: without its dashes, in small letters. */
    static String bare(String text) {
        return BETWEEN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
