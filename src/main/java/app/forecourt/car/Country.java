package app.forecourt.car;

import java.util.Locale;

/** Where the dealer sells, as far as prices go: its rate of VAT, and whether it knows the Dutch registration tax. */
public enum Country {
    /** The Netherlands. */
    NL(21, true),
    /** Belgium. */
    BE(21, false),
    /** Germany. */
    DE(19, false);

    private final int vatRate;
    private final boolean hasBpm;

    Country(int vatRate, boolean hasBpm) {
        this.vatRate = vatRate;
        this.hasBpm = hasBpm;
    }

    /** The usual rate of VAT, in percent of the price without it. */
    public int vatRate() {
        return vatRate;
    }

    /** Whether a price may have BPM in it, a tax that carries no VAT. */
    public boolean hasBpm() {
        return hasBpm;
    }

    /** The country a computer is set to, the Netherlands when that is none of ours. */
    public static Country of(Locale locale) {
        for (Country country : values()) {
            if (country.name().equals(locale.getCountry())) {
                return country;
            }
        }
        return NL;
    }
}
