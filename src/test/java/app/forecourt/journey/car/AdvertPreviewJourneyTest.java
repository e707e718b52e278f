package app.forecourt.journey.car;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.WindowTest;
import org.junit.jupiter.api.Test;

/** The advert preview, by keyboard only, in the light and the dark theme. */
class AdvertPreviewJourneyTest extends WindowTest {

    @Test
    void previewShowsTwoLanguagesBeforeSending() throws Exception {
        untilReady();
        press(SHORTCUT, SHIFT, P);
        until("the preview", () -> isVisible("advertTitle"));
        assertEquals("No price yet", label("advertPrice"));
        assertEquals("No description yet. Ctrl B builds one.", label("advertText"));
        press(ESCAPE);
        until("the preview to go", () -> !isVisible("advertTitle"));

        focus("licensePlate");
        write("r759bk");
        press(ENTER);
        until("the register", () -> text("brand").equals("Opel"));
        focus("version");
        write("1.2 Turbo Elegance");
        focus("mileage");
        write("48.250");
        focus("salesPrice");
        write("15.944,63");
        focus("description");
        write("First owner, no smoker.");
        focus("images");
        write("https://pictures.example/1.jpg");
        press(ENTER);
        write("https://pictures.example/2.jpg");
        press(SHORTCUT, K);
        write("abs");
        press(ENTER);
        press(SHORTCUT, SHIFT, P);
        until("the preview", () -> isVisible("advertTitle"));
        assertEquals("Opel Corsa 1.2 Turbo Elegance", label("advertTitle"));
        assertEquals("€15,944.63", label("advertPrice"));
        assertEquals("First owner, no smoker.", label("advertText"));
        until("the card", () -> isVisible("windscreenCard"));
        press(RIGHT);
        until("Dutch", () -> label("advertPrice").equals("€\u00A015.944,63"));
        press(RIGHT);
        until("German", () -> label("advertPrice").equals("15.944,63\u00A0€"));
        press(ESCAPE);
        until("the preview to go", () -> !isVisible("advertTitle"));
    }
}
