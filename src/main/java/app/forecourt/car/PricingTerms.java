package app.forecourt.car;

import app.forecourt.text.NumberParser;
import app.forecourt.text.TextSanitizer;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * How this dealer reckons prices.
 *
 * @param country whose VAT it is
 * @param tax what goes into the tax field
 * @param tradeDiscount how much less another dealer pays, in percent of the sales price; 0 when that is not reckoned
 */
public record PricingTerms(Country country, TaxMeaning tax, BigDecimal tradeDiscount) {
    private static final BigDecimal LARGEST_DISCOUNT = new BigDecimal("99.9");

    /** What holds until somebody says otherwise. */
    public static final PricingTerms STANDARD = new PricingTerms(Country.NL, TaxMeaning.VAT, BigDecimal.TEN);

    public PricingTerms {
        if (!isDiscount(tradeDiscount)) {
            throw new IllegalArgumentException("no discount: " + tradeDiscount);
        }
    }

    /** Whether a field is asked for here; what stands in one that isn't is as if it were not there. */
    public boolean ask(CarField field) {
        return field != CarField.REST_BPM || country.hasBpm();
    }

    /**
     * A discount as people type it: {@code 10}, {@code 7,5}, {@code 7.5 %}; blank is none at all, which is 0.
     *
     * @return empty if it is not a number from 0 to 99.9
     */
    public static Optional<BigDecimal> discount(String typed) {
        return TextSanitizer.trimmed(typed).isEmpty() ? Optional.of(BigDecimal.ZERO)
                : NumberParser.amount(typed, Set.of("%")).filter(PricingTerms::isDiscount);
    }

    private static boolean isDiscount(BigDecimal percent) {
        return percent.signum() >= 0 && percent.compareTo(LARGEST_DISCOUNT) <= 0;
    }
}
