package app.forecourt.car;

import java.math.BigDecimal;

/**
 * Closed range of numbers, in the unit of the field: see {@link Limits}.
 *
 * @param least minimum, inclusive
 * @param most maximum, inclusive
 */
public record Range(BigDecimal least, BigDecimal most) {

    public static Range of(String least, String most) {
        return new Range(new BigDecimal(least), new BigDecimal(most));
    }

    public static Range of(long least, long most) {
        return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
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
