package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.LicensePlate;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key by which two cars are identified as the same: a VIN, a plate or a stock number, normalized for its spelling.
 */
public final class DuplicateKeyNormalizer {
    /** Separators and invisible characters. */
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s\\p{Pd}\\p{Cf}.]+");
    /** Country codes that people write before a plate, the longer before the shorter. */
    private static final Map<Country, List<String>> BEFORE =
            Map.of(Country.NL, List.of("NL"), Country.BE, List.of("BE", "B"), Country.DE, List.of("DE", "D"));

    private DuplicateKeyNormalizer() {}

    /** Returns the key of a field's text; empty if no key is left after normalization. */
    public static Optional<String> of(CarField field, String text) {
        String bare = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return Optional.of(
                        switch (field) {
                            case VIN -> numbers(bare);
                            case LICENSE_PLATE -> numbers(withoutCountry(bare));
                            default -> bare;
                        })
                .filter(key -> !key.isEmpty());
    }

    /** Replaces letters that are confused with digits: O with 0 and I with 1. */
    private static String numbers(String bare) {
        return bare.replace('O', '0').replace('I', '1');
    }

    /**
     * Removes a country code before a plate. The text must be no plate with the code, and a plate of that country
     * without the code.
     */
    private static String withoutCountry(String bare) {
        // NL is no German district: a text that begins with NL is a Dutch plate with its country code.
        if (country(bare)
                .filter(country -> country != Country.DE || !bare.startsWith("NL"))
                .isPresent()) {
            return bare;
        }
        return BEFORE.entrySet().stream()
                .flatMap(codes -> codes.getValue().stream()
                        .filter(bare::startsWith)
                        .map(code -> bare.substring(code.length()))
                        .filter(rest ->
                                country(rest).or(() -> country(numbers(rest))).equals(Optional.of(codes.getKey()))))
                .findFirst()
                .orElse(bare);
    }

    private static Optional<Country> country(String bare) {
        return LicensePlate.of(bare).flatMap(LicensePlate::country);
    }
}
