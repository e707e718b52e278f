package app.forecourt.car;

import java.math.BigDecimal;

/**
 * Sales price of a car as it was sent.
 *
 * @param amount amount in the currency's main unit
 * @param currency ISO 4217 code; {@code ""} if none was sent
 */
public record Price(BigDecimal amount, String currency) {}
