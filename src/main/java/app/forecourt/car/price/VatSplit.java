package app.forecourt.car.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * VAT and net part of a sales price. The parts add up exactly, because only the VAT is rounded and the net part is the
 * difference.
 *
 * @param vat VAT in the price
 * @param net price without VAT, rest BPM included
 */
record VatSplit(BigDecimal vat, BigDecimal net) {

    /**
     * Splits the price of a car with deductible VAT.
     *
     * @param restBpm part of the price without VAT; at most the whole price
     * @param rate VAT rate in percent of the net price
     */
    static VatSplit of(BigDecimal gross, BigDecimal restBpm, int rate) {
        BigDecimal vat = gross.subtract(restBpm)
                .multiply(BigDecimal.valueOf(rate))
                .divide(BigDecimal.valueOf(100L + rate), 2, RoundingMode.HALF_UP);
        return new VatSplit(vat, cents(gross.subtract(vat)));
    }

    /** Splits the price of a margin car. The VAT is 0, because the tax on the dealer's margin is not shown. */
    static VatSplit ofMargin(BigDecimal gross) {
        return new VatSplit(cents(BigDecimal.ZERO), cents(gross));
    }

    /** Returns an amount with two decimals. Typed amounts never have more. */
    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
