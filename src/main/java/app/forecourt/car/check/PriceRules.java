package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Problem.Code;
import java.math.BigDecimal;
import java.util.Optional;

/** Rules that compare the amounts. They raise warnings only, because the vendor's own example does not add up. */
final class PriceRules implements CarValidator.Rule {

    /** A margin that a cheap car may have, too. It may well be half its price. */
    private static final BigDecimal USUAL_MARGIN = BigDecimal.valueOf(1_500);

    @Override
    public void check(ValidationRun context) {
        Optional<BigDecimal> sales = context.amount(CarField.SALES_PRICE);
        if (sales.isEmpty()) {
            return;
        }
        BigDecimal price = sales.get();
        if (isAbove(context, CarField.TRADE_PRICE, price)) {
            context.add(CarField.TRADE_PRICE, Code.TRADE_ABOVE_PRICE);
        }
        context.amount(CarField.TRADE_PRICE)
                .filter(trade -> trade.add(trade).compareTo(price) < 0
                        && price.subtract(trade).compareTo(USUAL_MARGIN) > 0)
                .ifPresent(_ -> context.add(CarField.TRADE_PRICE, Code.TRADE_FAR_BELOW_PRICE));
        if (isAbove(context, CarField.REST_BPM, price)) {
            context.add(CarField.REST_BPM, Code.BPM_ABOVE_PRICE);
        }
        context.amount(CarField.SALES_PRICE_EX_VAT).ifPresent(exVat -> checkExVat(context, price, exVat));
    }

    private static void checkExVat(ValidationRun context, BigDecimal price, BigDecimal exVat) {
        int order = exVat.compareTo(price);
        if (order > 0) {
            context.add(CarField.SALES_PRICE_EX_VAT, Code.EX_VAT_ABOVE_PRICE);
        }
        if (order == 0 && context.isTrue(CarField.IS_TAX_DEDUCTIBLE)) {
            context.add(CarField.SALES_PRICE_EX_VAT, Code.EX_VAT_IS_PRICE);
        }
        // Only VAT is part of the sum; rest BPM is already in the price without VAT.
        if (context.terms().tax() == PricingTerms.TaxMeaning.VAT) {
            context.amount(CarField.TAX_AMOUNT)
                    .map(exVat::add)
                    .filter(sum -> sum.compareTo(price) != 0)
                    .ifPresent(sum -> context.add(CarField.TAX_AMOUNT, Code.SUM_DIFFERS, sum));
        }
    }

    private static boolean isAbove(ValidationRun context, CarField field, BigDecimal price) {
        return context.amount(field)
                .filter(amount -> amount.compareTo(price) > 0)
                .isPresent();
    }
}
