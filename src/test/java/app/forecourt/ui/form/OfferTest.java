package app.forecourt.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.form.AcceptedSuggestions;
import app.forecourt.settings.Profile;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The offers of a field. One key accepts an offer, and none is accepted automatically. */
class OfferTest extends FieldsFixture {

    private String firstOffer(String field) {
        return onFxThread(() -> ((Button) node(field + "-offer-0")).getText());
    }

    @Test
    void enterAcceptsOfferAndInputStays() {
        showFields(CarField.LICENSE_PLATE, CarField.VIN, CarField.BRAND, CarField.MODEL, CarField.SALES_PRICE,
                CarField.IS_TAX_DEDUCTIBLE, CarField.SALES_PRICE_EX_VAT, CarField.TAX_AMOUNT);
        type("licensePlate", "xf100f");
        assertEquals("XF-100-F  ·  Dutch", label("licensePlate-note"));

        assertEquals("vin", focusedId());
        write("WVWZZZ1KZAWOOO123");
        assertTrue(label("vin-note").contains("no O"), label("vin-note"));
        assertEquals("WVWZZZ1KZAWOOO123", text("vin"));
        press(KeyCode.ENTER);
        assertEquals("WVWZZZ1KZAW000123", text("vin"));
        assertEquals("vin", focusedId());
        assertFalse(isVisible("vin-offer-0"));

        retype("brand", "volkswagn");
        assertEquals("volkswagn", text("brand"));
        focus("brand");
        assertFalse(isPopupShowing());
        assertTrue(isVisible("brand-offer-0"));
        press(KeyCode.ENTER);
        assertEquals("Volkswagen", text("brand"));
        assertEquals("", label("brand-note"));

        type("salesPrice", "12.100");
        focus("isTaxDeductible");
        press(KeyCode.SPACE);
        assertEquals("Use 10,000.00 ↵", firstOffer("salesPriceExVat"));
        focus("salesPriceExVat");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertEquals("10,000.00", text("salesPriceExVat"));
        press(KeyCode.TAB);
        assertEquals("taxAmount", focusedId());
        type("taxAmount", "1.000");
        assertEquals("1.000", text("taxAmount"));
        focus("salesPrice");
        press(KeyCode.SHORTCUT, KeyCode.A);
        write("24.200");
        assertEquals("20,000.00", text("salesPriceExVat"), "an accepted amount follows");
        assertEquals("1.000", text("taxAmount"), "a typed amount stays");
    }

    @Test
    void enterInEmptyPhotoFieldAcceptsOffer() {
        showFields(CarField.IMAGES, CarField.MODEL);
        focus("images");
        write("http://a.nl/1.jpg");
        assertFalse(isVisible("images-badge"), "it is half typed");
        press(KeyCode.ENTER);
        assertTrue(isVisible("images-badge"));
        layOut();
        assertEquals("Use https:// ↵", firstOffer("images"));
        focus("images");
        write("https://a.nl/2.jpg");
        press(KeyCode.ENTER);
        assertEquals("http://a.nl/1.jpg\nhttps://a.nl/2.jpg", form.text(CarField.IMAGES).get(),
                "Enter completes a typed address first");
        press(KeyCode.ENTER);
        assertEquals("https://a.nl/1.jpg\nhttps://a.nl/2.jpg", form.text(CarField.IMAGES).get());
        assertEquals("images", focusedId());
        assertFalse(isVisible("images-offer-0"));
    }

    @Test
    void undoRestoresInput() {
        showFields(CarField.BRAND, CarField.MODEL, CarField.BODY_COLOR, CarField.SALES_PRICE,
                CarField.IS_TAX_DEDUCTIBLE, CarField.SALES_PRICE_EX_VAT);
        type("brand", "volkswagn");
        focus("brand");
        assertFalse(isPopupShowing());
        assertTrue(isVisible("brand-offer-0"));
        press(KeyCode.ENTER);
        assertEquals("Volkswagen", text("brand"));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("volkswagn", text("brand"));
        focus("model");
        assertTrue(isVisible("brand-offer-0"));
        onFxThread(((Button) node("brand-offer-0"))::fire);
        assertEquals("Volkswagen", text("brand"));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("volkswagn", text("brand"), "by the mouse too");

        focus("bodyColor");
        write("zil");
        until("known words", this::isPopupShowing);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        String accepted = text("bodyColor");
        assertTrue(accepted.length() > "zil".length(), accepted);
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("zil", text("bodyColor"), "a known word too");

        type("salesPrice", "12.100");
        focus("isTaxDeductible");
        press(KeyCode.SPACE);
        focus("salesPriceExVat");
        press(KeyCode.ENTER);
        assertEquals("10,000.00", text("salesPriceExVat"));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("", text("salesPriceExVat"), "an amount too");
        assertEquals("Use 10,000.00 ↵", firstOffer("salesPriceExVat"));
    }

    @Test
    void undoReplacesRegisterValueByInput() {
        showFields(CarField.BRAND, CarField.LICENSE_PLATE);
        PlateLookupModel lookup = onFxThread(() -> {
            AppModel model = createModel(form);
            model.selectProfile(Profile.PRACTICE);
            return model.createPlateLookup(Vocabulary.bundled(), () -> Locale.UK);
        });
        type("brand", "audi");
        focus("licensePlate");
        write("R-759-BK");
        onFxThread(lookup::start);
        assertTrue(isVisible("brand-offer-0"));
        focus("brand");
        press(KeyCode.ENTER);
        assertNotEquals("audi", text("brand"));
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("Audi", text("brand"));
        assertTrue(isVisible("brand-offer-0"), "it is offered again");
    }

    /** The field is empty in both cars. */
    @Test
    void undoDoesNotRestoreInputOfAnotherCar() {
        showFields(CarField.BRAND, CarField.MODEL);
        type("brand", "audi");
        assertEquals("model", focusedId());
        write("a4");
        press(KeyCode.BACK_SPACE);
        press(KeyCode.BACK_SPACE);
        onFxThread(() -> form.load(CarDraft.EMPTY, new AcceptedSuggestions()));
        assertEquals("", text("brand"));
        focus("model");
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("", text("model"));
    }
}
