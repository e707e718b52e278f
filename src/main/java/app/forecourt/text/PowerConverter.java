package app.forecourt.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Conversion between kilowatts and metric horsepower (pk, PS, ch). One horsepower is 75 kilogram-force metres per
 * second: exactly 0.73549875 kW (DIN 66036).
 */
public final class PowerConverter {
    private static final BigDecimal KILOWATTS_PER_HORSEPOWER = new BigDecimal("0.73549875");

    private PowerConverter() {}

    /** Converts kilowatts to horsepower, rounded to a whole number: 74 kW are 101. */
    public static int toHorsepower(int kilowatts) {
        return BigDecimal.valueOf(kilowatts)
                .divide(KILOWATTS_PER_HORSEPOWER, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Converts horsepower to kilowatts, rounded to a whole number: 101 horsepower are 74 kW. */
    public static BigDecimal toKilowatts(BigDecimal horsePower) {
        return horsePower.multiply(KILOWATTS_PER_HORSEPOWER).setScale(0, RoundingMode.HALF_UP);
    }
}
