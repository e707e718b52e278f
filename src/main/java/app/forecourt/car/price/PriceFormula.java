package app.forecourt.car.price;

import java.util.Locale;

/** How a proposed amount comes about. Amounts are of two decimals; a rate is 21 for 21 %, of 121 with the price. */
public enum PriceFormula {
    /** The sales price less its VAT. Args: sales price, VAT, rate, rate and 100. */
    EX_VAT,
    /** The same when some of the price carries no VAT. Args: sales price, VAT, rate, rate and 100, rest BPM. */
    EX_VAT_BPM,
    /** The VAT in the sales price. Args: rate, rate and 100, sales price. */
    VAT,
    /** The same when some of the price carries no VAT. Args: rate, rate and 100, sales price, rest BPM. */
    VAT_BPM,
    /** A margin car's sales price, which shows no VAT. Args: sales price. */
    MARGIN_EX_VAT,
    /** No tax: a margin car shows none. No args. */
    MARGIN_TAX,
    /** The rest BPM as typed. Args: rest BPM. */
    BPM,
    /** The sales price less the discount for dealers, in whole euros. Args: sales price, discount in percent. */
    TRADE;

    /** The key of the sentence in the resource bundle. */
    public String key() {
        return "formula." + name().toLowerCase(Locale.ROOT);
    }
}
