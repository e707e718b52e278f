package app.forecourt.journey.car;

import app.forecourt.journey.ManualPictures;
import app.forecourt.journey.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The manual's pictures of a car that is entered in Practice, from the plate to the answer. */
class ManualPicturesJourneyTest extends WindowTest {
    private static final String EQUIPMENT = """
            Air conditioning, cruise control
            Heated front seats
            Metallic paint
            Parking sensors
            Rear view camara
            12 months warranty
            """;
    private static final String PHOTOS = """
            https://photos.example/corsa/front.jpg
            https://photos.example/corsa/back.jpg
            https://photos.example/corsa/seats.jpg
            """;

    @Override
    public void prepare() throws IOException {
        // The settings show whether the computer has a keychain.
        Files.writeString(home.resolve("preferences.json"),
                "{\"profile\": \"practice\", \"keepSecrets\": \"file\"}");
    }

    private void takePicture(String name) throws Exception {
        ManualPictures.check(name, scene());
    }

    private void fill(String field, String text) {
        focus(field);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write(text);
        robot.push(KeyCode.TAB);
    }

    @Test
    void settingsAndKeys() throws Exception {
        untilReady();
        resizeToSmallLaptop();
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("theme"));
        until("the place of the secret", () -> !isVisible("keptIn"));
        takePicture("settings");
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> frontScene() == scene());
        openKeyOverview();
        takePicture("keys");
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> frontScene() == scene());
    }

    @Test
    void carFromPlateToAnswer() throws Exception {
        untilReady();
        resizeToSmallLaptop();
        write("r759bk");
        robot.push(KeyCode.ENTER);
        until("the car of the plate", () -> text("model").equals("corsa"));
        fill("numberOfDoors", "5");
        focus("numberOfDoors");
        takePicture("plate");

        focus("transmission");
        write("man");
        until("suggestions", WindowTest::isPopupShowing);
        takePicture("suggestions");
        robot.push(KeyCode.ESCAPE);

        fill("mileage", "12 months");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the problems", () -> isVisible("problems"));
        takePicture("problems");

        fill("transmission", "manual");
        fill("gears", "5");
        fill("mileage", "48.250");
        fill("yearOfConstruction", "2022");
        fill("salesPrice", "15.944,63");
        focus("isTaxDeductible");
        robot.push(KeyCode.SPACE);
        focus("salesPriceExVat");
        takePicture("prices");
        enterOptions();
        enterTextAndPhotos();

        robot.push(KeyCode.SHORTCUT, KeyCode.L);
        untilFocused("licensePlate");
        takePicture("whole-car");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("an answer", () -> isVisible("problems") || isVisible("outcomeTitle"));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        untilAccepted("PRACTICE");
        takePicture("accepted");
    }

    private void enterOptions() throws Exception {
        copyToClipboard(EQUIPMENT);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        until("the list",
                () -> isVisible("pasteFound")
                        && !robot.lookup("#pasteFound").<ListView<?>>query().getItems().isEmpty());
        takePicture("paste");
        robot.push(KeyCode.ENTER);
        until("the window alone", () -> !isVisible("pasteFound"));
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        untilFocused("optionSearch");
        write("heat");
        takePicture("options");
        robot.push(KeyCode.ESCAPE);
    }

    private void enterTextAndPhotos() throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        until("the builder", () -> isVisible("builtText"));
        takePicture("builder");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the builder to go", () -> !isVisible("builtText"));
        focus("images");
        copyToClipboard(PHOTOS);
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        robot.push(KeyCode.DOWN);
        untilFocused("photos");
        takePicture("photos");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        until("the preview", () -> frontScene() != scene());
        takePicture("preview");
        robot.push(KeyCode.ESCAPE);
        until("the window alone", () -> frontScene() == scene());
    }
}
