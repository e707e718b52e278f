package app.forecourt.ui.window;

import static javafx.scene.input.KeyCode.F6;
import static javafx.scene.input.KeyCode.SHIFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.testing.ProofTest;
import java.util.List;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** The card of a home without a car. */
class FirstRunCardTest extends MainWindowContentFixture {
    private double heightOf(String id) {
        return onFxThread(() -> inScene(node(id)).getMinY());
    }

    @Test
    void exampleFillsTheFormInPractice() {
        assertEquals("licensePlate", focusedId());
        assertEquals("Try R-759-BK", onFxThread(() -> ((Labeled) node("firstTry")).getText()));
        double height = heightOf("licensePlate");
        push("firstTry");
        await("the register", () -> text(CarField.BRAND).equalsIgnoreCase("opel"));
        assertEquals("R-759-BK", text(CarField.LICENSE_PLATE));
        assertEquals("licensePlate", focusedId());
        assertFalse(isVisible("firstRun"));
        assertEquals(height, heightOf("licensePlate"), "the form stands still");
    }

    @ProofTest
    void firstLetterTakesTheCardAway() {
        focus("description");
        step(() -> {});
        double height = heightOf("description");
        write("a");
        assertFalse(isVisible("firstRun"));
        assertEquals(height, heightOf("description"), "the form stands still");
    }

    @ProofTest
    void f6LeadsToTheCard() {
        for (String id : List.of("firstTry", "optionSearch", "stockSearch", "licensePlate")) {
            press(F6);
            assertEquals(id, focusedId());
        }
        for (String id : List.of("stockSearch", "optionSearch", "firstTry", "licensePlate")) {
            press(SHIFT, F6);
            assertEquals(id, focusedId());
        }
    }

    @ProofTest
    void examplePlateIsOfferedInPracticeOnly() {
        assertTrue(isVisible("firstTry"));
        step(() -> appModel.selectProfile(Profile.STAGING));
        assertFalse(isVisible("firstTry"));
        assertTrue(isVisible("firstImport"));
    }
}
