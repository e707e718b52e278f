package app.forecourt.journey.car;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lookup of a Dutch car by its plate, in Practice, by keyboard only. */
@Tag("proof")
class PlateLookupJourneyTest extends WindowTest {

    @Test
    void plateFillsCarAndCarIsSent() throws Exception {
        untilReady();
        untilFocused("licensePlate");
        write("r759bk");
        press(ENTER);
        until("the register", () -> label("lookUp").startsWith("Practice's RDW: 9 fields filled"));
        assertEquals("licensePlate", focusedId(), "the caret stays where it is");
        assertEquals("Opel", text("brand"));
        assertEquals("Corsa", text("model"));
        assertEquals("From RDW", label("brand-note"));
        assertTrue(label("engineEmission-note").endsWith("From RDW (WLTP)"), label("engineEmission-note"));
        assertEquals("", text("numberOfDoors"));
        assertEquals("Use 4 ↵", firstOffer("numberOfDoors"));
        assertEquals("RDW says 4", label("numberOfDoors-note"));
        saveScreenshot("20-plate");

        press(ESCAPE);
        assertEquals("", text("brand"));
        assertEquals("9 values removed", label("lookUp"));
        press(SHORTCUT, Z);
        assertEquals("Opel", text("brand"));
        assertEquals("r759bk", text("licensePlate"));
        press(ESCAPE);
        press(ENTER);
        until("the register", () -> text("brand").equals("Opel"));

        for (int field = 0; field < 4; field++) {
            press(TAB);
        }
        // Typing over the register's value removes its mark. One key restores the value.
        retype("brand", "vauxhall");
        assertEquals("Differs from RDW", label("brand-note"));
        focus("brand");
        press(ENTER);
        assertEquals("Opel", text("brand"));
        assertEquals("From RDW", label("brand-note"));
        focus("numberOfDoors");
        press(ENTER);
        assertEquals("4", text("numberOfDoors"));
        assertEquals("transmission", focusedId(), "the next empty field");
        focus("numberOfDoors");
        retype("numberOfDoors", "5");
        saveScreenshot("21-plate-differs");

        focus("salesPrice");
        type("salesPrice", "15.944");
        press(SHORTCUT, ENTER);
        assertTrue(isVisible("yearOfConstruction-badge"), "an offer is left");
        press(SHORTCUT, ENTER);
        until(
                "the answer",
                () -> isVisible("outcome") && practiceServer().received().size() == 1);
        JsonNode car = practiceServer().received().getFirst();
        assertEquals("R759BK", car.path("licensePlate").asText());
        assertEquals("opel", car.path("brand").asText());
        assertEquals("orange", car.path("bodyColor").asText());
        assertEquals(74, car.path("engineKw").asInt());
        assertEquals(5, car.path("numberOfDoors").asInt());
        assertFalse(car.has("yearOfConstruction"), "what is only offered is not sent");
        assertEquals("", label("lookUp"));
        assertEquals(2, practiceServer().requestCount("/resource/m9d7-ebf2.json"), "once for each Enter in its field");
    }
}
