package app.forecourt.car;

import java.math.BigDecimal;

/**
 * Closed range of numbers, in the unit of the field: see {@link Limits}.
 *
 * @param least minimum, inclusive
 * @param most maximum, inclusive
 */
public record Range(BigDecimal least, BigDecimal most) {

    public static Range of(String min, String max) {
        return new Range(new BigDecimal(min), new BigDecimal(max));
    }

    public static Range of(long min, long max) {
        return new Range(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** Returns whether a number is within the range. */
    public boolean holds(BigDecimal number) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    /** Returns whether a number of characters or entries is within the range. */
    public boolean holds(int count) {
        return holds(BigDecimal.valueOf(count));
    }
}
