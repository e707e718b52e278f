package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.testing.TextAssertions.assertContains;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.settings.Profile;
import java.util.Locale;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/** The offers of a field. One key accepts an offer, and none is accepted automatically. */
class OfferTest extends FieldsFixture {

    private String firstOffer(String field) {
        return onFxThread(() -> ((Button) node(field + "-offer-0")).getText());
    }

    @Test
    void enterAcceptsOfferAndInputStays() {
        showFields(LICENSE_PLATE, VIN, SALES_PRICE, IS_TAX_DEDUCTIBLE, SALES_PRICE_EX_VAT, TAX_AMOUNT);
        type("licensePlate", "xf100f");
        assertEquals("XF-100-F  ·  Dutch", label("licensePlate-note"));

        assertEquals("vin", focusedId());
        write("WVWZZZ1KZAWOOO123");
        assertContains("no O", label("vin-note"));
        assertEquals("WVWZZZ1KZAWOOO123", text("vin"));
        press(ENTER);
        assertEquals("WVWZZZ1KZAW000123", text("vin"));
        assertEquals("vin", focusedId());
        assertFalse(isVisible("vin-offer-0"));

        type("salesPrice", "12.100");
        push("isTaxDeductible");
        assertEquals("Use 10,000.00 ↵", firstOffer("salesPriceExVat"));
        focus("salesPriceExVat");
        press(ENTER);
        press(ENTER);
        assertEquals("10,000.00", text("salesPriceExVat"));
        press(TAB);
        assertEquals("taxAmount", focusedId());
        type("taxAmount", "1.000");
        assertEquals("1,000.00", text("taxAmount"));
        focus("salesPrice");
        press(SHORTCUT, A);
        write("24.200");
        assertEquals("20,000.00", text("salesPriceExVat"), "an accepted amount follows");
        assertEquals("1,000.00", text("taxAmount"), "a typed amount stays");
    }

    @Test
    void enterInEmptyPhotoFieldAcceptsOffer() {
        showFields(IMAGES, MODEL);
        focus("images");
        write("http://a.nl/1.jpg");
        assertFalse(isVisible("images-badge"), "it is half typed");
        press(ENTER);
        assertTrue(isVisible("images-badge"));
        layOut();
        assertEquals("Use https:// ↵", firstOffer("images"));
        focus("images");
        write("https://a.nl/2.jpg");
        press(ENTER);
        assertEquals(
                "http://a.nl/1.jpg\nhttps://a.nl/2.jpg",
                form.text(IMAGES).get(),
                "Enter completes a typed address first");
        press(ENTER);
        assertEquals("https://a.nl/1.jpg\nhttps://a.nl/2.jpg", form.text(IMAGES).get());
        assertEquals("images", focusedId());
        assertFalse(isVisible("images-offer-0"));
    }

    @Test
    void undoRestoresInput() {
        showFields(BRAND, MODEL, BODY_COLOR);
        type("brand", "volkswagn");
        focus("brand");
        assertFalse(isPopupShowing());
        assertTrue(isVisible("brand-offer-0"));
        press(ENTER);
        assertEquals("Volkswagen", text("brand"));
        press(SHORTCUT, Z);
        assertEquals("volkswagn", text("brand"));
        focus("model");
        assertTrue(isVisible("brand-offer-0"));
        onFxThread(((Button) node("brand-offer-0"))::fire);
        assertEquals("Volkswagen", text("brand"));
        press(SHORTCUT, Z);
        assertEquals("volkswagn", text("brand"), "by the mouse too");

        focus("bodyColor");
        write("zil");
        until("known words", this::isPopupShowing);
        press(DOWN);
        press(ENTER);
        String accepted = text("bodyColor");
        assertTrue(accepted.length() > "zil".length(), accepted);
        press(SHORTCUT, Z);
        assertEquals("zil", text("bodyColor"), "a known word too");
    }

    @Test
    void undoReplacesRegisterValueByInput() {
        showFields(BRAND, LICENSE_PLATE);
        PlateLookupModel lookup = onFxThread(() -> {
            AppModel model = createModel(form);
            model.selectProfile(Profile.PRACTICE);
            return model.profileModel().createPlateLookup(model.cars().current(), () -> Locale.UK);
        });
        type("brand", "audi");
        focus("licensePlate");
        write("R-759-BK");
        onFxThread(lookup::start);
        assertTrue(isVisible("brand-offer-0"));
        focus("brand");
        press(ENTER);
        assertNotEquals("audi", text("brand"));
        press(SHORTCUT, Z);
        assertEquals("Audi", text("brand"));
        assertTrue(isVisible("brand-offer-0"), "it is offered again");
    }

    /** The field is empty in both cars. */
    @Test
    void undoDoesNotRestoreInputOfAnotherCar() {
        showFields(BRAND, MODEL);
        type("brand", "audi");
        assertEquals("model", focusedId());
        write("a4");
        press(BACK_SPACE);
        press(BACK_SPACE);
        load(CarDraft.EMPTY);
        assertEquals("", text("brand"));
        focus("model");
        press(SHORTCUT, Z);
        assertEquals("", text("model"));
    }
}
