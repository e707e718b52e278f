package app.forecourt.history;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of the differences between two drafts. */
class FieldChangeTest {
    private static CarDraft draft(CarField field, String text) {
        return new CarDraft(Map.of(field, text), List.of());
    }

    private static FieldChange only(CarDraft before, CarDraft after) {
        List<FieldChange> changes = FieldChange.between(before, after);
        assertEquals(1, changes.size(), changes.toString());
        return changes.getFirst();
    }

    @Test
    void changesAreInTheOrderOfTheForm() {
        CarDraft after = draft(SALES_PRICE, "1").with(BRAND, "bmw");
        assertEquals(
                List.of(BRAND, SALES_PRICE),
                FieldChange.between(CarDraft.EMPTY, after).stream()
                        .map(FieldChange::field)
                        .toList());
    }

    @Test
    void caseOfAWordIsNoChange() {
        assertEmpty(FieldChange.between(draft(FUEL_TYPE, "Petrol"), draft(FUEL_TYPE, "petrol")));
        assertEmpty(FieldChange.between(draft(MODEL, "corsa"), draft(MODEL, "CORSA")));
        assertEquals(VERSION, only(draft(VERSION, "gs"), draft(VERSION, "GS")).field());
    }

    @Test
    void optionsAreAddedAndRemoved() {
        FieldChange change = only(
                CarDraft.EMPTY.withOptions(List.of("abs", "tow_bar")),
                CarDraft.EMPTY.withOptions(List.of("tow_bar", "isofix")));
        assertEquals(List.of("isofix"), change.added());
        assertEquals(List.of("abs"), change.removed());
        assertFalse(change.isReordered());
    }

    @Test
    void photosInAnotherOrderAreReordered() {
        FieldChange change = only(draft(IMAGES, "https://a/1\nhttps://a/2"), draft(IMAGES, "https://a/2\nhttps://a/1"));
        assertTrue(change.isReordered());
    }

    @Test
    void entryThatIsThereTwiceCountsTwice() {
        FieldChange change = only(draft(IMAGES, "https://a/1\nhttps://a/1"), draft(IMAGES, "https://a/1"));
        assertEquals(List.of("https://a/1"), change.removed());
    }

    @Test
    void firstPriceIsNoPriceChange() {
        assertFalse(only(CarDraft.EMPTY, draft(SALES_PRICE, "1")).isPriceChange());
        assertTrue(only(draft(SALES_PRICE, "2"), draft(SALES_PRICE, "1")).isPriceChange());
        assertFalse(only(draft(MILEAGE, "2"), draft(MILEAGE, "1")).isPriceChange());
    }
}
