package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.settings.Profile.STAGING;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.ProofTest;
import app.forecourt.ui.window.MainWindowContentFixture;
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
        step(() -> selectProfile(STAGING));
        write("xf100f");
        press(ENTER);
        assertLabel("lookUp", "Looking up XF-100-F in RDW… Esc stops it");
        press(ENTER);
        assertFocused("vin", "nobody has to wait for the register");
        writeInto("internalId", "SEB-1");
        press(ESCAPE);
        assertLabel("lookUp", "Look-up in RDW stopped. Enter tries again");
        assertText("internalId", "SEB-1");
        assertFocused("internalId");
    }

    @Test
    void enterAcceptsNoValueThatHasJustCome() {
        step(() -> type(MODEL, "Corsa-e"));
        write("R-759-BK");
        press(ENTER);
        focus("model");
        await("the register", () -> text("brand").equals("Opel"));
        press(ENTER);
        assertText("model", "Corsa-e");
        assertLabel("model-offer-0", "Corsa ↵");
    }

    @ProofTest
    void lettersReplaceValueThatHasJustCome() {
        write("R-759-BK");
        press(ENTER);
        focus("model");
        await("the register", () -> text("model").equals("Corsa"));
        write("Astra");
        assertText("model", "Astra");
    }

    @Test
    void plateOfOtherCarIsTakenOrEmptied() {
        step(() -> type(BRAND, "Volkswagen"));
        write("K-902-DT");
        press(ENTER);
        await("the register", () -> label("lookUp").startsWith("This plate is of another car: Volvo XC40"));
        assertText("engineEmission", "");
        step(() -> fire("lookUp-wrongPlate"));
        assertText("licensePlate", "");
        assertFocused("licensePlate");
        write("K-902-DT");
        press(ENTER);
        await("the register", () -> label("lookUp").startsWith("This plate"));
        step(() -> fire("lookUp-takeAll"));
        assertEquals("Volvo XC40", text("brand") + " " + text("model"));
        press(ESCAPE);
        assertText("brand", "Volkswagen");
        assertText("licensePlate", "K-902-DT");
    }

    @Test
    void shiftEnterTakesAllOffers() {
        write("R-759-BK");
        press(ENTER);
        await("the register", () -> text("brand").equals("Opel"));
        assertLabel("numberOfDoors-note", "RDW says 4");
        press(SHIFT, ENTER);
        assertEquals("4 2022", text("numberOfDoors") + " " + text("yearOfConstruction"));
        assertFocused("licensePlate");
    }

    @Test
    void failedLookupIsReported() {
        write("8-ZKF-39");
        press(ENTER);
        assertFocused("licensePlate");
        await("the register", () -> label("lookUpRemarks").contains("Imported"));
        press(ENTER);
        assertFocused("vin");
        overtype("licensePlate", "1-ABC-123");
        assertLabel("lookUp", "", "what is known of one plate says nothing of another");
        press(ENTER);
        assertLabel("lookUp", "A Belgian plate: there is no open register for it");
        assertText("brand", "");
        assertFocused("vin", "nothing keeps the user in the plate");
        overtype("licensePlate", "xf100f");
        press(ENTER);
        await("the register", () -> label("lookUp").contains("It has only a few"));
        press(SHORTCUT, A);
        // Removing invisible characters is offered. One Enter accepts the offer and then starts the lookup.
        write("VJ-318-B\u200b");
        press(ENTER);
        await("the register", () -> label("lookUp").contains("Bedrijfsauto"));
        assertText("licensePlate", "VJ-318-B");
        assertLabel("brand-offer-0", "Use Ford ↵");
    }
}
