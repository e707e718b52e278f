package app.forecourt.journey.program;

import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F10;
import static javafx.scene.input.KeyCode.J;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.SHORTCUT;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarDraft;
import app.forecourt.journal.Journal;
import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Profile;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manual's pictures of a car that is corrected on Staging and published on Production. */
@Tag("manual")
@Tag("proof")
class ManualSendingPicturesJourneyTest extends WindowTest {
    private static final String GOLF = """
            {"licensePlate": "K-482-TN", "vin": "WVWZZZCD5MW123456", "internalId": "2391",
             "dealershipId": "4817-test", "brand": "Volkswagen", "model": "Golf", "version": "1.5 TSI Life",
             "bodyType": "Hatchback", "bodyColor": "Grey", "numberOfDoors": 5, "fuelType": "Petrol",
             "engineDisplacement": 1498, "engineKw": 96, "engineEmission": 124, "transmission": "Manual",
             "gears": 6, "dateOfFirstRegistration": "2021-03-12", "yearOfConstruction": 2021, "mileage": 41300,
             "mileageUnit": "KM", "salesPrice": 21950, "currency": "EUR", "isTaxDeductible": false,
             "salesPriceExVat": 21950, "taxAmount": 0, "tradePrice": 19750, "images": [], "tags": [],
             "description": "One owner, full service history, and winter tyres on a second set of wheels.",
             "options": ["abs", "driver_airbag", "passenger_airbag", "isofix", "seat_heating",
             "climate_control_2_zones", "cruise_control", "navigation_system", "apple_carplay",
             "metallic_paint", "led_headlights", "parking_assist_system_sensors_rear",
             "lane_keeping_assist"]}
            """;
    /** More rows than the car has options, which are listed alone until AutoChat's list is there. */
    private static final int MANY_OPTIONS = 100;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final FakeAutochat staging = new FakeAutochat();
    private final FakeAutochat production = new FakeAutochat();

    @Override
    public void prepare() throws IOException {
        String options = resource(PracticeServer.class, "options.json");
        staging.options = FakeAutochat.inTurn(FakeAutochat.json(200, options));
        staging.cars = FakeAutochat.inTurn(FakeAutochat.json(201, "{\"id\": 20431}"));
        staging.gate = new CountDownLatch(1);
        production.options = FakeAutochat.inTurn(FakeAutochat.json(
                200,
                options.replace("\"seat_heating\"", "\"front_seat_heating\"")
                        .replace("\"Seat heating\"", "\"Front seat heating\"")));
        Files.writeString(home.resolve("preferences.json"), """
                {"clientId": "harbour-cars", "clientSecret": "secret", "stagingUrl": "%s",
                 "productionUrl": "%s", "tokenUrl": "%s", "profile": "staging", "keepSecrets": "session",
                 "dealerships":
                 [{"name": "Harbour Cars", "staging": "4817-test", "production": "4817"},
                  {"name": "Harbour Vans", "staging": "4818-test", "production": "4818"}]}""".formatted(
                        staging.url(""), production.url(""), staging.url("/oauth/token")));
        try (Journal journal = openJournal()) {
            addCar(journal, car("Renault", "Clio", "Techno", "K-317-XR", "12450"), Profile.PRACTICE, accepted("3f0c"));
            addCar(
                    journal,
                    car("Toyota", "Yaris", "Dynamic", "L-905-GP", "18950"),
                    Profile.PRODUCTION,
                    accepted("88310"));
            addCar(
                    journal,
                    car("Fiat", "500", "Dolcevita", "K-218-KF", "11750"),
                    Profile.PRODUCTION,
                    new SendOutcome.Unknown(TIMEOUT, Optional.empty()));
            TypedCars.save(
                    journal, UUID.randomUUID(), draft(car("Opel", "Corsa", "Edition", "R-759-BK", "15950")), Set.of());
            addCar(journal, GOLF, Profile.STAGING, accepted("20418"));
            UUID next = UUID.randomUUID();
            TypedCars.save(journal, next, draft(car("Peugeot", "208", "Allure", "N-664-DV", "14900")), Set.of());
            journal.saveEditPosition(new EditPosition(next, "licensePlate", 0));
        }
    }

