package app.forecourt.car;

import static app.forecourt.car.Split.cents;

import app.forecourt.car.check.FieldParser;
import app.forecourt.car.check.ParseResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reckons the amounts that follow from the sales price, so that they add up. Pure; may be used from any thread. */
public final class Prices {
    private final BigDecimal gross;
    private final BigDecimal restBpm;
    private final boolean vatCar;
    private final PricingTerms terms;

    private Prices(BigDecimal gross, BigDecimal restBpm, boolean vatCar, PricingTerms terms) {
        this.gross = cents(gross);
        this.restBpm = cents(restBpm);
        this.vatCar = vatCar;
        this.terms = terms;
    }

    /**
     * What can be proposed for a car as it is typed so far, in form order, whether something is typed there or not.
     * None while the sales price is missing or wrong, or the rest BPM is wrong or more than the sales price.
     */
    public static List<Proposal> proposals(CarDraft draft, PricingTerms terms) {
        Optional<BigDecimal> gross = amount(FieldParser.money(CarField.SALES_PRICE, draft));
        Optional<BigDecimal> restBpm = restBpm(draft, terms);
        if (gross.isEmpty() || restBpm.isEmpty() || restBpm.get().compareTo(gross.get()) > 0) {
            return List.of();
        }
        boolean vatCar = FieldParser.flag(draft.text(CarField.IS_TAX_DEDUCTIBLE));
        return new Prices(gross.get(), restBpm.get(), vatCar, terms).all();
    }

    /** Left blank it is nothing, and so it is where there is no BPM, whatever is typed; empty if it is wrong. */
    private static Optional<BigDecimal> restBpm(CarDraft draft, PricingTerms terms) {
        ParseResult typed = terms.ask(CarField.REST_BPM) ? FieldParser.money(CarField.REST_BPM, draft)
                : new ParseResult.Nothing();
        return typed instanceof ParseResult.Nothing ? Optional.of(BigDecimal.ZERO) : amount(typed);
    }

    private static Optional<BigDecimal> amount(ParseResult reading) {
        return reading instanceof ParseResult.Value(BigDecimal amount) ? Optional.of(amount) : Optional.empty();
    }

    private List<Proposal> all() {
        Split split = vatCar ? Split.of(gross, restBpm, terms.country().vatRate()) : Split.ofMargin(gross);
        var all = new ArrayList<Proposal>();
        all.add(exVat(split));
        tax(split).ifPresent(all::add);
        trade().ifPresent(all::add);
        return List.copyOf(all);
    }

    private Proposal exVat(Split split) {
        CarField field = CarField.SALES_PRICE_EX_VAT;
        if (!vatCar) {
            return Proposal.of(field, split.net(), Formula.MARGIN_EX_VAT, gross);
        }
        int rate = terms.country().vatRate();
        return restBpm.signum() == 0
                ? Proposal.of(field, split.net(), Formula.EX_VAT, gross, split.vat(), rate, 100 + rate)
                : Proposal.of(field, split.net(), Formula.EX_VAT_BPM, gross, split.vat(), rate, 100 + rate,
                        restBpm);
    }

    private Optional<Proposal> tax(Split split) {
        return switch (terms.tax()) {
            case VAT -> Optional.of(vat(split));
            case BPM -> Optional.of(Proposal.of(CarField.TAX_AMOUNT, restBpm, Formula.BPM, restBpm));
            case EMPTY -> Optional.empty();
        };
    }

    private Proposal vat(Split split) {
        CarField field = CarField.TAX_AMOUNT;
        if (!vatCar) {
            return Proposal.of(field, split.vat(), Formula.MARGIN_TAX);
        }
        int rate = terms.country().vatRate();
        return restBpm.signum() == 0
                ? Proposal.of(field, split.vat(), Formula.VAT, rate, 100 + rate, gross)
                : Proposal.of(field, split.vat(), Formula.VAT_BPM, rate, 100 + rate, gross, restBpm);
    }

    /** A price for dealers that rounding makes nothing, or more than everybody pays, is none. */
    private Optional<Proposal> trade() {
        BigDecimal discount = terms.tradeDiscount();
        BigDecimal amount = cents(gross.multiply(BigDecimal.valueOf(100).subtract(discount))
                .movePointLeft(2).setScale(0, RoundingMode.HALF_UP));
        return discount.signum() > 0 && amount.signum() > 0 && amount.compareTo(gross) < 0
                ? Optional.of(Proposal.of(CarField.TRADE_PRICE, amount, Formula.TRADE, gross, discount))
                : Optional.empty();
    }
}
