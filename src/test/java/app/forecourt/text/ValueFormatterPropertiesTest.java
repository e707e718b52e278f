package app.forecourt.text;

import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.Range;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.testing.FewerTriesHook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Properties of {@link ValueFormatter}: the form can parse each formatted value. */
class ValueFormatterPropertiesTest {
    private static final LocalDate TODAY = LocalDate.now(ProblemCases.TODAY);

    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261125")
    void amountSurvivesARoundTrip(@ForAll("languages") Locale language, @ForAll("prices") BigDecimal price) {
        String written = ValueFormatter.formatAmount(price, language);
        for (CarField field : new CarField[] {SALES_PRICE, TRADE_PRICE}) {
            assertEquals(
                    Optional.of(price),
                    ProblemCases.parsedValue(field, written).map(ValueFormatterPropertiesTest::cents),
                    () -> field + " " + written);
        }
    }

    /** Languages of the window, with the usual countries of the dealers' computers and without a country. */
    @Provide
    Arbitrary<Locale> languages() {
        return Arbitraries.of(
                        "nl-NL", "nl-BE", "nl", "de-DE", "de-AT", "de-CH", "de", "fr-FR", "fr-BE", "fr-CH", "fr",
                        "en-GB", "en-US", "en")
                .map(Locale::forLanguageTag);
    }

    /** Amounts from one cent; as many small ones as large ones. */
    @Provide
    Arbitrary<BigDecimal> prices() {
        Range range = SALES_PRICE.limits().range();
        return Arbitraries.integers()
                .between(1, range.max().precision())
                .flatMap(digits -> Arbitraries.bigDecimals()
                        .between(
                                range.min(),
                                cents(BigDecimal.TEN.pow(digits).movePointLeft(2))
                                        .min(range.max()))
                        .ofScale(2));
    }

    private static BigDecimal cents(Object amount) {
        return ((BigDecimal) amount).setScale(2);
    }
}
