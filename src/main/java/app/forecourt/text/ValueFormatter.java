package app.forecourt.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
    /** Names that stay in lower case: i3, i30. */
    private static final Pattern LOWER_CASE = Pattern.compile("i[0-9]+");
    private static final Pattern FIRST_LETTER = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}");

    private ValueFormatter() {}

    /** Formats a brand or a model approximately as its manufacturer does, because AutoChat has it in lower case. */
    public static String formatName(String word) {
        return LOWER_CASE.matcher(word).matches() ? word
                : word.length() <= MAX_INITIALS ? word.toUpperCase(Locale.ROOT)
                        : FIRST_LETTER.matcher(word)
                                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
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
        return DateTimeFormatter.ofPattern(switch (locale.getLanguage()) {
            case "de" -> DOTTED_DAY;
            case "fr", "en" -> SLASHED_DAY;
            default -> DASHED_DAY;
        }, Locale.ROOT).format(day);
    }

    /** Returns a locale without extensions, because an extension may ask for digits of another script. */
    private static Locale supported(Locale locale) {
        return Language.ofCode(locale.getLanguage()).isPresent() ? locale.stripExtensions() : Locale.ENGLISH;
    }
}
