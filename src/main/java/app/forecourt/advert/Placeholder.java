package app.forecourt.advert;

import java.util.Arrays;
import java.util.Optional;

/** A placeholder for a fact of the car; written in braces in a building block: {@code {mileage}}. */
public enum Placeholder {
    /** Brand, model and version. */
    TITLE,
    /** The facts that buyers look at first, in one line. */
    HIGHLIGHTS,
    /** All known facts, one line each. */
    FACTS,
    /** The options, one line per group. */
    OPTIONS,
    /** The number of options. */
    OPTION_COUNT,
    BRAND,
    MODEL,
    VERSION,
    /** The date of the first registration. */
    REGISTERED,
    YEAR,
    MILEAGE,
    FUEL,
    GEARBOX,
    GEARS,
    POWER,
    DISPLACEMENT,
    EMISSION,
    BODY,
    DOORS,
    COLOUR,
    PRICE,
    /** The price with a note if its VAT can be deducted. */
    PRICE_VAT,
    PRICE_EX_VAT,
    PLATE,
    STOCK_NUMBER,
    DEALERSHIP;

    /** Returns the placeholder as written in a block. */
    public String inBraces() {
        return "{" + key() + "}";
    }

    /** Returns the name without braces. */
    public String key() {
        return AdvertPhrases.key(this);
    }

    /** Returns the placeholder of a name, ignoring case. */
    static Optional<Placeholder> of(String name) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.key().equalsIgnoreCase(name))
                .findFirst();
    }
}
