package app.forecourt.car;

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
public record Proposal(CarField field, BigDecimal amount, Formula formula, List<Object> args) {
    public Proposal {
        args = List.copyOf(args);
    }

    static Proposal of(CarField field, BigDecimal amount, Formula formula, Object... args) {
        return new Proposal(field, amount, formula, List.of(args));
    }
}
