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
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.testing.TextAssertions.assertContains;
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
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The offers of a field. One key accepts an offer, and none is accepted automatically. */
class OfferTest extends FieldsFixture {

    @Test
    void enterAcceptsOfferAndInputStays() {
        showFields(LICENSE_PLATE, VIN, SALES_PRICE, IS_TAX_DEDUCTIBLE, SALES_PRICE_EX_VAT, TAX_AMOUNT);
        type("licensePlate", "xf100f");
        assertLabel("licensePlate-note", "XF-100-F  ·  Dutch");

        assertFocused("vin");
        write("WVWZZZ1KZAWOOO123");
        assertContains("no O", label("vin-note"));
        assertText("vin", "WVWZZZ1KZAWOOO123");
        press(ENTER);
        assertText("vin", "WVWZZZ1KZAW000123");
        assertFocused("vin");
        assertHidden("vin-offer-0");

        type("salesPrice", "12.100");
        push("isTaxDeductible");
        assertLabel("salesPriceExVat-offer-0", "Use 10,000.00 ↵");
        focus("salesPriceExVat");
        press(ENTER);
        press(ENTER);
        assertText("salesPriceExVat", "10,000.00");
        press(TAB);
        assertFocused("taxAmount");
        type("taxAmount", "1.000");
        assertText("taxAmount", "1,000.00");
        overtype("salesPrice", "24.200");
        assertText("salesPriceExVat", "20,000.00", "an accepted amount follows");
        assertText("taxAmount", "1,000.00", "a typed amount stays");
    }

    @Test
    void enterInEmptyPhotoFieldAcceptsOffer() {
        showFields(IMAGES, MODEL);
        writeInto("images", "http://a.nl/1.jpg");
        assertHidden("images-badge", "it is half typed");
        press(ENTER);
        assertVisible("images-badge");
        layOut();
        assertLabel("images-offer-0", "Use https:// ↵");
        writeInto("images", "https://a.nl/2.jpg");
        press(ENTER);
        assertEquals(
                "http://a.nl/1.jpg\nhttps://a.nl/2.jpg",
                form.text(IMAGES).get(),
                "Enter completes a typed address first");
        press(ENTER);
        assertEquals("https://a.nl/1.jpg\nhttps://a.nl/2.jpg", form.text(IMAGES).get());
        assertFocused("images");
        assertHidden("images-offer-0");
    }

    @Test
    void undoRestoresInput() {
        showFields(BRAND, MODEL, BODY_COLOR);
        type("brand", "volkswagn");
        focus("brand");
        assertFalse(isPopupShowing());
        assertVisible("brand-offer-0");
        press(ENTER);
        assertText("brand", "Volkswagen");
        press(SHORTCUT, Z);
        assertText("brand", "volkswagn");
        focus("model");
        assertVisible("brand-offer-0");
        fire("brand-offer-0");
        assertText("brand", "Volkswagen");
        press(SHORTCUT, Z);
        assertText("brand", "volkswagn", "by the mouse too");

        writeInto("bodyColor", "zil");
        untilPopup();
        press(DOWN);
        press(ENTER);
        String accepted = text("bodyColor");
        assertTrue(accepted.length() > "zil".length(), accepted);
        press(SHORTCUT, Z);
        assertText("bodyColor", "zil", "a known word too");
    }

    @Test
    void undoReplacesRegisterValueByInput() {
        showFields(BRAND, LICENSE_PLATE);
        PlateLookupModel lookup = onFxThread(() -> {
            AppModel model = createModel(form);
            model.selectProfile(PRACTICE);
            return model.profileModel().createPlateLookup(model.cars().current(), () -> Locale.UK);
        });
        type("brand", "audi");
        writeInto("licensePlate", "R-759-BK");
        onFxThread(lookup::start);
        assertVisible("brand-offer-0");
        focus("brand");
        press(ENTER);
        assertNotEquals("audi", text("brand"));
        press(SHORTCUT, Z);
        assertText("brand", "Audi");
        assertVisible("brand-offer-0", "it is offered again");
    }

    /** The field is empty in both cars. */
    @Test
    void undoDoesNotRestoreInputOfAnotherCar() {
        showFields(BRAND, MODEL);
        type("brand", "audi");
        assertFocused("model");
        write("a4");
        press(BACK_SPACE);
        press(BACK_SPACE);
        load(CarDraft.EMPTY);
        assertText("brand", "");
        focus("model");
        press(SHORTCUT, Z);
        assertText("model", "");
    }
}
