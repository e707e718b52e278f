package app.forecourt.model.form;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.PricingTerms.STANDARD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.PricingTerms.TaxMeaning;
import app.forecourt.car.check.ProblemCases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@link PriceCalculator} with prices calculated by hand; see also {@link PriceCalculatorPropertiesTest}. */
class PriceCalculatorTest {
    private static final CarDraft VAT_CAR =
            CarDraft.EMPTY.with(SALES_PRICE, "15.944,63").with(IS_TAX_DEDUCTIBLE, "true");
    private static final CarDraft MARGIN_CAR = VAT_CAR.with(IS_TAX_DEDUCTIBLE, "");
    private static final PricingTerms NO_TRADE = discounted("0");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 12,100.00 / 121 = 100
                "NL | 12.100,00 |       | 2100.00 | 10000.00",
                "BE | 12.100 |     | 2100.00 | 10000.00",
                // 11,900.00 / 119 = 100
                "DE | 11.900    |       | 1900.00 | 10000.00",
                // 15,944.63 / 121 = 131.77380…, times 21 = 2,767.2498…
                "NL | 15.944,63 |       | 2767.25 | 13177.38",
                "NL | 15.944,63 | 0  | 2767.25 | 13177.38",
                // 15,944.63 / 119 = 133.98848…, times 19 = 2,545.7812…
                "DE | 15,944.63 |       | 2545.78 | 13398.85",
                // 14,744.63 / 121 = 121.85644…, times 21 = 2,558.9853…
                "NL | 15.944,63 | 1.200 | 2558.99 | 13385.64",
                // The country has no BPM
                "BE | 15.944,63 | 1.200 | 2767.25 | 13177.38",
                "DE | 12.100 | 12.100 | 1931.93 | 10168.07",
                // The whole price is BPM
                "NL | 1.200     | 1.200 | 0.00    | 1200.00",
                // 1.00 / 121 x 21 = 0.1735…
                "NL | 1         |       | 0.17    | 0.83",
                // 99,999,999.99 / 121 x 21 = 17,355,371.8991…
                "NL | 99.999.999,99 |   | 17355371.90 | 82644628.09"
            })
    void vatCarIsSplit(Country country, String gross, String restBpm, BigDecimal vat, BigDecimal net) {
        var draft = VAT_CAR.with(SALES_PRICE, gross).with(REST_BPM, restBpm == null ? "" : restBpm);
        var terms = terms(country, TaxMeaning.VAT, "0");
        assertEquals(Optional.of(vat), amount(TAX_AMOUNT, draft, terms));
        assertEquals(Optional.of(net), amount(SALES_PRICE_EX_VAT, draft, terms));
    }

    @Test
    void amountsExplainTheirFormulas() {
        assertEquals(
                List.of(
                        "SALES_PRICE_EX_VAT 13177.38 EX_VAT [15944.63, 2767.25, 21, 121, 0.00]",
                        "TAX_AMOUNT 2767.25 VAT [21, 121, 15944.63, 0.00]",
                        "TRADE_PRICE 14350.00 TRADE [15944.63, 10]"),
                explained(VAT_CAR, STANDARD));
        assertEquals(
                List.of(
                        "SALES_PRICE_EX_VAT 13385.64 EX_VAT_BPM [15944.63, 2558.99, 21, 121, 1200.00]",
                        "TAX_AMOUNT 2558.99 VAT_BPM [21, 121, 15944.63, 1200.00]"),
                explained(VAT_CAR.with(REST_BPM, "1200"), NO_TRADE));
        assertEquals(
                List.of(
                        "SALES_PRICE_EX_VAT 15944.63 MARGIN_EX_VAT [15944.63, 0.00, 21, 121, 1200.00]",
                        "TAX_AMOUNT 0.00 MARGIN_TAX [21, 121, 15944.63, 1200.00]"),
                explained(MARGIN_CAR.with(REST_BPM, "1200"), NO_TRADE));
    }

    private static List<String> explained(CarDraft draft, PricingTerms terms) {
        return suggest(draft, terms).stream()
                .map(amount -> amount.field() + " " + amount.amount() + " " + amount.formula() + " " + amount.args())
                .toList();
    }

    @Test
    void taxCanBeTheRestBpm() {
        var terms = terms(Country.NL, TaxMeaning.BPM, "0");
        var bpm = new BigDecimal("1200.00");
        for (CarDraft car : List.of(VAT_CAR, MARGIN_CAR)) {
            assertEquals(
                    PriceSuggestion.of(TAX_AMOUNT, bpm, PriceSuggestion.Formula.BPM, bpm),
                    suggest(car.with(REST_BPM, "1.200,-"), terms).getLast());
            assertEquals(Optional.of(new BigDecimal("0.00")), amount(TAX_AMOUNT, car, terms));
        }
        assertEquals(
                Optional.of(new BigDecimal("0.00")),
                amount(TAX_AMOUNT, VAT_CAR.with(REST_BPM, "1200"), terms(Country.BE, TaxMeaning.BPM, "0")));
    }

    @Test
    void emptyTaxMeaningSuggestsNoTax() {
        for (CarDraft car : List.of(VAT_CAR, MARGIN_CAR)) {
            assertEquals(
                    List.of(SALES_PRICE_EX_VAT, TRADE_PRICE),
                    suggest(car, terms(Country.NL, TaxMeaning.EMPTY, "10")).stream()
                            .map(PriceSuggestion::field)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "15944.63,10,14350.00",
        "15945,10,14351.00",
        "15946.11,10,14351.00",
        "10000,7.5,9250.00",
        "10000,99.9,10.00",
        "10000,0.1,9990.00",
        "99999999.99,50,50000000.00"
    })
    void tradePriceIsInWholeEuros(String gross, String discount, BigDecimal trade) {
        assertEquals(Optional.of(trade), tradePrice(gross, discount));
    }

    /** The discount is 0, or the price is rounded down to 0, or rounded up to the sales price or more. */
    @ParameterizedTest
    @CsvSource({"15944.63,0", "15944.40,0", "15944.63,0.00", "4,99", "1,10", "99.99,0.1"})
    void tradePriceIsNotSuggested(String gross, String discount) {
        assertEmpty(tradePrice(gross, discount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "0", "0,00", "-5", "1.23.456", "$ 15.000", "15.000 USD", "100000000"})
    void invalidSalesPriceSuggestsNothing(String gross) {
        assertEmpty(suggest(VAT_CAR.with(SALES_PRICE, gross), STANDARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.23.456", "15.944,64", "$ 1"})
    void invalidOrTooHighRestBpmSuggestsNothing(String restBpm) {
        for (CarDraft car : List.of(VAT_CAR, MARGIN_CAR)) {
            var draft = car.with(REST_BPM, restBpm);
            assertEmpty(suggest(draft, STANDARD));
            assertEquals(
                    suggest(car, terms(Country.BE, TaxMeaning.VAT, "10")),
                    suggest(draft, terms(Country.BE, TaxMeaning.VAT, "10")));
        }
    }

    @Test
    void amountsAreParsedInTheCarsCurrency() {
        var dollars =
                VAT_CAR.with(CURRENCY, "usd").with(SALES_PRICE, "15,944.63 USD").with(REST_BPM, "USD 0");
        assertEquals(suggest(VAT_CAR, STANDARD), suggest(dollars, STANDARD));
    }

    @Test
    void typedAmountsDoNotChangeTheSuggestions() {
        var typed = VAT_CAR.with(SALES_PRICE_EX_VAT, "1").with(TAX_AMOUNT, "x").with(TRADE_PRICE, "1");
        assertEquals(suggest(VAT_CAR, STANDARD), suggest(typed, STANDARD));
    }

    @ParameterizedTest
    @CsvSource({
        "'',0",
        "' ',0",
        "0,0",
        "10,10",
        "'10 %',10",
        "10%,10",
        "'7,5',7.5",
        "7.5,7.5",
        "99.9,99.9",
        "'0,05',0.05"
    })
    void discountIsParsed(String typed, BigDecimal percent) {
        assertEquals(Optional.of(percent), PricingTerms.parseDiscount(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99.91", "100", "-0,1", "-1", "ten", "1e1", "NaN", "10 EUR", "%", "10%%", "10.000"})
    void invalidDiscountIsRejected(String typed) {
        assertEmpty(PricingTerms.parseDiscount(typed));
    }

    @ParameterizedTest
    @CsvSource({"nl-NL,NL", "en-NL,NL", "nl-BE,BE", "fr-BE,BE", "de-DE,DE", "de-AT,NL", "en-GB,NL", "de,NL", "und,NL"})
    void countryComesFromTheLocale(String tag, Country country) {
        assertEquals(country, Country.of(Locale.forLanguageTag(tag)));
    }

    private static PricingTerms discounted(String discount) {
        return terms(Country.NL, TaxMeaning.VAT, discount);
    }

    private static Optional<BigDecimal> tradePrice(String gross, String discount) {
        return amount(TRADE_PRICE, VAT_CAR.with(SALES_PRICE, gross), discounted(discount));
    }

    private static PricingTerms terms(Country country, TaxMeaning tax, String discount) {
        return new PricingTerms(country, tax, new BigDecimal(discount));
    }

    private static Optional<BigDecimal> amount(CarField field, CarDraft draft, PricingTerms terms) {
        return suggest(draft, terms).stream()
                .filter(suggestion -> suggestion.field() == field)
                .map(PriceSuggestion::amount)
                .findFirst();
    }

    private static List<PriceSuggestion> suggest(CarDraft draft, PricingTerms terms) {
        return PriceCalculator.suggest(ProblemCases.CHECK.parse(draft), terms);
    }
}
