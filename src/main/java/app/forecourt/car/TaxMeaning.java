package app.forecourt.car;

/** What goes into {@link CarField#TAX_AMOUNT}; AutoChat does not say what it means by it, so the dealer does. */
public enum TaxMeaning {
    /** The VAT in the sales price. */
    VAT,
    /** The rest of the registration tax in the sales price. */
    BPM,
    /** Nothing is proposed. */
    EMPTY
}
