package app.forecourt.ui;

import java.math.BigDecimal;

/** How amounts are written in the form. */
@FunctionalInterface
public interface Amounts {
    String text(BigDecimal amount);
}
