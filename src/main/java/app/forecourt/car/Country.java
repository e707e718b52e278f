package app.forecourt.car;

import java.util.Locale;

/** Country in which the dealer sells: its VAT rate, and whether it has the Dutch registration tax (BPM). */
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

    /** Returns the standard VAT rate, in percent of the net price. */
    public int vatRate() {
        return vatRate;
    }

    /** Returns whether a price may contain BPM, a tax on which no VAT is charged. */
    public boolean hasBpm() {
        return hasBpm;
    }

    /** Returns the country of a locale; the Netherlands if the locale has no country of this enum. */
    public static Country of(Locale locale) {
        for (Country country : values()) {
            if (country.name().equals(locale.getCountry())) {
                return country;
            }
        }
        return NL;
    }
}
