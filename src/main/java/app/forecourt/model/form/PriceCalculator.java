package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.car.check.ParsedDraft.FieldResult;
import app.forecourt.model.form.PriceSuggestion.Formula;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calculator of the amounts that follow from the sales price and add up to it. Stateless and thread-safe. */
public final class PriceCalculator {
    private final BigDecimal gross;
    private final BigDecimal restBpm;
    private final boolean vatCar;
    private final PricingTerms terms;

    private PriceCalculator(BigDecimal gross, BigDecimal restBpm, boolean vatCar, PricingTerms terms) {
        this.gross = cents(gross);
        this.restBpm = cents(restBpm);
        this.vatCar = vatCar;
        this.terms = terms;
    }

    /**
     * Returns the suggested amounts of a draft, in form order. Fields that already have text get a suggestion too.
     *
     * @return empty if the sales price is missing or invalid, or the rest BPM is invalid or above the sales price
     */
    public static List<PriceSuggestion> suggest(ParsedDraft draft, PricingTerms terms) {
        Optional<BigDecimal> gross = amount(draft.result(CarField.SALES_PRICE));
        Optional<BigDecimal> restBpm = restBpm(draft, terms);
        if (gross.isEmpty() || restBpm.isEmpty() || restBpm.get().compareTo(gross.get()) > 0) {
            return List.of();
        }
        boolean vatCar = draft.value(CarField.IS_TAX_DEDUCTIBLE)
                .filter(Boolean.TRUE::equals)
                .isPresent();
        return new PriceCalculator(gross.get(), restBpm.get(), vatCar, terms).suggestions();
    }

    /** Returns the rest BPM; 0 if the field is blank or the country has no BPM; empty if the text is invalid. */
    private static Optional<BigDecimal> restBpm(ParsedDraft draft, PricingTerms terms) {
        FieldResult typed =
                terms.appliesTo(CarField.REST_BPM) ? draft.result(CarField.REST_BPM) : new FieldResult.Empty();
        return typed instanceof FieldResult.Empty ? Optional.of(BigDecimal.ZERO) : amount(typed);
    }

    private static Optional<BigDecimal> amount(FieldResult result) {
        return result instanceof FieldResult.Value(BigDecimal amount) ? Optional.of(amount) : Optional.empty();
    }

    private List<PriceSuggestion> suggestions() {
        int rate = terms.country().vatRate();
        BigDecimal vat = vatCar ? vat(rate) : cents(BigDecimal.ZERO);
        var suggestions = new ArrayList<PriceSuggestion>();
        // The parts add up exactly, because only the VAT is rounded.
        suggestions.add(PriceSuggestion.of(
                CarField.SALES_PRICE_EX_VAT,
                gross.subtract(vat),
                formula(Formula.MARGIN_EX_VAT, Formula.EX_VAT, Formula.EX_VAT_BPM),
                gross,
                vat,
                rate,
                100 + rate,
                restBpm));
        switch (terms.tax()) {
            case VAT ->
                suggestions.add(PriceSuggestion.of(
                        CarField.TAX_AMOUNT,
                        vat,
                        formula(Formula.MARGIN_TAX, Formula.VAT, Formula.VAT_BPM),
                        rate,
                        100 + rate,
                        gross,
                        restBpm));
            case BPM -> suggestions.add(PriceSuggestion.of(CarField.TAX_AMOUNT, restBpm, Formula.BPM, restBpm));
            case EMPTY -> {}
        }
        trade().ifPresent(suggestions::add);
        return List.copyOf(suggestions);
    }

    /** Returns the VAT in the sales price. There is none in the rest BPM. */
    private BigDecimal vat(int rate) {
        return gross.subtract(restBpm)
                .multiply(BigDecimal.valueOf(rate))
                .divide(BigDecimal.valueOf(100L + rate), 2, RoundingMode.HALF_UP);
    }

    /** Returns the formula for the car. The VAT of a margin car is not shown. */
    private Formula formula(Formula ofMargin, Formula withoutBpm, Formula withBpm) {
        return !vatCar ? ofMargin : restBpm.signum() == 0 ? withoutBpm : withBpm;
    }

    /** Returns the trade price; empty if rounding makes it 0 or not lower than the sales price. */
    private Optional<PriceSuggestion> trade() {
        BigDecimal discount = terms.tradeDiscount();
        BigDecimal amount = cents(gross.multiply(BigDecimal.valueOf(100).subtract(discount))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP));
        return discount.signum() > 0 && amount.signum() > 0 && amount.compareTo(gross) < 0
                ? Optional.of(PriceSuggestion.of(CarField.TRADE_PRICE, amount, Formula.TRADE, gross, discount))
                : Optional.empty();
    }

    /** Returns an amount with two decimals. Typed amounts never have more. */
    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
