package app.forecourt.settings;

import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.TaxMeaning;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Prices as the preferences say; what a hand wrote into them that makes no sense is as if it were not there. */
public final class PriceSettings {
    private PriceSettings() {}

    /**
     * How this desk reckons prices now.
     *
     * @param system whose country it is while none is chosen
     */
    public static PricingTerms of(Preferences preferences, Locale system) {
        return new PricingTerms(country(preferences).orElseGet(() -> Country.of(system)),
                tax(preferences), discount(preferences));
    }

    /** The country that was chosen. */
    public static Optional<Country> country(Preferences preferences) {
        return chosen(Country.values(), preferences.get(Setting.COUNTRY));
    }

    /** What the tax field stands for. */
    public static TaxMeaning tax(Preferences preferences) {
        return chosen(TaxMeaning.values(), preferences.get(Setting.TAX_AMOUNT))
                .orElse(PricingTerms.STANDARD.tax());
    }

    private static BigDecimal discount(Preferences preferences) {
        return PricingTerms.discount(preferences.get(Setting.TRADE_DISCOUNT))
                .orElse(PricingTerms.STANDARD.tradeDiscount());
    }

    /** How a choice is written in the preferences. */
    public static String text(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> chosen(E[] choices, String text) {
        return Arrays.stream(choices).filter(choice -> text(choice).equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
