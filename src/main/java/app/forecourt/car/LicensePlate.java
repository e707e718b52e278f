package app.forecourt.car;

import app.forecourt.text.TextSanitizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    /**
     * The Dutch side codes 1 to 14 of the RDW, and the Belgian patterns of 2010 and earlier. Each group of characters
     * is a capturing group.
     */
    private static final List<Grouped> GROUPED = List.of(
            new Grouped(Country.NL, "([A-Z]{2})([0-9]{2})([0-9]{2})"),
            new Grouped(Country.NL, "([0-9]{2})([0-9]{2})([A-Z]{2})"),
            new Grouped(Country.NL, "([0-9]{2})([A-Z]{2})([0-9]{2})"),
            new Grouped(Country.NL, "([A-Z]{2})([0-9]{2})([A-Z]{2})"),
            new Grouped(Country.NL, "([A-Z]{2})([A-Z]{2})([0-9]{2})"),
            new Grouped(Country.NL, "([0-9]{2})([A-Z]{2})([A-Z]{2})"),
            new Grouped(Country.NL, "([0-9]{2})([A-Z]{3})([0-9])"),
            new Grouped(Country.NL, "([0-9])([A-Z]{3})([0-9]{2})"),
            new Grouped(Country.NL, "([A-Z]{2})([0-9]{3})([A-Z])"),
            new Grouped(Country.NL, "([A-Z])([0-9]{3})([A-Z]{2})"),
            new Grouped(Country.NL, "([A-Z]{3})([0-9]{2})([A-Z])"),
            new Grouped(Country.NL, "([A-Z])([0-9]{2})([A-Z]{3})"),
            new Grouped(Country.NL, "([0-9])([A-Z]{2})([0-9]{3})"),
            new Grouped(Country.NL, "([0-9]{3})([A-Z]{2})([0-9])"),
            new Grouped(Country.BE, "([0-9])([A-Z]{3})([0-9]{3})"),
            new Grouped(Country.BE, "([A-Z]{3})([0-9]{3})"),
            new Grouped(Country.BE, "([0-9]{3})([A-Z]{3})"));
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

    private static Optional<LicensePlate> grouped(String bare) {
        return GROUPED.stream().flatMap(pattern -> pattern.parse(bare).stream()).findFirst();
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

    private record Grouped(Country country, Pattern pattern) {
        Grouped(Country country, String regex) {
            this(country, Pattern.compile(regex));
        }

        Optional<LicensePlate> parse(String bare) {
            return Optional.of(pattern.matcher(bare))
                    .filter(Matcher::matches)
                    .map(match -> new LicensePlate(
                            bare,
                            Optional.of(country),
                            IntStream.rangeClosed(1, match.groupCount())
                                    .mapToObj(match::group)
                                    .collect(Collectors.joining("-"))));
        }
    }
}
