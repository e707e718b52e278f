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
 * Car with precomputed search texts, group and duplicate keys, because the search reads every car at each key press.
 *
 * @param sent further search texts, per profile that was sent a different version
 * @param keys see {@link StockRow#keys}
 */
public record IndexedCar(StockRow row, Known text, Map<Profile, Known> sent, StockModel.Kind kind,
        Map<CarField, String> keys) {
    /** Separators that only improve legibility. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");

    /**
     * Search texts of a car, in lower case.
     *
     * @param plates normalized plates. A searched dash is optional in plates only, because "X-3" occurs in many VINs
     */
    record Known(String texts, String plates) {
        static Known of(Map<CarField, String> texts) {
            return new Known(texts.values().stream()
                    .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT), bare(text))).distinct()
                    .collect(Collectors.joining("\n")),
                    bare(texts.getOrDefault(CarField.LICENSE_PLATE, "")));
        }

        Known and(Known other) {
            return new Known(texts + "\n" + other.texts, plates + "\n" + other.plates);
        }

        boolean has(String word, String plate) {
            return texts.contains(word) || (!plate.isEmpty() && plates.contains(plate));
        }
    }

    /** Returns the index of many cars. Called off the FX thread, because it takes long. */
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
     * Returns whether the draft, or a version sent to one of the profiles, contains a word.
     *
     * @param plate word without dashes
     */
    boolean has(String word, String plate, Set<Profile> profiles) {
        return text.has(word, plate) || sent.entrySet().stream()
                .anyMatch(entry -> profiles.contains(entry.getKey()) && entry.getValue().has(word, plate));
    }

    /** Returns a plate or another text without separators, in lower case. */
    static String bare(String text) {
        return SEPARATORS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
