package app.forecourt.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Values as people of a language write them, in such a way that the form understands what it is given: reading what was
 * written gives the value again.
 */
public final class ValueFormatter {
    /** Day before month, whatever the language: a form that takes both would take one for the other. */
    private static final String DOTTED_DAY = "dd.MM.yyyy";
    private static final String SLASHED_DAY = "dd/MM/yyyy";
    private static final String DAY = "dd-MM-yyyy";

    /** Letters: BMW, KIA, DS. */
    private static final int LONGEST_INITIALS = 3;
    /** i3, i30. */
    private static final Pattern SMALL = Pattern.compile("i[0-9]+");
    private static final Pattern FIRST_LETTER = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}");

    private ValueFormatter() {}

    /** A brand or a model as its maker writes it, or nearly so: AutoChat has it in lower case. */
    public static String name(String word) {
        return SMALL.matcher(word).matches() ? word
                : word.length() <= LONGEST_INITIALS ? word.toUpperCase(Locale.ROOT)
                        : FIRST_LETTER.matcher(word)
                                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }

    /** An amount with both its decimals: {@code 15.944,63}. */
    public static String amount(BigDecimal amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(understood(locale));
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    /** A whole number, its thousands apart. */
    public static String whole(int number, Locale locale) {
        return NumberFormat.getIntegerInstance(understood(locale)).format(number);
    }

    /** A day in digits: {@code 16-09-2022}. */
    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(switch (locale.getLanguage()) {
            case "de" -> DOTTED_DAY;
            case "fr", "en" -> SLASHED_DAY;
            default -> DAY;
        }, Locale.ROOT).format(day);
    }

    /** Without what asks for the digits of another script. */
    private static Locale understood(Locale locale) {
        return Language.ofCode(locale.getLanguage()).isPresent() ? locale.stripExtensions() : Locale.ENGLISH;
    }
}
