package app.forecourt.car.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.KnownDealerships;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.Range;
import app.forecourt.car.Section;
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

/** What is known while a car is judged, and what a field may hold. */
class ValidationContextTest {
    private final ValidationContext facts = new ValidationContext(ProblemCases.GOOD, ProblemCases.LIST,
            PricingTerms.STANDARD, KnownDealerships.NONE);

    @Test
    void valueIsThereAsWhatItIsAndAsNothingElse() {
        facts.put(CarField.BRAND, "bmw");
        facts.put(CarField.GEARS, 6);
        facts.put(CarField.SALES_PRICE, new BigDecimal("15944.63"));
        facts.put(CarField.DATE_OF_FIRST_REGISTRATION, LocalDate.EPOCH);

        assertEquals(Optional.of("bmw"), facts.text(CarField.BRAND));
        assertEquals(Optional.empty(), facts.whole(CarField.BRAND));
        assertEquals(Optional.empty(), facts.number(CarField.BRAND));
        assertEquals(Optional.of(6), facts.whole(CarField.GEARS));
        assertEquals(Optional.of(new BigDecimal(6)), facts.number(CarField.GEARS));
        assertEquals(Optional.empty(), facts.amount(CarField.GEARS));
        assertEquals(Optional.of(new BigDecimal("15944.63")), facts.amount(CarField.SALES_PRICE));
        assertEquals(Optional.of(new BigDecimal("15944.63")), facts.number(CarField.SALES_PRICE));
        assertEquals(Optional.of(LocalDate.EPOCH), facts.day(CarField.DATE_OF_FIRST_REGISTRATION));
        assertEquals(Optional.empty(), facts.day(CarField.GEARS));
    }

    @Test
    void whatWasNotUnderstoodIsAbsent() {
        assertFalse(facts.has(CarField.BRAND));
        assertEquals(Optional.empty(), facts.text(CarField.BRAND));
        facts.put(CarField.BRAND, "bmw");
        assertTrue(facts.has(CarField.BRAND));
        assertEquals(Map.of(CarField.BRAND, "bmw"), facts.all());
    }

    @Test
    void yesIsOnlyWhatIsTrue() {
        assertFalse(facts.isYes(CarField.IS_TAX_DEDUCTIBLE));
        facts.put(CarField.IS_TAX_DEDUCTIBLE, false);
        assertFalse(facts.isYes(CarField.IS_TAX_DEDUCTIBLE));
        facts.put(CarField.IS_TAX_DEDUCTIBLE, true);
        assertTrue(facts.isYes(CarField.IS_TAX_DEDUCTIBLE));
    }

    @ParameterizedTest
    @CsvSource({"1,9,0,false", "1,9,0.99,false", "1,9,1,true", "1,9,1.00,true", "1,9,5,true", "1,9,9.0,true",
        "1,9,9.01,false", "1,9,10,false", "3,3,3,true"})
    void rangeHoldsItsEnds(String least, String most, BigDecimal number, boolean holds) {
        assertEquals(holds, Range.of(least, most).holds(number));
    }

    @ParameterizedTest
    @CsvSource({"2,false", "3,true", "10,true", "11,false"})
    void rangeHoldsSoMany(int count, boolean holds) {
        assertEquals(holds, Range.of(3, 10).holds(count));
    }

    @Test
    void fieldsOfASectionAreInFormOrderAndEachFieldHasOne() {
        assertEquals(List.of(CarField.DESCRIPTION, CarField.TAGS), CarField.in(Section.TEXT));
        assertEquals(
                List.of(CarField.LICENSE_PLATE, CarField.VIN, CarField.INTERNAL_ID, CarField.DEALERSHIP_ID),
                CarField.in(Section.IDENTITY));
        assertEquals(List.of(CarField.values()),
                Arrays.stream(Section.values()).flatMap(section -> CarField.in(section).stream())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(CarField.class)
    void fieldIsFoundByItsNameInTheApi(CarField field) {
        assertEquals(Optional.of(field), CarField.ofApiName(field.apiName()));
        assertEquals(Optional.empty(), CarField.ofApiName(field.name()));
    }
}
