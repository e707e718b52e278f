package app.forecourt.text;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and amounts as people type them, whatever their language: a last point or comma before one or two digits is
 * the decimal sign, a point, comma, space or apostrophe before three digits groups thousands. {@code 15.944,63},
 * {@code 15,944.63}, {@code 15 944,63} and {@code 15944.63} are one number and {@code 15.944} is 15944. What fits
 * neither, such as {@code 1.23.456} or {@code 0.500}, is no number: a guess would be off by a factor of a thousand.
 */
public final class NumberParser {
    /** Longer than any number a car has, short enough to be read in no time. */
    private static final int LONGEST = 40;

    /** Groups of three share one separator, and the decimal sign is another one. */
    private static final Pattern NUMBER = Pattern.compile("(?<minus>[-\u2212] ?)?"
            + "(?<whole>[0-9]+|[1-9][0-9]{0,2}(?<group>[., '])[0-9]{3}(?:\\k<group>[0-9]{3})*)"
            + "(?:(?!\\k<group>)[.,](?<fraction>[0-9]{1,2}))?");

    /** The Dutch, Belgian and Swiss ways to write that there are no cents: {@code 15.944,-}, {@code 15.944,=}, {@code 15'944.-}. */
    private static final Pattern NO_CENTS = Pattern.compile("(?<=[0-9])[.,](?:[-\u2013\u2014]{1,2}|=)$");

    private NumberParser() {}

    /**
     * The amount of money, without needless zeros behind the decimal sign, or empty if it is none.
     *
     * @param units what may stand before or behind it, upper case
     */
    public static Optional<BigDecimal> amount(String text, Set<String> units) {
        return text.length() > LONGEST ? Optional.empty()
                : number(NO_CENTS.matcher(withoutUnit(text, units)).replaceFirst(""));
    }

    /**
     * The whole number ({@code 4,0} is one, {@code 4,5} is not), or empty if it is none.
     *
     * @param units what may stand before or behind it, upper case
     */
    public static Optional<BigDecimal> whole(String text, Set<String> units) {
        return text.length() > LONGEST ? Optional.empty()
                : number(withoutUnit(text, units)).filter(number -> number.scale() == 0);
    }

    private static Optional<BigDecimal> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String fraction = matcher.group("fraction");
        var number = new BigDecimal(matcher.group("whole").replaceAll("[^0-9]", "")
                + (fraction == null ? "" : "." + fraction)).stripTrailingZeros();
        if (number.scale() < 0) {
            number = number.setScale(0);
        }
        if (matcher.group("minus") == null) {
            return Optional.of(number);
        }
        // Minus nothing is a slip of the finger, and not to be taken for the nothing it equals.
        return number.signum() == 0 ? Optional.empty() : Optional.of(number.negate());
    }

    private static String withoutUnit(String typed, Set<String> units) {
        String text = plain(typed);
        // The longest first, because "EURO" begins with "EUR".
        for (String unit : units.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
            int rest = text.length() - unit.length();
            if (text.regionMatches(true, 0, unit, 0, unit.length())) {
                return text.substring(unit.length()).strip();
            }
            if (rest > 0 && text.regionMatches(true, rest, unit, 0, unit.length())) {
                return text.substring(0, rest).strip();
            }
        }
        return text;
    }

    /** One kind of space and one apostrophe for all there are; only what groups digits somewhere. */
    private static String plain(String text) {
        return TextSanitizer.trimmed(text).replaceAll("[\u00A0\u2007\u2009\u202F]", " ").replace('\u2019',
                '\'');
    }
}
