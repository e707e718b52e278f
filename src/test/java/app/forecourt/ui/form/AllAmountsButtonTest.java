package app.forecourt.ui.form;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The button and the key that accept all calculated amounts. */
class AllAmountsButtonTest extends FieldsFixture {

    @Test
    void sentCarOffersNoAmounts() {
        show(300, 200, () -> new VBox(AllAmountsButton.create(form, messages)));
        set(CarField.SALES_PRICE, "12,100.00");
        assertTrue(isVisible("useAllAmounts"));
        setReadOnly(true);
        assertFalse(isVisible("useAllAmounts"));
    }

    @Test
    void shiftEnterAcceptsAllAmounts() {
        showForm(850, 2_000);
        type("salesPrice", "12,100.00");
        push("isTaxDeductible");
        focus("taxAmount");
        write("2,000.00");
        focus("salesPrice");
        press(SHIFT, ENTER);
        assertEquals("10,000.00", text("salesPriceExVat"));
        assertEquals("2,000.00", text("taxAmount"), "a typed amount stays");
        assertFalse(text("tradePrice").isEmpty());
        focus("tradePrice");
        press(SHORTCUT, Z);
        assertEquals("", text("tradePrice"), "undone in its field");
    }

    /** The key fills fields of the next row. */
    @Test
    void priceBringsItsWholeCard() {
        showForm(850, 380);
        focus("salesPrice");
        until(
                "the last field of the card",
                () -> inScene(node("tradePrice")).getMaxY() <= 380
                        && inScene(node("salesPrice")).getMinY() >= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"currency", "isTaxDeductible"})
    void shiftEnterWorksInEachFieldOfTheCard(String field) {
        showForm(850, 2_000);
        type("salesPrice", "12,100.00");
        focus(field);
        press(SHIFT, ENTER);
        assertEquals("12,100.00", text("salesPriceExVat"));
        assertEquals(field, focusedId());
    }
}
