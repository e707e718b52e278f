package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of a car with many problems, light and dark. */
@Tag("proof")
class ProblemPicturesJourneyTest extends WindowTest {

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
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the summary", () -> isVisible("problems"));
        // The model is a problem too, because it is missing.
        assertEquals(
                8,
                robot.lookup(node -> node.getId() != null && node.getId().startsWith("problem-"))
                        .queryAll()
                        .size());
        saveScreenshot("11-problems-light");

        chooseTheme("dark");
        assertTrue(isVisible("problems"));
        saveScreenshot("12-problems-dark");
    }
}
