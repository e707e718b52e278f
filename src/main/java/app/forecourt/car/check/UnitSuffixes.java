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

/**
 * What people write beside a number. Only what agrees with the rest of the draft: "$ 15,000" in a car priced in euro
 * must not lose its dollar in silence.
 */
final class UnitSuffixes {
    /** What people write for metric horse power: Dutch, English, German, French. */
    static final Set<String> HORSE_POWER = Set.of("PK", "HP", "PS", "CH");

    private static final Map<String, Set<String>> SIGNS = Map.of("EUR", Set.of("\u20AC", "EURO", "EUROS"),
            "USD",
            Set.of("$", "US$"), "GBP", Set.of("\u00A3"), "CHF", Set.of("FR.", "SFR."));
    private static final Map<String, Set<String>> DISTANCES = Map.of("KM",
            Set.of("KMS", "KILOMETER", "KILOMETERS", "KILOMETRE", "KILOMETRES", "KILOM\u00C8TRE",
                    "KILOM\u00C8TRES"),
            "MI", Set.of("MILES", "MILE"));
    private static final Pattern LETTERS = Pattern.compile("[A-Z]+");

    private UnitSuffixes() {}

    /**
     * The units that may stand beside that field's number, upper case.
     *
     * @param coded what the draft has as its currency and as its unit of distance
     */
    static Set<String> of(CarField field, Function<CarField, String> coded) {
        if (field.kind() == FieldType.MONEY) {
            return written(coded.apply(CarField.CURRENCY), "EUR", SIGNS);
        }
        return switch (field) {
            case MILEAGE -> written(coded.apply(CarField.MILEAGE_UNIT), "KM", DISTANCES);
            case ENGINE_KW -> Set.of("KW");
            case ENGINE_DISPLACEMENT -> Set.of("CC", "CCM", "CM3", "CM\u00B3", "CM^3");
            case ENGINE_EMISSION -> Set.of("G/KM", "GR/KM", "G CO2/KM", "G CO\u2082/KM");
            default -> Set.of();
        };
    }

    /** The code itself, if it is one, and what else is written for it. */
    private static Set<String> written(String typed, String otherwise, Map<String, Set<String>> others) {
        String text = TextSanitizer.trimmed(typed).toUpperCase(Locale.ROOT);
        String code = text.isEmpty() ? otherwise : text;
        if (!LETTERS.matcher(code).matches()) {
            return Set.of();
        }
        var all = new HashSet<>(others.getOrDefault(code, Set.of()));
        all.add(code);
        return all;
    }
}
