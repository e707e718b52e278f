package app.forecourt.model.form;

import java.math.BigDecimal;

/** How amounts are written in the form. */
@FunctionalInterface
public interface AmountFormatter {
    String text(BigDecimal amount);
}
