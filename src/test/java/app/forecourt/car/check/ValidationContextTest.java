package app.forecourt.car.check;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    @Test
    void valueIsReturnedOnlyAsItsType() {
        context.put(BRAND, "bmw");
        context.put(GEARS, 6);
        context.put(SALES_PRICE, new BigDecimal("15944.63"));
        context.put(DATE_OF_FIRST_REGISTRATION, LocalDate.EPOCH);

        assertEquals(Optional.of("bmw"), context.text(BRAND));
        assertEmpty(context.integer(BRAND));
        assertEmpty(context.number(BRAND));
        assertEquals(Optional.of(6), context.integer(GEARS));
        assertEquals(Optional.of(new BigDecimal(6)), context.number(GEARS));
        assertEmpty(context.amount(GEARS));
        assertEquals(Optional.of(new BigDecimal("15944.63")), context.amount(SALES_PRICE));
        assertEquals(Optional.of(new BigDecimal("15944.63")), context.number(SALES_PRICE));
        assertEquals(Optional.of(LocalDate.EPOCH), context.date(DATE_OF_FIRST_REGISTRATION));
        assertEmpty(context.date(GEARS));
    }

    @Test
    void invalidFieldHasNoValue() {
        assertFalse(context.hasValue(BRAND));
        assertEmpty(context.text(BRAND));
        context.put(BRAND, "bmw");
        assertTrue(context.hasValue(BRAND));
        assertEquals(Map.of(BRAND, "bmw"), context.values());
    }

    @Test
    void onlyTrueIsYes() {
        assertFalse(context.isTrue(IS_TAX_DEDUCTIBLE));
        context.put(IS_TAX_DEDUCTIBLE, false);
        assertFalse(context.isTrue(IS_TAX_DEDUCTIBLE));
        context.put(IS_TAX_DEDUCTIBLE, true);
        assertTrue(context.isTrue(IS_TAX_DEDUCTIBLE));
    }

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
