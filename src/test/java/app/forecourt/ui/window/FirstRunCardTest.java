package app.forecourt.ui.window;

import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.settings.Profile.STAGING;
import static javafx.scene.input.KeyCode.F6;
import static javafx.scene.input.KeyCode.SHIFT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.testing.ProofTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The card of a home without a car. */
class FirstRunCardTest extends MainWindowContentFixture {
    private double heightOf(String id) {
        return onFxThread(() -> inScene(node(id)).getMinY());
    }

    @Test
    void exampleFillsTheFormInPractice() {
        assertFocused("licensePlate");
        assertLabel("firstTry", "Try R-759-BK");
        double height = heightOf("licensePlate");
        push("firstTry");
        await("the register", () -> text(CarField.BRAND).equalsIgnoreCase("opel"));
        assertEquals("R-759-BK", text(LICENSE_PLATE));
        assertFocused("licensePlate");
        assertHidden("firstRun");
        assertEquals(height, heightOf("licensePlate"), "the form stands still");
    }

    @ProofTest
    void firstLetterTakesTheCardAway() {
        focus("description");
        step(() -> {});
        double height = heightOf("description");
        write("a");
        assertHidden("firstRun");
        assertEquals(height, heightOf("description"), "the form stands still");
    }

    @ProofTest
    void f6LeadsToTheCard() {
        for (String id : List.of("firstTry", "optionSearch", "stockSearch", "licensePlate")) {
            press(F6);
            assertFocused(id);
        }
        for (String id : List.of("stockSearch", "optionSearch", "firstTry", "licensePlate")) {
            press(SHIFT, F6);
            assertFocused(id);
        }
    }

    @ProofTest
    void examplePlateIsOfferedInPracticeOnly() {
        assertVisible("firstTry");
        step(() -> appModel.selectProfile(STAGING));
        assertHidden("firstTry");
        assertVisible("firstImport");
    }
}
