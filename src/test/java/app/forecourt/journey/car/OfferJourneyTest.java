package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The blue offers below a field. One key accepts an offer, and none is accepted automatically. */
class OfferJourneyTest extends WindowTest {

    @Test
    void enterAcceptsOfferAndInputStays() throws Exception {
        type("licensePlate", "xf100f");
        assertEquals("XF-100-F  ·  Dutch", label("licensePlate-note"));

        write("WVWZZZ1KZAWOOO123");
        assertTrue(label("vin-note").contains("no O"), label("vin-note"));
        assertEquals("WVWZZZ1KZAWOOO123", text("vin"));
        robot.push(KeyCode.ENTER);
        assertEquals("WVWZZZ1KZAW000123", text("vin"));
        untilFocused("vin");
        assertFalse(isVisible("vin-offer-0"));

        focus("brand");
        type("brand", "volkswagn");
        assertEquals("volkswagn", text("brand"));
        focus("brand");
        until("known words to go and the offer to stay",
                () -> !isPopupShowing() && isVisible("brand-offer-0"));
        robot.push(KeyCode.ENTER);
        assertEquals("Volkswagen", text("brand"));
        assertEquals("", label("brand-note"));

        focus("salesPrice");
        type("salesPrice", "12.100");
        focus("isTaxDeductible");
        robot.push(KeyCode.SPACE);
        assertEquals("Enter: 10,000.00", firstOffer("salesPriceExVat"));
        focus("salesPriceExVat");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        assertEquals("10,000.00", text("salesPriceExVat"));
        robot.push(KeyCode.TAB);
        type("taxAmount", "1.000");
        assertEquals("1.000", text("taxAmount"));
        focus("salesPrice");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write("24.200");
        assertEquals("20,000.00", text("salesPriceExVat"), "what was taken follows");
        assertEquals("1.000", text("taxAmount"), "what was typed stays");
        saveScreenshot("10-offers");
    }

    @Test
    void undoRestoresInput() throws Exception {
        untilReady();
        focus("brand");
        type("brand", "volkswagn");
        focus("brand");
        until("known words to go and the offer to stay",
                () -> !isPopupShowing() && isVisible("brand-offer-0"));
        robot.push(KeyCode.ENTER);
        assertEquals("Volkswagen", text("brand"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("volkswagn", text("brand"));
        focus("model");
        until("the offer", () -> isVisible("brand-offer-0"));
        WaitForAsyncUtils.waitForAsyncFx(5000, robot.lookup("#brand-offer-0").<ButtonBase>query()::fire);
        assertEquals("Volkswagen", text("brand"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("volkswagn", text("brand"), "by the mouse too");

        focus("bodyColor");
        write("zil");
        until("known words", WindowTest::isPopupShowing);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        String taken = text("bodyColor");
        assertTrue(taken.length() > "zil".length(), taken);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("zil", text("bodyColor"), "a known word too");

        focus("salesPrice");
        type("salesPrice", "12.100");
        focus("isTaxDeductible");
        robot.push(KeyCode.SPACE);
        focus("salesPriceExVat");
        robot.push(KeyCode.ENTER);
        assertEquals("10,000.00", text("salesPriceExVat"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("", text("salesPriceExVat"), "an amount too");
        assertEquals("Enter: 10,000.00", firstOffer("salesPriceExVat"));
    }

    @Test
    void undoReplacesRegisterValueByInput() throws Exception {
        untilReady();
        focus("brand");
        type("brand", "audi");
        focus("licensePlate");
        write("R-759-BK");
        robot.push(KeyCode.ENTER);
        until("the register", () -> isVisible("brand-offer-0"));
        focus("brand");
        robot.push(KeyCode.ENTER);
        String told = text("brand");
        assertFalse(told.equals("audi"), told);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("audi", text("brand"));
        assertTrue(isVisible("brand-offer-0"), "it is offered again");
    }

    @Test
    void sixProblemsAreVisibleInBothThemes() throws Exception {
        type("licensePlate", "R-759-BK");
        type("vin", "WVWZZZ1KZAWOOO123");
        focus("brand");
        type("brand", "volkswagn");
        focus("engineKw");
        type("engineKw", "many");
        focus("dateOfFirstRegistration");
        type("dateOfFirstRegistration", "16-09-2062");
        type("yearOfConstruction", "62");
        type("mileage", "600.000");
        focus("salesPrice");
        type("salesPrice", "1.23.456");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the summary", () -> isVisible("problems"));
        // The model is a problem too, because it is missing.
        assertEquals(8,
                robot.lookup(node -> node.getId() != null && node.getId().startsWith("problem-")).queryAll()
                        .size());
        saveScreenshot("11-problems-light");

        chooseTheme("dark");
        assertTrue(isVisible("problems"));
        saveScreenshot("12-problems-dark");
    }

    /** The field is empty in both cars. */
    @Test
    void undoDoesNotRestoreInputOfAnotherCar() throws Exception {
        untilReady();
        focus("brand");
        type("brand", "audi");
        focus("model");
        write("a4");
        robot.push(KeyCode.BACK_SPACE);
        robot.push(KeyCode.BACK_SPACE);
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until("a new car", () -> text("brand").isEmpty());
        focus("model");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("", text("model"));
    }
}
