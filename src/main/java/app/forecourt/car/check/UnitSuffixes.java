package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.text.TextSanitizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Units that may accompany a number. Only units that agree with the draft are accepted. A "$ 15,000" in a car priced in
 * euros must not lose its dollar silently.
 */
public final class UnitSuffixes {
    /** Units of metric horse power: Dutch, English, German, French. */
    static final Set<String> HORSE_POWER = Set.of("PK", "HP", "PS", "CH");

    private static final Map<String, Set<String>> SIGNS = Map.of(
            "EUR",
            Set.of("\u20AC", "EURO", "EUROS"),
            "USD",
            Set.of("$", "US$"),
            "GBP",
            Set.of("\u00A3"),
            "CHF",
            Set.of("FR.", "SFR."));
    private static final Map<String, Set<String>> DISTANCES = Map.of(
            "KM",
            Set.of("KMS", "KILOMETER", "KILOMETERS", "KILOMETRE", "KILOMETRES", "KILOM\u00C8TRE", "KILOM\u00C8TRES"),
            "MI",
            Set.of("MILES", "MILE"));
    private static final Set<String> DOORS = Stream.of(
                    "DOOR", "DOORS", "DEURS", "DEUREN", "DRS", "T\u00DCRIG", "T\u00DCRER", "T\u00DCREN", "PORTES")
            .flatMap(word -> Stream.of(word, "-" + word))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern LETTERS = Pattern.compile("[A-Z]+");

    private UnitSuffixes() {}

    /**
     * Returns the units that may accompany a field's number, in upper case.
     *
     * @param unitCodes lookup of the draft's currency and unit of distance
     */
    public static Set<String> of(CarField field, Function<CarField, String> unitCodes) {
        if (field.type() == FieldType.MONEY) {
            return spellings(unitCodes.apply(CarField.CURRENCY), "EUR", SIGNS);
        }
        return switch (field) {
            case MILEAGE -> spellings(unitCodes.apply(CarField.MILEAGE_UNIT), "KM", DISTANCES);
            case NUMBER_OF_DOORS -> DOORS;
            case ENGINE_KW -> Set.of("KW");
            case ENGINE_DISPLACEMENT -> Set.of("CC", "CCM", "CM3", "CM\u00B3", "CM^3");
            case ENGINE_EMISSION -> Set.of("G/KM", "GR/KM", "G CO2/KM", "G CO\u2082/KM");
            default -> Set.of();
        };
    }

    /** Returns a code and its other spellings; nothing if the text is no code. */
    private static Set<String> spellings(String typed, String defaultCode, Map<String, Set<String>> otherSpellings) {
        String text = TextSanitizer.trim(typed).toUpperCase(Locale.ROOT);
        String code = text.isEmpty() ? defaultCode : text;
        if (!LETTERS.matcher(code).matches()) {
            return Set.of();
        }
        var spellings = new HashSet<>(otherSpellings.getOrDefault(code, Set.of()));
        spellings.add(code);
        return spellings;
    }
}
