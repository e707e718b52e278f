package app.forecourt.model.stock;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.ProblemCases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarComparisonTest {
    private static CarComparison compare(CarDraft first, CarDraft second) {
        return CarComparison.of(ProblemCases.CHECK.parse(first), ProblemCases.CHECK.parse(second));
    }

    private static List<CarField> different(CarComparison comparison) {
        return comparison.pairs().stream().filter(pair -> !pair.isSame()).map(CarComparison.Pair::field)
                .toList();
    }

    @Test
    void spellingIsNoDifference() {
        CarComparison comparison = compare(
                CarDraft.of(Map.of(LICENSE_PLATE, "R-759-BK", SALES_PRICE, "15.944,50",
                        CURRENCY, "EUR", BRAND, "Opel", BODY_COLOR, "zwart",
                        DATE_OF_FIRST_REGISTRATION, "16-09-2022"), List.of("abs", "airco")),
                CarDraft.of(Map.of(LICENSE_PLATE, "r759bk", SALES_PRICE, "15944.5",
                        CURRENCY, "EUR", BRAND, "opel", BODY_COLOR, "Black",
                        DATE_OF_FIRST_REGISTRATION, "16092022"), List.of("airco", "abs")));
        assertEmpty(different(comparison));
        assertEquals(7, comparison.pairs().size(), "fields that both lack are left out");
        assertEquals(0, comparison.differences());
    }

    @Test
    void differencesAreFound() {
        CarComparison comparison = compare(
                CarDraft.of(
                        Map.of(SALES_PRICE, "many", VERSION, "1.2", MILEAGE, "10"),
                        List.of("abs", "airco")),
                CarDraft.of(Map.of(SALES_PRICE, "15944", VERSION, "1.2"),
                        List.of("airco")));
        assertEquals(List.of(MILEAGE, SALES_PRICE, OPTIONS),
                different(comparison));
        assertEquals(3, comparison.differences());
        CarComparison.Pair options = comparison.pairs().getLast();
        assertEquals(List.of("abs"), options.first());
        assertEquals(List.of(), options.second());
        assertEquals("",
                comparison.pairs().stream().filter(pair -> pair.field() == MILEAGE).findFirst()
                        .orElseThrow().second());
    }

    @Test
    void longDescriptionComesLast() {
        CarComparison comparison = compare(
                CarDraft.of(Map.of(DESCRIPTION, "a", TAGS, "x"), List.of("abs")),
                CarDraft.EMPTY);
        assertEquals(List.of(TAGS, OPTIONS, DESCRIPTION), different(comparison));
    }

    @Test
    void emptyCarsHaveNoFields() {
        assertTrue(compare(CarDraft.EMPTY, CarDraft.EMPTY).pairs().isEmpty());
    }
}
