package app.forecourt.car;

import app.forecourt.text.NumberParser;
import app.forecourt.text.TextSanitizer;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Settings from which the dealer's prices are calculated.
 *
 * @param country country of the VAT
 * @param tax meaning of the tax field
 * @param tradeDiscount discount for other dealers, in percent of the sales price; 0 if no trade price is calculated
 */
public record PricingTerms(Country country, TaxMeaning tax, BigDecimal tradeDiscount) {
    private static final BigDecimal LARGEST_DISCOUNT = new BigDecimal("99.9");

    /** Default terms. */
    public static final PricingTerms STANDARD = new PricingTerms(Country.NL, TaxMeaning.VAT, BigDecimal.TEN);

    public PricingTerms {
        if (!isDiscount(tradeDiscount)) {
            throw new IllegalArgumentException("discount is not from 0 to 99.9: " + tradeDiscount);
        }
    }

    /** Returns whether a field applies in the country. The text of a field that does not apply is ignored. */
    public boolean appliesTo(CarField field) {
        return field != CarField.REST_BPM || country.hasBpm();
    }

    /**
     * Parses a typed discount: {@code 10}, {@code 7,5}, {@code 7.5 %}. A blank text means no discount and returns 0.
     *
     * @return the percentage; empty if the text is not a number from 0 to 99.9
     */
    public static Optional<BigDecimal> parseDiscount(String typed) {
        return TextSanitizer.trim(typed).isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : NumberParser.parseAmount(typed, Set.of("%")).filter(PricingTerms::isDiscount);
    }

    private static boolean isDiscount(BigDecimal percent) {
        return percent.signum() >= 0 && percent.compareTo(LARGEST_DISCOUNT) <= 0;
    }

    /** Meaning of {@link CarField#TAX_AMOUNT}. The dealer chooses, because AutoChat does not document the field. */
    public enum TaxMeaning {
        /** The VAT in the sales price. */
        VAT,
        /** The registration tax still contained in the sales price (rest BPM). */
        BPM,
        /** No suggestion for the field. */
        EMPTY
    }
}
