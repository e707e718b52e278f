package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** The card of a home without a car. */
class FirstRunCardTest extends MainWindowFixture {
    private double heightOf(String id) {
        return onFxThread(() -> inScene(node(id)).getMinY());
    }

    private static boolean hasRing(String id) {
        return onFxThread(() -> ((Region) node(id)).getBorder() != null);
    }

    @Test
    void exampleFillsTheFormInPractice() {
        assertEquals("licensePlate", focusedId());
        assertEquals("Try R-759-BK", onFxThread(() -> ((Labeled) node("firstTry")).getText()));
        double height = heightOf("licensePlate");
        focus("firstTry");
        press(KeyCode.SPACE);
        await("the register", () -> text(CarField.BRAND).equalsIgnoreCase("opel"));
        assertEquals("R-759-BK", text(CarField.LICENSE_PLATE));
        assertEquals("licensePlate", focusedId());
        assertFalse(isVisible("firstRun"));
        assertEquals(height, heightOf("licensePlate"), "the form stands still");
    }

    @Test
    void firstLetterTakesTheCardAway() {
        focus("description");
        step(() -> {});
        double height = heightOf("description");
        write("a");
        assertFalse(isVisible("firstRun"));
        assertEquals(height, heightOf("description"), "the form stands still");
    }

    @Test
    void f6LeadsFromPartToPart() {
        for (String id : List.of("firstTry", "optionSearch", "stockSearch", "profile-practice",
                "licensePlate")) {
            press(KeyCode.F6);
            assertEquals(id, focusedId());
        }
        write("a");
        focus("salesPrice");
        write("12");
        press(KeyCode.LEFT);
        press(KeyCode.F6);
        assertEquals("optionSearch", focusedId(), "the card is gone");
        press(KeyCode.F6);
        press(KeyCode.F6);
        press(KeyCode.RIGHT);
        assertEquals("profile-staging", focusedId());
        assertTrue(hasRing("profile-staging"));
        assertFalse(hasRing("profile-practice"));
        press(KeyCode.SPACE);
        assertTrue(isVisible("environmentWord"));
        assertEquals("STAGING", label("environmentWord"));
        press(KeyCode.F6);
        write("3");
        assertEquals("132", text(CarField.SALES_PRICE), "the caret is where it was");
    }

    @Test
    void examplePlateIsOfferedInPracticeOnly() {
        assertTrue(isVisible("firstTry"));
        step(() -> appModel.selectProfile(Profile.STAGING));
        assertFalse(isVisible("firstTry"));
        assertTrue(isVisible("firstConnect"));
    }
}
