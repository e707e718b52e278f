package app.forecourt.car.price;

import app.forecourt.car.CarField;
import java.math.BigDecimal;
import java.util.List;

/**
 * Amount calculated from other amounts. The suggestion is only shown; text that the user typed is never replaced.
 *
 * @param field the field of the amount
 * @param amount amount with two decimals
 * @param formula formula of the amount
 * @param args numbers of the formula's message, in the order given at the formula
 */
public record PriceSuggestion(CarField field, BigDecimal amount, PriceFormula formula, List<Object> args) {
    public PriceSuggestion {
        args = List.copyOf(args);
    }

    static PriceSuggestion of(CarField field, BigDecimal amount, PriceFormula formula, Object... args) {
        return new PriceSuggestion(field, amount, formula, List.of(args));
    }
}
