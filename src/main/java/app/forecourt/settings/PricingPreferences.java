package app.forecourt.settings;

import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The price settings of the preferences. Invalid values, which a user may have written by hand, are ignored. */
public final class PricingPreferences {
    private PricingPreferences() {}

    /**
     * Returns the current pricing terms.
     *
     * @param system the locale with the country that applies until the user chooses one
     */
    public static PricingTerms pricingTerms(Preferences preferences, Locale system) {
        return new PricingTerms(
                country(preferences).orElseGet(() -> Country.of(system)),
                taxMeaning(preferences),
                discount(preferences));
    }

    /** Returns the country that the user chose. */
    public static Optional<Country> country(Preferences preferences) {
        return chosen(Country.values(), preferences.get(Setting.COUNTRY));
    }

    /** Returns the meaning of the tax field. */
    public static PricingTerms.TaxMeaning taxMeaning(Preferences preferences) {
        return chosen(PricingTerms.TaxMeaning.values(), preferences.get(Setting.TAX_AMOUNT))
                .orElse(PricingTerms.STANDARD.tax());
    }

    private static BigDecimal discount(Preferences preferences) {
        return PricingTerms.parseDiscount(preferences.get(Setting.TRADE_DISCOUNT))
                .orElse(PricingTerms.STANDARD.tradeDiscount());
    }

    /** Returns the text of a choice in the preferences. */
    public static String toText(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> chosen(E[] choices, String text) {
        return Arrays.stream(choices)
                .filter(choice -> toText(choice).equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
