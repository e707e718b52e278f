package app.forecourt.model.form;

import app.forecourt.car.CarField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Amount calculated from other amounts. The suggestion is only shown; text that the user typed is never replaced.
 *
 * @param field the field of the amount
 * @param amount amount with two decimals
 * @param formula formula of the amount
 * @param args numbers of the formula's message, in the order given at the formula
 */
public record PriceSuggestion(CarField field, BigDecimal amount, Formula formula, List<Object> args) {
    public PriceSuggestion {
        args = List.copyOf(args);
    }

    static PriceSuggestion of(CarField field, BigDecimal amount, Formula formula, Object... args) {
        return new PriceSuggestion(field, amount, formula, List.of(args));
    }

    /**
     * Formula of a suggested amount. Amounts have two decimals. The rate of 21 % is given as 21, and the rate plus 100
     * as 121.
     */
    public enum Formula {
        /** The sales price minus its VAT. Args: sales price, VAT, rate, rate plus 100, rest BPM. */
        EX_VAT,
        /** As {@link #EX_VAT}, but with rest BPM, which carries no VAT. */
        EX_VAT_BPM,
        /** The sales price of a margin car, because its VAT is not shown. Args: those of {@link #EX_VAT}. */
        MARGIN_EX_VAT,
        /** The VAT in the sales price. Args: rate, rate plus 100, sales price, rest BPM. */
        VAT,
        /** As {@link #VAT}, but with rest BPM, which carries no VAT. */
        VAT_BPM,
        /** A tax of 0, because the VAT of a margin car is not shown. Args: those of {@link #VAT}. */
        MARGIN_TAX,
        /** The rest BPM as typed. Args: rest BPM. */
        BPM,
        /** The sales price minus the trade discount, in whole euros. Args: sales price, discount in percent. */
        TRADE;

        /** Returns the key of the message in the resource bundle. */
        public String messageKey() {
            return "formula." + name().toLowerCase(Locale.ROOT);
        }
    }
}
