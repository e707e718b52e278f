package app.forecourt.model.form;

import java.math.BigDecimal;

/** Formatter of the amounts in the form. */
@FunctionalInterface
public interface AmountFormatter {
    String format(BigDecimal amount);
}
