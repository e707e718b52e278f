package app.forecourt.stock;

import java.time.Instant;
import java.util.Optional;

/**
 * The earlier sales prices of a car, as typed.
 *
 * @param base the price before the car was typed into last; empty if there was none
 * @param typedAt the time at which the present price was typed; empty if it is the same
 * @param earlier the last other price before {@code base}; empty if there was none
 * @param changedAt the time at which {@code earlier} was replaced
 */
public record EarlierPrices(String base, Optional<Instant> typedAt, String earlier, Optional<Instant> changedAt) {
    /** The history of a car with one price only. */
    public static final EarlierPrices NONE = new EarlierPrices("", Optional.empty(), "", Optional.empty());
}
