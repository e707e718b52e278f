package app.forecourt.car.check;

import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of {@link ValidationContext}, {@link Range} and the fields of a section. */
class ValidationContextTest {
    private final ValidationContext context = new ValidationContext(
            ProblemCases.CHECK.parse(ProblemCases.GOOD),
            ProblemCases.LIST,
            PricingTerms.STANDARD,
            KnownDealerships.NONE);

    @ParameterizedTest
    @CsvSource({
        "1,9,0,false",
        "1,9,0.99,false",
        "1,9,1,true",
        "1,9,1.00,true",
        "1,9,5,true",
        "1,9,9.0,true",
        "1,9,9.01,false",
        "1,9,10,false",
        "3,3,3,true"
    })
    void rangeIncludesItsBounds(String least, String most, BigDecimal number, boolean holds) {
        assertEquals(holds, Range.of(least, most).contains(number));
    }

    @ParameterizedTest
    @CsvSource({"2,false", "3,true", "10,true", "11,false"})
    void rangeContainsACount(int count, boolean holds) {
        assertEquals(holds, Range.of(3, 10).contains(count));
    }

    @Test
    void sectionsHaveAllFieldsInFormOrder() {
        assertEquals(List.of(DESCRIPTION, TAGS), CarField.ofSection(CarField.Section.TEXT));
        assertEquals(
                List.of(LICENSE_PLATE, VIN, INTERNAL_ID, DEALERSHIP_ID), CarField.ofSection(CarField.Section.IDENTITY));
        assertEquals(
                List.of(CarField.values()),
                Arrays.stream(CarField.Section.values())
                        .flatMap(section -> CarField.ofSection(section).stream())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(CarField.class)
    void fieldIsFoundByItsApiName(CarField field) {
        assertEquals(Optional.of(field), CarField.ofApiName(field.apiName()));
        assertEmpty(CarField.ofApiName(field.name()));
    }
}