    /** Returns the Golf's JSON for another car. */
    private static String car(String brand, String model, String version, String plate, String price) {
        return GOLF.replace("Volkswagen", brand)
                .replace("Golf", model)
                .replace("1.5 TSI Life", version)
                .replace("K-482-TN", plate)
                .replace("21950", price)
                .replace("WVWZZZCD5MW123456", "")
                .replace("2391", String.valueOf(Math.floorMod(plate.hashCode(), 900) + 1500))
                .replace("19750", "null");
    }

    private static SendOutcome accepted(String number) {
        return new SendOutcome.Accepted(new Answer(201, "application/json", "{}"), Optional.of(number));
    }

    /** Adds a car that was sent yesterday. */
    private void addCar(Journal journal, String json, Profile to, SendOutcome outcome) {
        String address = switch (to) {
            case PRACTICE -> to.key();
            case STAGING -> staging.url("");
            case PRODUCTION -> production.url("");
        };
        CarDraft draft = draft(to == Profile.PRODUCTION ? json.replace("4817-test", "4817") : json);
        Instant time = Clock.systemUTC().instant().minus(A_DAY);
        Submission submission = Submission.of(UUID.randomUUID(), to, address, draft, json, time);
        TypedCars.save(journal, submission.car(), draft, Set.of());
        journal.note(submission, submission.draft(), Set.of(), Set.of());
        Submission leaving = submission.asSending(time);
        journal.update(leaving);
        journal.update(leaving.withOutcome(time, outcome));
    }

    @AfterEach
    void close() {
        staging.gate.countDown();
        staging.close();
        production.close();
    }

    @Test
    void correctedAndPublishedCar() throws Exception {
        untilText("model", "208");
        resizeToSmallLaptop();
        untilReady();
        press(F10);
        untilPopup();
        takePicture("menu", node("menu"), frontRoot());
        press(ESCAPE);
        press(SHORTCUT, ENTER);
        until(
                "a car on its way",
                () -> robot.lookup("#stock .heading").<Labeled>queryAll().stream()
                        .anyMatch(heading -> heading.getText().startsWith("ON THEIR WAY")));
        robot.clickOn("Volkswagen Golf 1.5 TSI Life");
        untilAccepted("STAGING");
        focus("stockSearch");
        takePicture("stock", find(".stock-pane").orElseThrow());
        takePicture("options", find(".options-pane").orElseThrow());
        takePicture("accepted-staging", node("outcome"));
        takePictureOfConnectionTest();

        push("correct");
        untilOutcome("Correction of ");
        fill("salesPriceExVat", "21.450");
        fill("salesPrice", "21.450");
        takePicture("correcting", node("outcome"));
        staging.gate.countDown();
        press(SHORTCUT, ENTER);
        untilAccepted("STAGING");
        press(SHORTCUT, J);
        untilVisible("sendingText");
        takePicture("submissions", frontRoot());
        press(ESCAPE);
        untilWindowAlone();
        publish();
    }

    private void takePictureOfConnectionTest() throws Exception {
        openSettings("theme");
        push("test-staging");
        until(
                "the result",
                () -> isVisible("test-options") && !label("test-options").isEmpty());
        Await.frames(20);
        // Without the line of the address, because it names the server of this test.
        takePicture(
                "connection-test",
                node("test-token").getParent(),
                node("test-options").getParent());
        press(ESCAPE);
        untilWindowAlone();
    }

    private void publish() throws Exception {
        push("profile-production");
        untilReady();
        until("the groups", () -> this.<ListView<?>>node("options").getItems().size() > MANY_OPTIONS);
        untilVisible("options-notes");
        takePicture("option-notes", node("optionCount").getParent(), node("options-notes"));
        Hyperlink offer = robot.lookup("#options-notes .hyperlink").<Hyperlink>queryAll().stream()
                .filter(link -> link.getText().equals("Front seat heating"))
                .findFirst()
                .orElseThrow();
        onFxThread(offer::fire);
        untilHidden("options-notes");
        press(SHORTCUT, L);
        takePicture("production");
        press(SHORTCUT, ENTER);
        untilVisible("confirm");
        takePicture("question", frontRoot());
        production.close();
        push("confirm");
        until("the countdown", () -> isVisible("stop") && label("send").startsWith("Sending to PRODUCTION"));
        takePicture("undo", node("stop"), node("send"));
        untilOutcome("Waiting to go to PRODUCTION");
        takePicture("waiting", node("outcome"));
        robot.clickOn("Fiat 500 Dolcevita");
        untilOutcome("This car may have arrived");
        takePicture("may-have-arrived", node("outcome"));
    }
}
