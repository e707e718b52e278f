package app.forecourt.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Kilowatt and metric horse power (pk, PS, ch), of which one is 75 kilogram-force metres a second: 0.73549875 kW
 * exactly (DIN 66036).
 */
public final class Power {
    private static final BigDecimal KILOWATT = new BigDecimal("0.73549875");

    private Power() {}

    /** As whole horse power: 74 kW are 101. */
    public static int horsePower(int kilowatt) {
        return BigDecimal.valueOf(kilowatt).divide(KILOWATT, 0, RoundingMode.HALF_UP).intValueExact();
    }

    /** As whole kilowatt: 101 horse power are 74. */
    public static BigDecimal kilowatt(BigDecimal horsePower) {
        return horsePower.multiply(KILOWATT).setScale(0, RoundingMode.HALF_UP);
    }
}
