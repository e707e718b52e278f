package app.forecourt.car;

import java.math.BigDecimal;

/**
 * Closed range of numbers, in the unit of the field: see {@link FieldLimits}.
 *
 * @param min minimum, inclusive
 * @param max maximum, inclusive
 */
public record Range(BigDecimal min, BigDecimal max) {

    public static Range of(String min, String max) {
        return new Range(new BigDecimal(min), new BigDecimal(max));
    }

    public static Range of(long min, long max) {
        return new Range(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** Returns whether a number is within the range. */
    public boolean contains(BigDecimal number) {
        return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
    }

    /** Returns whether a number of characters or entries is within the range. */
    public boolean contains(int count) {
        return contains(BigDecimal.valueOf(count));
    }
}
