package app.forecourt.car.price;

import static app.forecourt.car.price.VatSplit.cents;

import app.forecourt.car.CarField;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.check.ParsedDraft;
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
        ParsedDraft.FieldResult typed = terms.appliesTo(CarField.REST_BPM)
                ? draft.result(CarField.REST_BPM)
                : new ParsedDraft.FieldResult.Empty();
        return typed instanceof ParsedDraft.FieldResult.Empty ? Optional.of(BigDecimal.ZERO) : amount(typed);
    }

    private static Optional<BigDecimal> amount(ParsedDraft.FieldResult result) {
        return result instanceof ParsedDraft.FieldResult.Value(BigDecimal amount)
                ? Optional.of(amount)
                : Optional.empty();
    }

    private List<PriceSuggestion> suggestions() {
        VatSplit split = vatCar ? VatSplit.of(gross, restBpm, terms.country().vatRate()) : VatSplit.ofMargin(gross);
        var suggestions = new ArrayList<PriceSuggestion>();
        suggestions.add(exVat(split));
        tax(split).ifPresent(suggestions::add);
        trade().ifPresent(suggestions::add);
        return List.copyOf(suggestions);
    }

    private PriceSuggestion exVat(VatSplit split) {
        CarField field = CarField.SALES_PRICE_EX_VAT;
        if (!vatCar) {
            return PriceSuggestion.of(field, split.net(), PriceSuggestion.Formula.MARGIN_EX_VAT, gross);
        }
        int rate = terms.country().vatRate();
        return restBpm.signum() == 0
                ? PriceSuggestion.of(
                        field, split.net(), PriceSuggestion.Formula.EX_VAT, gross, split.vat(), rate, 100 + rate)
                : PriceSuggestion.of(
                        field,
                        split.net(),
                        PriceSuggestion.Formula.EX_VAT_BPM,
                        gross,
                        split.vat(),
                        rate,
                        100 + rate,
                        restBpm);
    }

    private Optional<PriceSuggestion> tax(VatSplit split) {
        return switch (terms.tax()) {
            case VAT -> Optional.of(vat(split));
            case BPM ->
                Optional.of(PriceSuggestion.of(CarField.TAX_AMOUNT, restBpm, PriceSuggestion.Formula.BPM, restBpm));
            case EMPTY -> Optional.empty();
        };
    }

    private PriceSuggestion vat(VatSplit split) {
        CarField field = CarField.TAX_AMOUNT;
        if (!vatCar) {
            return PriceSuggestion.of(field, split.vat(), PriceSuggestion.Formula.MARGIN_TAX);
        }
        int rate = terms.country().vatRate();
        return restBpm.signum() == 0
                ? PriceSuggestion.of(field, split.vat(), PriceSuggestion.Formula.VAT, rate, 100 + rate, gross)
                : PriceSuggestion.of(
                        field, split.vat(), PriceSuggestion.Formula.VAT_BPM, rate, 100 + rate, gross, restBpm);
    }

    /** Returns the trade price; empty if rounding makes it 0 or not lower than the sales price. */
    private Optional<PriceSuggestion> trade() {
        BigDecimal discount = terms.tradeDiscount();
        BigDecimal amount = cents(gross.multiply(BigDecimal.valueOf(100).subtract(discount))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP));
        return discount.signum() > 0 && amount.signum() > 0 && amount.compareTo(gross) < 0
                ? Optional.of(PriceSuggestion.of(
                        CarField.TRADE_PRICE, amount, PriceSuggestion.Formula.TRADE, gross, discount))
                : Optional.empty();
    }
}
