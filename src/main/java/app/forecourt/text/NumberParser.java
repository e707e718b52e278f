package app.forecourt.text;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser of typed numbers and amounts, independent of the language. The last point or comma before one or two digits is
 * the decimal separator. A point, comma, space or apostrophe before three digits groups thousands. {@code 15.944,63},
 * {@code 15,944.63}, {@code 15 944,63} and {@code 15944.63} are the same number; {@code 15.944} is 15944. Other texts
 * such as {@code 1.23.456} or {@code 0.500} are rejected, because a guess could be off by a factor of 1,000.
 */
public final class NumberParser {
    /** Maximum length in characters; longer than any number of a car. The limit keeps parsing fast. */
    private static final int LONGEST = 40;

    /** All groups of thousands have the same separator, and the decimal separator differs from it. */
    private static final Pattern NUMBER = Pattern.compile("(?<minus>[-\u2212] ?)?"
            + "(?<whole>[0-9]+|[1-9][0-9]{0,2}(?<group>[., '])[0-9]{3}(?:\\k<group>[0-9]{3})*)"
            + "(?:(?!\\k<group>)[.,](?<fraction>[0-9]{1,2}))?");

    /** Dutch, Belgian and Swiss notation for zero cents: {@code 15.944,-}, {@code 15.944,=}, {@code 15'944.-}. */
    private static final Pattern NO_CENTS = Pattern.compile("(?<=[0-9])[.,](?:[-\u2013\u2014]{1,2}|=)$");

    private NumberParser() {}

    /**
     * Parses an amount of money.
     *
     * @param units units that may precede or follow the number, in upper case
     * @return the amount without trailing zeros after the decimal separator; empty if the text is no amount
     */
    public static Optional<BigDecimal> parseAmount(String text, Set<String> units) {
        return text.length() > LONGEST
                ? Optional.empty()
                : number(NO_CENTS.matcher(withoutUnit(text, units)).replaceFirst(""));
    }

    /**
     * Parses a whole number: {@code 4,0} is one, {@code 4,5} is not.
     *
     * @param units units that may precede or follow the number, in upper case
     * @return empty if the text is no whole number
     */
    public static Optional<BigDecimal> parseWholeNumber(String text, Set<String> units) {
        return text.length() > LONGEST
                ? Optional.empty()
                : number(withoutUnit(text, units)).filter(number -> number.scale() == 0);
    }

    private static Optional<BigDecimal> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String fraction = matcher.group("fraction");
        var number = new BigDecimal(
                        matcher.group("whole").replaceAll("[^0-9]", "") + (fraction == null ? "" : "." + fraction))
                .stripTrailingZeros();
        if (number.scale() < 0) {
            number = number.setScale(0);
        }
        if (matcher.group("minus") == null) {
            return Optional.of(number);
        }
        // Minus zero is a typing error and must not be accepted as zero.
        return number.signum() == 0 ? Optional.empty() : Optional.of(number.negate());
    }

    private static String withoutUnit(String typed, Set<String> units) {
        String text = plain(typed);
        // The longest first, because "EURO" begins with "EUR".
        for (String unit : units.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
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

    /** Trims a text and replaces the spaces and apostrophes that group digits in some country by their ASCII form. */
    private static String plain(String text) {
        return TextSanitizer.trim(text)
                .replaceAll("[\u00A0\u2007\u2009\u202F]", " ")
                .replace('\u2019', '\'');
    }
}
