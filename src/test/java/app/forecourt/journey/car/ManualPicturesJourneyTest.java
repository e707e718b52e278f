package app.forecourt.journey.car;

import static java.util.stream.Collectors.joining;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.V;

import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.photo.PhotoHost;
import app.forecourt.start.AppServices;
import app.forecourt.testing.Cases;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manual's pictures of a car that is entered in Practice, from the plate to the answer. */
@Tag("manual")
@Tag("proof")
class ManualPicturesJourneyTest extends WindowTest {
    private static final String EQUIPMENT = """
            Air conditioning, cruise control
            Heated front seats
            Metallic paint
            Parking sensors
            Rear view camara
            ABS, Apple CarPlay
            12 months warranty
            """;
    private static final List<Color> PAINTS = List.of(new Color(0xE07020), new Color(0xD86818), new Color(0xC86010));
    private static final int PHOTOS = 12;

    private final PhotoHost host;

    ManualPicturesJourneyTest() throws IOException {
        host = new PhotoHost();
    }

    @Override
    public void prepare() throws IOException {
        Files.writeString(home.resolve("preferences.json"), """
                {"profile": "practice", "keepSecrets": "session", "clientId": "harbour-cars",
                 "clientSecret": "secret", "dealerships":
                 [{"name": "Harbour Cars", "staging": "4817-test", "production": "4817"},
                  {"name": "Harbour Vans", "staging": "4818-test", "production": "4818"}]}""");
        IntStream.range(0, PHOTOS)
                .forEach(photo -> host.answers.put(
                        path(photo),
                        PhotoHost.file(
                                PhotoHost.picture("jpeg", 1600, 1200 - photo % 3 * 100, PAINTS.get(photo % 3)))));
    }

    @Override
    public AppServices openServices() {
        AppServices services = super.openServices();
        host.standInForPublicHosts(services.http());
        return services;
    }

    @AfterEach
    void close() {
        host.close();
    }

    private static String path(int photo) {
        return "/corsa/%02d.jpg".formatted(photo + 1);
    }

    private void accept(String field) {
        focus(field);
        press(ENTER);
    }

    @Test
    void carFromPlateToAnswer() throws Exception {
        untilReady();
        resizeToSmallLaptop();
        openSettings("clientId");
        takePicture("settings", frontRoot());
        onFxThread(() ->
                this.<ListView<?>>node("settingsSections").getSelectionModel().select(1));
        Await.frames(10);
        takePicture("dealerships", robot.lookup(".dealerships").query(), node("addDealership"));
        press(ESCAPE);
        untilWindowAlone();
        openKeyOverview();
        takePicture("keys", frontRoot());
        press(ESCAPE);
        untilWindowAlone();

        focus("licensePlate");
        fill("numberOfDoors", "5");
        writeInto("licensePlate", "R-759-BK");
        press(ENTER);
        untilText("model", "Corsa");
        focus("numberOfDoors");
        takePicture("plate", card("licensePlate"), card("brand"), card("fuelType"));
        press(ENTER);
        untilText("numberOfDoors", "4");

        focus("transmission");
        press(DOWN);
        untilPopup();
        takePicture("suggestions", card("fuelType"), frontRoot());
        press(ESCAPE);
        fill("transmission", "5-speed");
        fill("mileage", "12 months");
        press(SHORTCUT, ENTER);
        untilVisible("problems");
        takePicture("problems", node("problems"), card("fuelType"));
        if (Cases.areAll()) {
            correctAndSend();
        }
    }

    private void correctAndSend() throws Exception {
        fill("transmission", "Manual");
        fill("gears", "6");
        fill("mileage", "48.250");
        accept("yearOfConstruction");
        fill("salesPrice", "15.950");
        push("isTaxDeductible");
        focus("salesPriceExVat");
        takePicture("prices", card("salesPrice"));
        accept("salesPriceExVat");
        accept("taxAmount");
        accept("tradePrice");
        fill("vin", "W0VZCDED3N4123456");
        fill("internalId", "2417");
        fill("version", "1.2 Edition");
        enterOptions();
        enterTextAndPhotos();

        press(SHORTCUT, L);
        untilFocused("licensePlate");
        takePicture("whole-car");
        press(SHORTCUT, ENTER);
        untilAccepted("PRACTICE");
        takePicture("accepted");

        press(SHORTCUT, N);
        untilFocused("licensePlate");
        write("8-ZKF-39");
        press(ENTER);
        until("the car of the plate", () -> !text("brand").isEmpty());
        takePicture("register-notes", card("licensePlate"), card("brand"));
    }

    private void enterOptions() throws Exception {
        copyToClipboard(EQUIPMENT);
        openPastedList();
        takePicture("paste", frontRoot());
        press(ENTER);
        untilHidden("pasteFound");
    }

    private void enterTextAndPhotos() throws Exception {
        openBuilder();
        takePicture("builder", frontRoot());
        press(SHORTCUT, ENTER);
        untilHidden("builtText");
        focus("images");
        copyToClipboard(IntStream.range(0, PHOTOS)
                .mapToObj(photo -> "https://photos.example" + path(photo))
                .collect(joining("\n")));
        press(SHORTCUT, V);
        push("photosShow");
        focus("images");
        press(DOWN);
        untilFocused("photos");
        Await.until(
                "the photos",
                () -> robot.lookup(".photo-detail").<Label>queryAll().stream()
                                .filter(detail -> detail.getText().contains("×"))
                                .count()
                        == PHOTOS);
        takePicture("photos", card("images"));
        press(SHORTCUT, SHIFT, P);
        until("the preview", this::isCovered);
        until(
                "the main photo",
                () -> this.<VBox>node("advertPicture").getChildren().getFirst() instanceof ImageView);
        until("the card", () -> this.<ImageView>node("windscreenCard").getImage() != null);
        takePicture("preview", frontRoot());
        press(ESCAPE);
        untilWindowAlone();
    }
}
