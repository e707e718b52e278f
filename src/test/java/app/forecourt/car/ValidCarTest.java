package app.forecourt.car;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of equality and content of {@link ValidCar} and {@link CarDraft}. */
class ValidCarTest {
    private static final CarDraft DRAFT = new CarDraft(Map.of(BRAND, "BMW"), List.of("abs", "ac"));
    private static final ValidCar CAR = new ValidCar(Map.of(BRAND, "bmw", OPTIONS, List.of("abs")));

    @Test
    void draftsAreComparedByField() {
        CarDraft other = DRAFT.with(BRAND, "Audi").withOptions(List.of("ac", "abs"));
        assertFalse(DRAFT.isSame(BRAND, other));
        assertFalse(DRAFT.isSame(OPTIONS, other));
        assertTrue(DRAFT.isSame(MODEL, other));
        assertTrue(DRAFT.isSame(OPTIONS, DRAFT.with(BRAND, "Audi")));
    }

    @Test
    void emptyTextIsNotStored() {
        assertEquals(CarDraft.EMPTY, new CarDraft(Map.of(BRAND, ""), List.of()));
        assertEquals(CarDraft.EMPTY, CarDraft.EMPTY.with(BRAND, "x").with(BRAND, ""));
        assertNotEquals(CarDraft.EMPTY, CarDraft.EMPTY.with(BRAND, " "));
        assertEquals("", DRAFT.text(MODEL));
        assertEquals("BMW", DRAFT.text(BRAND));
    }

    @Test
    void carHasOnlySentFields() {
        var car = new ValidCar(Map.of(GEARS, 6, REST_BPM, BigDecimal.TEN, BRAND, "bmw"));
        assertEquals(List.of(BRAND, GEARS), List.copyOf(car.values().keySet()));
        assertEquals(Optional.of(6), car.value(GEARS));
        assertEmpty(car.value(REST_BPM));
        assertEmpty(car.value(OPTIONS));
        assertEquals(List.of("abs"), CAR.value(OPTIONS).orElseThrow());
        assertThrows(UnsupportedOperationException.class, () -> car.values().clear());
    }

    @Test
    void sectionsHaveAllFieldsInFormOrder() {
        assertEquals(
                List.of(CarField.values()),
                Stream.of(CarField.Section.values())
                        .flatMap(section -> CarField.ofSection(section).stream())
                        .toList());
    }
}
