package app.forecourt.model.stock;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.text.TextNormalizer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Car with precomputed search texts, group and duplicate keys, because the search reads every car at each key press.
 *
 * @param sent further search texts, per profile that was sent a different version
 * @param keys see {@link StockRow#duplicateKeys}
 * @param staleAdverts see {@link StockRow#staleAdverts}
 * @param sortName the name with the version, without case and accents; a car without a name comes last
 * @param price the price in hundredths; {@link #UNKNOWN} if there is none
 * @param mileage {@link #UNKNOWN} if there is none
 * @param firstSent milliseconds since 1970; {@link #UNKNOWN} if the car was never accepted
 */
public record IndexedCar(
        StockRow row,
        SearchText text,
        Map<Profile, SearchText> sent,
        StockGroup kind,
        Map<CarField, String> keys,
        List<StaleAdvert> staleAdverts,
        String sortName,
        long price,
        long mileage,
        long firstSent) {
    /** The number that sorts last. */
    private static final long UNKNOWN = Long.MAX_VALUE;
    /** The text that sorts last. */
    private static final String NO_NAME = "\uFFFF";
    /** Separators that only improve legibility. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");

    /**
     * Search texts of a car, without case and accents: the fields as typed, and the name as shown.
     *
     * @param plates normalized plates. A searched dash is optional in plates only, because "X-3" occurs in many VINs
     */
    record SearchText(String texts, String plates) {
        static SearchText of(Map<CarField, String> texts, CarNameFormatter names) {
            String name = names.name(field -> texts.getOrDefault(field, ""));
            return new SearchText(
                    Stream.concat(texts.values().stream(), Stream.of(name))
                            .map(TextNormalizer::removeCaseAndAccents)
                            .flatMap(text ->
                                    Stream.of(text, SEPARATORS.matcher(text).replaceAll("")))
                            .distinct()
                            .collect(Collectors.joining("\n")),
                    bare(texts.getOrDefault(CarField.LICENSE_PLATE, "")));
        }

        SearchText and(SearchText other) {
            return new SearchText(texts + "\n" + other.texts, plates + "\n" + other.plates);
        }

        boolean contains(String word, String plate) {
            return texts.contains(word) || (!plate.isEmpty() && plates.contains(plate));
        }
    }

    /** Returns the index of many cars. Called off the FX thread, because it takes long. */
    public static List<IndexedCar> of(List<StockRow> rows, CarNameFormatter names) {
        return rows.stream().map(row -> of(row, names)).toList();
    }

    static IndexedCar of(StockRow row, CarNameFormatter names) {
        var sent = new EnumMap<Profile, SearchText>(Profile.class);
        row.submissions().stream()
                .filter(SubmissionSummary::mayReachAutochat)
                .filter(summary -> !summary.texts().equals(row.texts()))
                .forEach(summary ->
                        sent.merge(summary.profile(), SearchText.of(summary.texts(), names), SearchText::and));
        return new IndexedCar(
                row,
                SearchText.of(row.texts(), names),
                sent,
                StockGroup.of(row, row.status()),
                row.duplicateKeys(),
                row.staleAdverts(),
                sortName(row, names),
                row.price().map(price -> price.movePointRight(2).longValue()).orElse(UNKNOWN),
                row.mileage().map(BigDecimal::longValue).orElse(UNKNOWN),
                row.firstSent().map(Instant::toEpochMilli).orElse(UNKNOWN));
    }

    private static String sortName(StockRow row, CarNameFormatter names) {
        String name = TextNormalizer.removeCaseAndAccents(names.nameWithVersion(row::text));
        return name.isEmpty() ? NO_NAME : name;
    }

    /**
     * Returns whether the draft, or a version sent to one of the profiles, contains a word.
     *
     * @param plate word without dashes
     */
    boolean contains(String word, String plate, Set<Profile> profiles) {
        return text.contains(word, plate)
                || (!sent.isEmpty()
                        && sent.entrySet().stream()
                                .anyMatch(entry -> profiles.contains(entry.getKey())
                                        && entry.getValue().contains(word, plate)));
    }

    /** Returns a plate or another text without separators, case and accents. */
    static String bare(String text) {
        return SEPARATORS.matcher(TextNormalizer.removeCaseAndAccents(text)).replaceAll("");
    }
}
