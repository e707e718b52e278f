package app.forecourt.car;

import app.forecourt.text.TextSanitizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Licence plate. AutoChat expects the bare form: upper case without separators. People read a plate with separators.
 * Plates of any country are accepted; Dutch, Belgian and German patterns are recognised.
 *
 * @param bare form that is sent
 * @param country country of the matching pattern. If a plate without separators matches several patterns, Dutch comes
 *     before Belgian and Belgian before German.
 * @param formatted form with separators as on the car; the bare form if no pattern matches
 */
public record LicensePlate(String bare, Optional<Country> country, String formatted) {
    /** Maximum length of a bare plate in characters; no plate of a nearby country is longer. */
    static final int MAX_LENGTH = 10;
    /** German districts have umlauts (MÜ, LÖ). */
    private static final Pattern PLATE_CHARACTERS = Pattern.compile("[A-Z0-9ÄÖÜ]+");
    /** Side codes 1 to 14 of the Dutch RDW, by their shape. X stands for a letter, and 9 for a digit. */
    private static final Map<String, String> DUTCH = byShape(
            "XX-99-99",
            "99-99-XX",
            "99-XX-99",
            "XX-99-XX",
            "XX-XX-99",
            "99-XX-XX",
            "99-XXX-9",
            "9-XXX-99",
            "XX-999-X",
            "X-999-XX",
            "XXX-99-X",
            "X-99-XXX",
            "9-XX-999",
            "999-XX-9");
    /** The Belgian patterns of 2010, 1973 and 2008, by their shape. */
    private static final Map<String, String> BELGIAN = byShape("9-XXX-999", "XXX-999", "999-XXX");

    private static final Pattern LETTER = Pattern.compile("[A-Z]");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    /** District, letters, digits, and E for electric or H for historic. */
    private static final String GERMAN =
            "(?<district>[A-ZÄÖÜ]{1,3})%s(?<letters>[A-Z]{1,2})%s(?<digits>[1-9][0-9]{0,3})%s(?<mark>[EH]?)";

    private static final Pattern GERMAN_BARE = Pattern.compile(GERMAN.formatted("", "", ""));
    private static final Pattern GERMAN_TYPED = Pattern.compile(GERMAN.formatted("[ -]+", "[ -]*", "[ -]*"));
    private static final int LONGEST_GERMAN = 8;

    /** Returns whether a bare text consists of plate characters only, whatever its length. */
    public static boolean hasPlateCharacters(String bare) {
        return PLATE_CHARACTERS.matcher(bare).matches();
    }

    /**
     * Parses a typed plate.
     *
     * @return empty if the text has a character other than letters, digits and separators, or is too long
     */
    public static Optional<LicensePlate> of(String typed) {
        String bare = TextSanitizer.toBareCode(typed);
        if (bare.length() > MAX_LENGTH || !hasPlateCharacters(bare)) {
            return Optional.empty();
        }
        String withSeparators = TextSanitizer.trim(typed)
                .replaceAll("\\p{Pd}", "-")
                .replaceAll("[\\p{Zs}\t\n\r.]", " ")
                .toUpperCase(Locale.ROOT);
        // "M-AB 123" is German because of its separators; the bare form could also be Belgian.
        return asTyped(bare, withSeparators)
                .or(() -> german(bare, GERMAN_TYPED, withSeparators))
                .or(() -> grouped(bare))
                .or(() -> german(bare, GERMAN_BARE, bare))
                .or(() -> Optional.of(new LicensePlate(bare, Optional.empty(), bare)));
    }

    /** Returns a typed plate with the separators as on the car, or as typed if no pattern matches. */
    public static String readable(String typed) {
        return of(typed)
                .filter(plate -> plate.country().isPresent())
                .map(LicensePlate::formatted)
                .orElse(typed.strip());
    }

    /** Returns the plate if the user typed exactly the separators of its pattern, or spaces in their place. */
    private static Optional<LicensePlate> asTyped(String bare, String withSeparators) {
        return grouped(bare)
                .filter(plate -> plate.formatted.equals(withSeparators)
                        || plate.formatted.replace('-', ' ').equals(withSeparators));
    }

    /** Returns the patterns by the sequence of their letters and digits, without dashes. */
    private static Map<String, String> byShape(String... patterns) {
        return Stream.of(patterns)
                .collect(Collectors.toUnmodifiableMap(pattern -> pattern.replace("-", ""), UnaryOperator.identity()));
    }

    private static Optional<LicensePlate> grouped(String bare) {
        String shape = DIGIT.matcher(LETTER.matcher(bare).replaceAll("X")).replaceAll("9");
        return grouped(bare, Country.NL, DUTCH.get(shape)).or(() -> grouped(bare, Country.BE, BELGIAN.get(shape)));
    }

    private static Optional<LicensePlate> grouped(String bare, Country country, @Nullable String pattern) {
        return Optional.ofNullable(pattern)
                .map(dashed -> new LicensePlate(bare, Optional.of(country), withDashes(bare, dashed)));
    }

    private static String withDashes(String bare, String pattern) {
        var plate = new StringBuilder(bare);
        for (int dash = pattern.indexOf('-'); dash >= 0; dash = pattern.indexOf('-', dash + 1)) {
            plate.insert(dash, '-');
        }
        return plate.toString();
    }

    private static Optional<LicensePlate> german(String bare, Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        if (bare.length() > LONGEST_GERMAN || !match.matches()) {
            return Optional.empty();
        }
        String letters = match.group("district") + match.group("letters");
        // Without a separator the end of the district is ambiguous, unless there is only one way to split the letters.
        boolean known = pattern == GERMAN_TYPED || letters.length() == 2 || letters.length() == 5;
        String front = known ? match.group("district") + "-" + match.group("letters") : letters;
        return Optional.of(new LicensePlate(
                bare, Optional.of(Country.DE), front + " " + match.group("digits") + match.group("mark")));
    }
}
