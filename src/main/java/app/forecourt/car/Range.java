package app.forecourt.car;

import java.math.BigDecimal;

/** From the least to the most, both included, in the unit of what is measured: see {@link Limits}. */
public record Range(BigDecimal least, BigDecimal most) {

    public static Range of(String least, String most) {
        return new Range(new BigDecimal(least), new BigDecimal(most));
    }

    public static Range of(long least, long most) {
        return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /** Whether that number lies in it. */
    public boolean holds(BigDecimal number) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    /** Whether so many characters or entries lie in it. */
    public boolean holds(int count) {
        return holds(BigDecimal.valueOf(count));
    }
}
