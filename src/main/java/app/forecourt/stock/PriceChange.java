package app.forecourt.stock;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The last change of a car's sales price.
 *
 * @param before the price before the change
 * @param after the price since then
 * @param at the time of the change
 */
public record PriceChange(BigDecimal before, BigDecimal after, Instant at) {
    /** Returns the difference, which is negative if the car became cheaper. */
    public BigDecimal difference() {
        return after.subtract(before);
    }
}
