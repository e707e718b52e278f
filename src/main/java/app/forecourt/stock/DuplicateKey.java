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

/** What two cars are told to be one by, the same however it is written: a VIN, a plate, or a stock number. */
public final class DuplicateKey {
    /** What is put between for the eye, and what is not seen at all. */
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s\\p{Pd}\\p{Cf}.]+");
    /** What people put before a plate, the longer before the shorter. */
    private static final Map<Country, List<String>> BEFORE = Map.of(Country.NL, List.of("NL"), Country.BE,
            List.of("BE", "B"), Country.DE, List.of("DE", "D"));

    private DuplicateKey() {}

    /** The key of a field's text; empty when there is nothing to know a car by. */
    public static Optional<String> of(CarField field, String text) {
        String bare = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("")
                .toUpperCase(Locale.ROOT);
        return Optional.of(switch (field) {
            case VIN -> numbers(bare);
            case LICENSE_PLATE -> numbers(withoutCountry(bare));
            default -> bare;
        }).filter(key -> !key.isEmpty());
    }

    /** Letters that are taken for numbers, by whoever typed one or the other. */
    private static String numbers(String bare) {
        return bare.replace('O', '0').replace('I', '1');
    }

    /** A plate that is none as it stands, and one of that country without it. */
    private static String withoutCountry(String bare) {
        // No German district's letters are NL: what reads so is a Dutch plate with its country.
        if (country(bare).filter(any -> any != Country.DE || !bare.startsWith("NL")).isPresent()) {
            return bare;
        }
        return BEFORE.entrySet().stream().flatMap(of -> of.getValue().stream().filter(bare::startsWith)
                .map(sign -> bare.substring(sign.length()))
                .filter(rest -> country(rest).or(() -> country(numbers(rest)))
                        .equals(Optional.of(of.getKey()))))
                .findFirst().orElse(bare);
    }

    private static Optional<Country> country(String bare) {
        return LicensePlate.of(bare).flatMap(LicensePlate::country);
    }
}
