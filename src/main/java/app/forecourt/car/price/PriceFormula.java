package app.forecourt.car.price;

import java.util.Locale;

/**
 * Formula of a suggested amount. Amounts have two decimals. The rate of 21 % is given as 21, and the rate plus 100 as
 * 121.
 */
public enum PriceFormula {
    /** The sales price minus its VAT. Args: sales price, VAT, rate, rate plus 100. */
    EX_VAT,
    /** As {@link #EX_VAT}, but with rest BPM, which carries no VAT. Args: those of {@link #EX_VAT}, rest BPM. */
    EX_VAT_BPM,
    /** The VAT in the sales price. Args: rate, rate plus 100, sales price. */
    VAT,
    /** As {@link #VAT}, but with rest BPM, which carries no VAT. Args: those of {@link #VAT}, rest BPM. */
    VAT_BPM,
    /** The sales price of a margin car, because its VAT is not shown. Args: sales price. */
    MARGIN_EX_VAT,
    /** A tax of 0, because the VAT of a margin car is not shown. No args. */
    MARGIN_TAX,
    /** The rest BPM as typed. Args: rest BPM. */
    BPM,
    /** The sales price minus the trade discount, in whole euros. Args: sales price, discount in percent. */
    TRADE;

    /** Returns the key of the message in the resource bundle. */
    public String messageKey() {
        return "formula." + name().toLowerCase(Locale.ROOT);
    }
}
