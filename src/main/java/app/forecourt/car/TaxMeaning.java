package app.forecourt.car;

/** Meaning of {@link CarField#TAX_AMOUNT}. The dealer chooses, because AutoChat does not document the field. */
public enum TaxMeaning {
    /** The VAT in the sales price. */
    VAT,
    /** The registration tax still contained in the sales price (rest BPM). */
    BPM,
    /** No suggestion for the field. */
    EMPTY
}
