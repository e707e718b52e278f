package app.forecourt.car;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of equality and content of {@link Car} and {@link CarDraft}. */
class CarTest {
    private static final CarDraft DRAFT = CarDraft.of(Map.of(CarField.BRAND, "BMW"), List.of("abs", "ac"));
    private static final Car CAR = new Car(Map.of(CarField.BRAND, "bmw", CarField.OPTIONS, List.of("abs")));

    /** The form compares drafts to detect changes. */
    @Test
    void draftsWithEqualContentAreEqual() {
        var same = CarDraft.EMPTY.withOptions(List.of("abs", "ac")).with(CarField.BRAND, "BMW");
        assertEquals(DRAFT, same);
        assertEquals(DRAFT.hashCode(), same.hashCode());
        assertNotEquals(DRAFT, DRAFT.with(CarField.BRAND, "bmw"));
        assertNotEquals(DRAFT, DRAFT.with(CarField.MODEL, "X6"));
        assertNotEquals(DRAFT, DRAFT.withOptions(List.of("ac", "abs")));
        assertNotEquals((Object) DRAFT, "BMW");
        assertNotEquals(DRAFT.hashCode(), CarDraft.EMPTY.hashCode());
        assertNotEquals(DRAFT.hashCode(), DRAFT.withOptions(List.of()).hashCode());
        assertNotEquals(DRAFT.hashCode(), DRAFT.with(CarField.BRAND, "").hashCode());
    }

    @Test
    void draftsAreComparedByField() {
        CarDraft other = DRAFT.with(CarField.BRAND, "Audi").withOptions(List.of("ac", "abs"));
        assertFalse(DRAFT.isSame(CarField.BRAND, other));
        assertFalse(DRAFT.isSame(CarField.OPTIONS, other));
        assertTrue(DRAFT.isSame(CarField.MODEL, other));
        assertTrue(DRAFT.isSame(CarField.OPTIONS, DRAFT.with(CarField.BRAND, "Audi")));
    }

    @Test
    void emptyTextIsNotStored() {
        assertEquals(CarDraft.EMPTY, CarDraft.of(Map.of(CarField.BRAND, ""), List.of()));
        assertEquals(CarDraft.EMPTY, CarDraft.EMPTY.with(CarField.BRAND, "x").with(CarField.BRAND, ""));
        assertNotEquals(CarDraft.EMPTY, CarDraft.EMPTY.with(CarField.BRAND, " "));
        assertEquals("", DRAFT.text(CarField.MODEL));
        assertEquals("BMW", DRAFT.text(CarField.BRAND));
    }

    @Test
    void draftCopiesItsArguments() {
        var texts = new EnumMap<CarField, String>(Map.of(CarField.BRAND, "BMW"));
        var options = new ArrayList<>(List.of("abs", "ac"));
        CarDraft of = CarDraft.of(texts, options);
        CarDraft with = CarDraft.EMPTY.with(CarField.BRAND, "BMW").withOptions(options);
        texts.put(CarField.BRAND, "Audi");
        options.clear();
        assertEquals(DRAFT, of);
        assertEquals(DRAFT, with);
    }

    /** A car must not occur twice in the list of sent cars. */
    @Test
    void carsWithEqualValuesAreEqual() {
        var same = new Car(Map.of(CarField.OPTIONS, List.of("abs"), CarField.BRAND, "bmw"));
        assertEquals(CAR, same);
        assertEquals(CAR.hashCode(), same.hashCode());
        assertNotEquals(CAR, new Car(Map.of(CarField.BRAND, "bmw")));
        assertNotEquals((Object) CAR, CAR.values());
        assertNotEquals(CAR.hashCode(), new Car(Map.of()).hashCode());
    }

    @Test
    void carHasOnlySentFields() {
        var car = new Car(
                Map.of(CarField.GEARS, 6, CarField.REST_BPM, BigDecimal.TEN, CarField.BRAND, "bmw"));
        assertEquals(List.of(CarField.BRAND, CarField.GEARS), List.copyOf(car.values().keySet()));
        assertEquals(Optional.of(6), car.value(CarField.GEARS));
        assertEmpty(car.value(CarField.REST_BPM));
        assertEmpty(car.value(CarField.OPTIONS));
        assertEquals(List.of("abs"), CAR.value(CarField.OPTIONS).orElseThrow());
        assertThrows(UnsupportedOperationException.class, () -> car.values().clear());
    }

    /** Logs and failed tests show the content. */
    @Test
    void toStringShowsTheContent() {
        assertTrue(CAR.toString().contains("bmw"), CAR::toString);
        assertTrue(DRAFT.toString().contains("BMW") && DRAFT.toString().contains("abs"), DRAFT::toString);
    }
}
