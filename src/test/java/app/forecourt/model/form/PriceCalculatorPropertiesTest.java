package app.forecourt.model.form;

import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.testing.FewerTriesHook;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Properties of {@link PriceCalculator} for every price, in any country and with any rest BPM. */
class PriceCalculatorPropertiesTest {
    /** Amounts in cents. */
    private record Price(Country country, long gross, long restBpm) {
        BigDecimal grossAmount() {
            return BigDecimal.valueOf(gross, 2);
        }

        BigDecimal restBpmAmount() {
            return BigDecimal.valueOf(restBpm, 2);
        }

        CarDraft draft(boolean vatCar) {
            return CarDraft.EMPTY
                    .with(SALES_PRICE, grossAmount().toPlainString())
                    .with(REST_BPM, restBpmAmount().toPlainString())
                    .with(IS_TAX_DEDUCTIBLE, vatCar ? "true" : "");
        }
    }

    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261125")
    void allPropertiesHold(@ForAll("prices") Price price) {
        Map<CarField, BigDecimal> amounts = amounts(price, true);
        BigDecimal vat = amounts.get(TAX_AMOUNT);
        BigDecimal net = amounts.get(SALES_PRICE_EX_VAT);
        assertEquals(price.grossAmount(), net.add(vat));
        assertEquals(2, vat.scale());
        assertEquals(2, net.scale());
        assertExactToHalfACent(price, vat);
        assertTrue(vat.signum() >= 0);
        assertTrue(net.compareTo(price.restBpmAmount()) >= 0);
        assertTrue(amounts.getOrDefault(TRADE_PRICE, BigDecimal.ZERO).compareTo(price.grossAmount()) < 0);
        Map<CarField, BigDecimal> ofMargin = amounts(price, false);
        assertEquals(price.grossAmount(), ofMargin.get(SALES_PRICE_EX_VAT));
        assertEquals(new BigDecimal("0.00"), ofMargin.get(TAX_AMOUNT));
    }

    /** As many small prices as large ones; the rest BPM is from 0 to the whole price. */
    @Provide
    Arbitrary<Price> prices() {
        return Combinators.combine(
                        Arbitraries.of(Country.values()),
                        Arbitraries.integers()
                                .between(1, 10)
                                .flatMap(digits -> Arbitraries.longs().between(1, Math.powExact(10L, digits) - 1)))
                .flatAs((country, gross) -> restBpm(country, gross).map(bpm -> new Price(country, gross, bpm)));
    }

    private static Arbitrary<Long> restBpm(Country country, long gross) {
        return country.hasBpm()
                ? Arbitraries.oneOf(
                        Arbitraries.of(0L, gross), Arbitraries.longs().between(0, gross))
                : Arbitraries.just(0L);
    }

    /** Compares without division: |VAT × (100 + rate) − taxed part × rate| in hundredths of a cent. */
    private static void assertExactToHalfACent(Price price, BigDecimal vat) {
        long rate = price.country().vatRate();
        long off = vat.unscaledValue().longValueExact() * (100 + rate) - (price.gross() - price.restBpm()) * rate;
        assertTrue(2 * Math.abs(off) <= 100 + rate, "off by " + off);
    }

    private static Map<CarField, BigDecimal> amounts(Price price, boolean vatCar) {
        var terms = new PricingTerms(price.country(), PricingTerms.TaxMeaning.VAT, BigDecimal.TEN);
        return PriceCalculator.suggest(ProblemCases.CHECK.parse(price.draft(vatCar)), terms).stream()
                .collect(toMap(PriceSuggestion::field, PriceSuggestion::amount));
    }
}
