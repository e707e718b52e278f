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

/** Numbers and days as people of a language read them. */
final class AdvertNumberFormat {
    /** Decimals. */
    private static final int CENTS = 2;
    private static final String MONTH = "MM/yyyy";
    /** Java groups French digits by it, and not every font has it. */
    private static final char NARROW_SPACE = '\u202F';
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final Locale locale;

    AdvertNumberFormat(Locale locale) {
        this.locale = locale;
    }

    /** A whole number, its thousands apart. */
    String whole(int number) {
        return readable(NumberFormat.getIntegerInstance(locale).format(number));
    }

    /** An amount in its currency; cents only where there are any. */
    String price(BigDecimal amount, String currency) {
        Optional<Currency> known = Currency.getAvailableCurrencies().stream()
                .filter(any -> any.getCurrencyCode().equals(currency)).findFirst();
        NumberFormat format = known.isPresent() ? NumberFormat.getCurrencyInstance(locale)
                : NumberFormat.getNumberInstance(locale);
        known.ifPresent(format::setCurrency);
        int digits = amount.stripTrailingZeros().scale() <= 0 ? 0 : CENTS;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String written = readable(format.format(amount));
        return known.isPresent() || currency.isEmpty() ? written : written + NO_BREAK_SPACE + currency;
    }

    /** A day in full: 16 September 2022. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }

    /** A month in digits: 09/2022. */
    String month(LocalDate day) {
        return DateTimeFormatter.ofPattern(MONTH, locale).format(day);
    }

    private static String readable(String number) {
        return number.replace(NARROW_SPACE, NO_BREAK_SPACE);
    }
}
