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
 * A licence plate. AutoChat takes it bare, upper case without separators; people read it with them. Any country's plate
 * is taken; Dutch, Belgian and German ones are recognised.
 *
 * @param bare as it is sent
 * @param country whose pattern it has; a plate without separators that fits several is taken for Dutch before Belgian
 *        before German
 * @param formatted as it stands on the car, or bare where no pattern is known
 */
public record LicensePlate(String bare, Optional<Country> country, String formatted) {
    /** Characters of a bare one; more than any plate nearby has. */
    static final int LONGEST = 10;
    /** German districts have umlauts (MÜ, LÖ). */
    private static final Pattern SIGNS = Pattern.compile("[A-Z0-9ÄÖÜ]+");
    /**
     * The Dutch side codes 1 to 14 of the RDW and the Belgian patterns of 2010 and before, each group of signs in
     * brackets.
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
            new Grouped(Country.BE, "([A-Z]{3})([0-9]{3})"), new Grouped(Country.BE, "([0-9]{3})([A-Z]{3})"));
    /** District, letters, digits, and E for electric or H for historic. */
    private static final String GERMAN = "(?<district>[A-ZÄÖÜ]{1,3})%s(?<letters>[A-Z]{1,2})%s(?<digits>[1-9][0-9]{0,3})%s(?<mark>[EH]?)";
    private static final Pattern GERMAN_BARE = Pattern.compile(GERMAN.formatted("", "", ""));
    private static final Pattern GERMAN_TYPED = Pattern
            .compile(GERMAN.formatted("[ -]+", "[ -]*", "[ -]*"));
    private static final int LONGEST_GERMAN = 8;

    /** Whether that is made of what plates are made of, whatever its length. */
    public static boolean hasItsSigns(String bare) {
        return SIGNS.matcher(bare).matches();
    }

    /** The plate, or empty if there is anything in it but letters, digits and separators, or too many of them. */
    public static Optional<LicensePlate> of(String typed) {
        String bare = TextSanitizer.bare(typed);
        if (bare.length() > LONGEST || !hasItsSigns(bare)) {
            return Optional.empty();
        }
        String signs = TextSanitizer.trimmed(typed).replaceAll("\\p{Pd}", "-")
                .replaceAll("[\\p{Zs}\t\n\r.]", " ")
                .toUpperCase(Locale.ROOT);
        // "M-AB 123" is German as it is typed; bare it could be a Belgian one.
        return asTyped(bare, signs).or(() -> german(bare, GERMAN_TYPED, signs)).or(() -> grouped(bare))
                .or(() -> german(bare, GERMAN_BARE, bare))
                .or(() -> Optional.of(new LicensePlate(bare, Optional.empty(), bare)));
    }

    /** A plate typed with the very separators that its pattern has, or with spaces for them. */
    private static Optional<LicensePlate> asTyped(String bare, String signs) {
        return grouped(bare).filter(
                plate -> plate.formatted.equals(signs) || plate.formatted.replace('-', ' ').equals(signs));
    }

    private static Optional<LicensePlate> grouped(String bare) {
        return GROUPED.stream().flatMap(form -> form.read(bare).stream()).findFirst();
    }

    private static Optional<LicensePlate> german(String bare, Pattern form, String text) {
        Matcher match = form.matcher(text);
        if (bare.length() > LONGEST_GERMAN || !match.matches()) {
            return Optional.empty();
        }
        String letters = match.group("district") + match.group("letters");
        // Where the district ends can't be told from a plate without its gap, unless there is but one way.
        boolean known = form == GERMAN_TYPED || letters.length() == 2 || letters.length() == 5;
        String front = known ? match.group("district") + "-" + match.group("letters") : letters;
        return Optional.of(new LicensePlate(bare, Optional.of(Country.DE),
                front + " " + match.group("digits") + match.group("mark")));
    }

    private record Grouped(Country country, Pattern form) {
        Grouped(Country country, String form) {
            this(country, Pattern.compile(form));
        }

        Optional<LicensePlate> read(String bare) {
            return Optional.of(form.matcher(bare)).filter(Matcher::matches)
                    .map(match -> new LicensePlate(bare, Optional.of(country),
                            IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group)
                                    .collect(Collectors.joining("-"))));
        }
    }
}
