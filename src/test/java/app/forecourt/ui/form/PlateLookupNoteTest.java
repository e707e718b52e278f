package app.forecourt.ui.form;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.window.MainWindowContentFixture;
import javafx.scene.control.Button;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** The note below the papers during and after a plate lookup, and the keys of the lookup. */
class PlateLookupNoteTest extends MainWindowContentFixture {

    /** On Staging, with a register that never answers. */
    @ProofTest
    void escapeInAnotherFieldStopsLookup() {
        properties.put("forecourt.rdw.url", autochat.url(""));
        answers.put(
                "/resource/m9d7-ebf2.json",
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        step(() -> selectProfile(Profile.STAGING));
        write("xf100f");
        press(ENTER);
        assertEquals("Looking up XF-100-F in RDW… Esc stops it", label("lookUp"));
        press(ENTER);
        assertEquals("vin", focusedId(), "nobody has to wait for the register");
        focus("internalId");
        write("SEB-1");
        press(ESCAPE);
        assertEquals("Look-up in RDW stopped. Enter tries again", label("lookUp"));
        assertEquals("SEB-1", text("internalId"));
        assertEquals("internalId", focusedId());
    }

    @Test
    void enterAcceptsNoValueThatHasJustCome() {
        step(() -> type(CarField.MODEL, "Corsa-e"));
        write("R-759-BK");
        press(ENTER);
        focus("model");
        await("the register", () -> text("brand").equals("Opel"));
        press(ENTER);
        assertEquals("Corsa-e", text("model"));
        assertEquals("Corsa ↵", label("model-offer-0"));
    }

    @ProofTest
    void lettersReplaceValueThatHasJustCome() {
        write("R-759-BK");
        press(ENTER);
        focus("model");
        await("the register", () -> text("model").equals("Corsa"));
        write("Astra");
        assertEquals("Astra", text("model"));
    }

    @Test
    void plateOfOtherCarIsTakenOrEmptied() {
        step(() -> type(CarField.BRAND, "Volkswagen"));
        write("K-902-DT");
        press(ENTER);
        await("the register", () -> label("lookUp").startsWith("This plate is of another car: Volvo XC40"));
        assertEquals("", text("engineEmission"));
        step(() -> ((Button) node("lookUp-wrongPlate")).fire());
        assertEquals("", text("licensePlate"));
        assertEquals("licensePlate", focusedId());
        write("K-902-DT");
        press(ENTER);
        await("the register", () -> label("lookUp").startsWith("This plate"));
        step(() -> ((Button) node("lookUp-takeAll")).fire());
        assertEquals("Volvo XC40", text("brand") + " " + text("model"));
        press(ESCAPE);
        assertEquals("Volkswagen", text("brand"));
        assertEquals("K-902-DT", text("licensePlate"));
    }

    @Test
    void shiftEnterTakesAllOffers() {
        write("R-759-BK");
        press(ENTER);
        await("the register", () -> text("brand").equals("Opel"));
        assertEquals("RDW says 4", label("numberOfDoors-note"));
        press(SHIFT, ENTER);
        assertEquals("4 2022", text("numberOfDoors") + " " + text("yearOfConstruction"));
        assertEquals("licensePlate", focusedId());
    }

    @Test
    void failedLookupIsReported() {
        write("8-ZKF-39");
        press(ENTER);
        assertEquals("licensePlate", focusedId());
        await("the register", () -> label("lookUpRemarks").contains("Imported"));
        press(ENTER);
        assertEquals("vin", focusedId());
        focus("licensePlate");
        press(SHORTCUT, A);
        write("1-ABC-123");
        assertEquals("", label("lookUp"), "what is known of one plate says nothing of another");
        press(ENTER);
        assertEquals("A Belgian plate: there is no open register for it", label("lookUp"));
        assertEquals("", text("brand"));
        assertEquals("vin", focusedId(), "nothing keeps the user in the plate");
        focus("licensePlate");
        press(SHORTCUT, A);
        write("xf100f");
        press(ENTER);
        await("the register", () -> label("lookUp").contains("It has only a few"));
        press(SHORTCUT, A);
        // Removing invisible characters is offered. One Enter accepts the offer and then starts the lookup.
        write("VJ-318-B\u200b");
        press(ENTER);
        await("the register", () -> label("lookUp").contains("Bedrijfsauto"));
        assertEquals("VJ-318-B", text("licensePlate"));
        assertEquals("Use Ford ↵", label("brand-offer-0"));
    }
}
