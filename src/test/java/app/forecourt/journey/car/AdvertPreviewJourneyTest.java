package app.forecourt.journey.car;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;

import app.forecourt.journey.WindowTest;
import org.junit.jupiter.api.Test;

/** The advert preview, by keyboard only, in the light and the dark theme. */
class AdvertPreviewJourneyTest extends WindowTest {

    @Test
    void previewShowsTwoLanguagesBeforeSending() throws Exception {
        untilReady();
        press(SHORTCUT, SHIFT, P);
        untilVisible("advertTitle");
        assertLabel("advertPrice", "No price yet");
        assertLabel("advertText", "No description yet. Ctrl B builds one.");
        press(ESCAPE);
        untilHidden("advertTitle");

        writeInto("licensePlate", "r759bk");
        press(ENTER);
        untilText("brand", "Opel");
        writeInto("version", "1.2 Turbo Elegance");
        writeInto("mileage", "48.250");
        writeInto("salesPrice", "15.944,63");
        writeInto("description", "First owner, no smoker.");
        writeInto("images", "https://pictures.example/1.jpg");
        press(ENTER);
        write("https://pictures.example/2.jpg");
        press(SHORTCUT, K);
        write("abs");
        press(ENTER);
        press(SHORTCUT, SHIFT, P);
        untilVisible("advertTitle");
        assertLabel("advertTitle", "Opel Corsa 1.2 Turbo Elegance");
        assertLabel("advertPrice", "€15,944.63");
        assertLabel("advertText", "First owner, no smoker.");
        untilVisible("windscreenCard");
        press(RIGHT);
        untilLabel("advertPrice", "€\u00A015.944,63");
        press(RIGHT);
        untilLabel("advertPrice", "15.944,63\u00A0€");
        press(ESCAPE);
        untilHidden("advertTitle");
    }
}
