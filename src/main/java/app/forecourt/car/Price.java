package app.forecourt.car;

import java.math.BigDecimal;

/**
 * What a car was offered for, as it was sent.
 *
 * @param currency ISO 4217, {@code ""} when none was sent
 */
public record Price(BigDecimal amount, String currency) {}
