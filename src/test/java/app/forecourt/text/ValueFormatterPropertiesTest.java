package app.forecourt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.Range;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.testing.FewerTries;
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
import net.jqwik.time.api.Dates;

/** Properties of {@link ValueFormatter}: the form can parse each formatted value. */
class ValueFormatterPropertiesTest {
    private static final LocalDate TODAY = LocalDate.now(ProblemCases.TODAY);

    @AddLifecycleHook(FewerTries.class)
    @Property(seed = "20261125")
    void amountSurvivesARoundTrip(@ForAll("languages") Locale language,
            @ForAll("prices") BigDecimal price) {
        String written = ValueFormatter.amount(price, language);
        for (CarField field : new CarField[]{CarField.SALES_PRICE, CarField.TRADE_PRICE}) {
            assertEquals(Optional.of(price),
                    ProblemCases.understood(field, written).map(ValueFormatterPropertiesTest::cents),
                    () -> field + " " + written);
        }
    }

    @AddLifecycleHook(FewerTries.class)
    @Property(seed = "20261125")
    void wholeNumberSurvivesARoundTrip(@ForAll("languages") Locale language,
            @ForAll("mileages") int mileage) {
        String written = ValueFormatter.whole(mileage, language);
        assertEquals(Optional.of(mileage), ProblemCases.understood(CarField.MILEAGE, written), written);
    }

    @AddLifecycleHook(FewerTries.class)
    @Property(seed = "20261125")
    void dateSurvivesARoundTrip(@ForAll("languages") Locale language, @ForAll("days") LocalDate day) {
        String written = ValueFormatter.day(day, language);
        assertEquals(Optional.of(day), ProblemCases.understood(CarField.DATE_OF_FIRST_REGISTRATION, written),
                written);
    }

    /** Languages of the window, with the usual countries of the dealers' computers and without a country. */
    @Provide
    Arbitrary<Locale> languages() {
        return Arbitraries
                .of("nl-NL", "nl-BE", "nl", "de-DE", "de-AT", "de-CH", "de", "fr-FR", "fr-BE", "fr-CH",
                        "fr", "en-GB", "en-US", "en")
                .map(Locale::forLanguageTag);
    }

    /** Amounts from one cent; as many small ones as large ones. */
    @Provide
    Arbitrary<BigDecimal> prices() {
        Range range = CarField.SALES_PRICE.limits().range();
        return Arbitraries.integers().between(1, range.most().precision())
                .flatMap(digits -> Arbitraries.bigDecimals()
                        .between(range.least(),
                                cents(BigDecimal.TEN.pow(digits).movePointLeft(2)).min(range.most()))
                        .ofScale(2));
    }

    @Provide
    Arbitrary<Integer> mileages() {
        Range range = CarField.MILEAGE.limits().range();
        return Arbitraries.integers().between(range.least().intValueExact(), range.most().intValueExact());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(1886, 1, 1), TODAY);
    }

    private static BigDecimal cents(Object amount) {
        return ((BigDecimal) amount).setScale(2);
    }
}
