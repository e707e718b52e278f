package app.forecourt.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formatter of values in the notation of a language. The form can parse every formatted number and date, and the result
 * is the same value.
 */
public final class ValueFormatter {
    /** Day before month in every language, because a form that accepts both orders could confuse them. */
    private static final String DOTTED_DAY = "dd.MM.yyyy";

    private static final String SLASHED_DAY = "dd/MM/yyyy";
    private static final String DASHED_DAY = "dd-MM-yyyy";

    /** Maximum length of a name in upper case, in letters: BMW, KIA, DS. */
    private static final int MAX_INITIALS = 3;
    /** Maximum length of a part in upper case, in letters: C-HR, ZS EV. */
    private static final int MAX_INITIALS_OF_PART = 2;
    /** Names that stay in lower case: i3, i30. */
    private static final Pattern LOWER_CASE = Pattern.compile("i[0-9]+");

    private static final Pattern PART = Pattern.compile("[^\\s\\p{Pd}]+");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern FIRST_LETTER = Pattern.compile("(?<![\\p{L}\\p{N}'’])\\p{L}");

    private ValueFormatter() {}

    /**
     * Formats a brand or a model approximately as its manufacturer does, because AutoChat has it in lower case.
     * Initials and parts with a digit are in upper case: {@code BMW}, {@code C-HR}, {@code ID.3}.
     */
    public static String formatName(String word) {
        return word.length() <= MAX_INITIALS
                ? formatPart(word, MAX_INITIALS)
                : PART.matcher(word)
                        .replaceAll(part -> Matcher.quoteReplacement(formatPart(part.group(), MAX_INITIALS_OF_PART)));
    }

    private static String formatPart(String part, int maxInitials) {
        return LOWER_CASE.matcher(part).matches()
                ? part
                : part.length() <= maxInitials || DIGIT.matcher(part).find()
                        ? part.toUpperCase(Locale.ROOT)
                        : capitalize(part);
    }

    /** Raises the first letter of each word. */
    public static String capitalize(String text) {
        return FIRST_LETTER.matcher(text).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }

    /** Formats an amount with two decimals: {@code 15.944,63}. */
    public static String formatAmount(BigDecimal amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(supported(locale));
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    /** Formats a whole number with grouped thousands. */
    public static String formatInteger(int number, Locale locale) {
        return NumberFormat.getIntegerInstance(supported(locale)).format(number);
    }

    /** Formats a date in digits: {@code 16-09-2022}. */
    public static String formatDate(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(
                        switch (locale.getLanguage()) {
                            case "de" -> DOTTED_DAY;
                            case "fr", "en" -> SLASHED_DAY;
                            default -> DASHED_DAY;
                        },
                        Locale.ROOT)
                .format(day);
    }

    /** Returns a locale without extensions, because an extension may ask for digits of another script. */
    private static Locale supported(Locale locale) {
        return Language.ofCode(locale.getLanguage()).isPresent() ? locale.stripExtensions() : Locale.ENGLISH;
    }
}
