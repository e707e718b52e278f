package app.forecourt.advert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** A formatter of numbers and dates for one language. */
final class AdvertNumberFormat {
    /** The number of decimals. */
    private static final int CENTS = 2;

    private static final String MONTH = "MM/yyyy";
    /** The separator of French digit groups in Java, which is missing in some fonts. */
    private static final char NARROW_SPACE = '\u202F';

    private static final char NO_BREAK_SPACE = '\u00A0';

    private final Locale locale;

    AdvertNumberFormat(Locale locale) {
        this.locale = locale;
    }

    /** Formats a whole number with digit groups. */
    String whole(int number) {
        return readable(NumberFormat.getIntegerInstance(locale).format(number));
    }

    /** Formats an amount in its currency; with cents only if there are any. */
    String price(BigDecimal amount, String currency) {
        Optional<Currency> known = Currency.getAvailableCurrencies().stream()
                .filter(candidate -> candidate.getCurrencyCode().equals(currency))
                .findFirst();
        NumberFormat format =
                known.isPresent() ? NumberFormat.getCurrencyInstance(locale) : NumberFormat.getNumberInstance(locale);
        known.ifPresent(format::setCurrency);
        int digits = amount.stripTrailingZeros().scale() <= 0 ? 0 : CENTS;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String written = readable(format.format(amount));
        return known.isPresent() || currency.isEmpty() ? written : written + NO_BREAK_SPACE + currency;
    }

    /** Formats a date in full: 16 September 2022. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** Formats a month in digits: 09/2022. */
    String month(LocalDate day) {
        return DateTimeFormatter.ofPattern(MONTH, locale).format(day);
    }

    private static String readable(String number) {
        return number.replace(NARROW_SPACE, NO_BREAK_SPACE);
    }
}
