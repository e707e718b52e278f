package app.forecourt.advert;

import java.util.Arrays;
import java.util.Optional;

/** What a building block may take from the car: its name stands between braces, {@code {mileage}}. */
public enum Placeholder {
    /** Brand, model and version. */
    TITLE,
    /** What is asked for first, in one line. */
    HIGHLIGHTS,
    /** All that is known, a line each. */
    FACTS,
    /** The options, a line for each group. */
    OPTIONS,
    /** How many options there are. */
    OPTION_COUNT, BRAND, MODEL, VERSION,
    /** The day of the first registration. */
    REGISTERED, YEAR, MILEAGE, FUEL, GEARBOX, GEARS, POWER, DISPLACEMENT, EMISSION, BODY, DOORS, COLOUR, PRICE,
    /** The price, and that its VAT can be deducted. */
    PRICE_VAT, PRICE_EX_VAT, PLATE, STOCK_NUMBER, DEALERSHIP;

    /** As it stands in a block. */
    public String written() {
        return "{" + key() + "}";
    }

    /** Its name. */
    public String key() {
        return AdvertMessages.key(this);
    }

    /** The one of that name, in large or small letters. */
    static Optional<Placeholder> of(String name) {
        return Arrays.stream(values()).filter(any -> any.key().equalsIgnoreCase(name)).findFirst();
    }
}
