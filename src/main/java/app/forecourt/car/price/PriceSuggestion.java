package app.forecourt.car.price;

import app.forecourt.car.CarField;
import java.math.BigDecimal;
import java.util.List;

/**
 * An amount that follows from others. It is only shown: what is typed in the field wins.
 *
 * @param field where it would go
 * @param amount with two decimals
 * @param formula how it comes about
 * @param args the numbers that the formula's sentence names, in the order the formula gives
 */
public record PriceSuggestion(CarField field, BigDecimal amount, PriceFormula formula, List<Object> args) {
    public PriceSuggestion {
        args = List.copyOf(args);
    }

    static PriceSuggestion of(CarField field, BigDecimal amount, PriceFormula formula, Object... args) {
        return new PriceSuggestion(field, amount, formula, List.of(args));
    }
}
