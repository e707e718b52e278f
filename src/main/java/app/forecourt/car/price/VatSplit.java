package app.forecourt.car.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A sales price in its two parts, which add up to it to the cent: only the VAT is rounded, the rest is the rest.
 *
 * @param vat the VAT in the price
 * @param net the price without it; rest BPM is still in it
 */
record VatSplit(BigDecimal vat, BigDecimal net) {

    /**
     * The price of a car whose VAT can be deducted.
     *
     * @param rate of VAT, in percent of the price without it
     * @param restBpm how much of the price carries no VAT, no more than all of it
     */
    static VatSplit of(BigDecimal gross, BigDecimal restBpm, int rate) {
        BigDecimal vat = gross.subtract(restBpm).multiply(BigDecimal.valueOf(rate))
                .divide(BigDecimal.valueOf(100L + rate), 2, RoundingMode.HALF_UP);
        return new VatSplit(vat, cents(gross.subtract(vat)));
    }

    /** The price of a margin car: the tax on the dealer's margin is paid, but not shown. */
    static VatSplit ofMargin(BigDecimal gross) {
        return new VatSplit(cents(BigDecimal.ZERO), cents(gross));
    }

    /** With two decimals; amounts as typed have no more. */
    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
