package app.forecourt.day;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.model.AppModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.settings.Profile;
import java.util.List;
import javafx.scene.input.KeyCode;

/** Driver that uses keys, as a user does. */
final class KeyboardCarSender extends CarSender {
    private final WindowTest window;

    KeyboardCarSender(WindowTest window, AppModel model) {
        super(model, CarDraft.EMPTY);
        this.window = window;
    }

    @Override
    void typeNewCar(DayCarPlan car) throws Exception {
        window.robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until("an empty form", () -> window.text("internalId").isEmpty());
        choose(car.profile());
        for (String line : List.of(
                "licensePlate " + car.plate(),
                "vin " + car.vin(),
                "internalId " + car.stockNumber(),
                "brand opel",
                "model corsa",
                "bodyColor white",
                "fuelType petrol",
                "dateOfFirstRegistration 16-09-2022",
                "mileage 2.137",
                "salesPrice " + car.price(),
                "description A nice car")) {
            String[] words = line.split(" ", 2);
            window.focus(words[0]);
            window.type(words[1]);
        }
        window.robot.push(KeyCode.SHORTCUT, KeyCode.K);
        window.write("abs");
        window.robot.push(KeyCode.ENTER);
    }

    void choose(Profile profile) throws Exception {
        if (callOnFxThread(() -> appModel.profile().get()) != profile) {
            window.focus("profile-" + profile.key());
            window.robot.push(KeyCode.SPACE);
            until("the profile", () -> appModel.profile().get() == profile);
        }
    }

    @Override
    void send() throws Exception {
        window.robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        confirm();
    }

    /** Confirms the question about production, which appears once. */
    private void confirm() throws Exception {
        until(
                "her turn",
                () -> window.isVisible("confirm")
                        || isUnderWay()
                        || window.isVisible("problems")
                        || window.isVisible("outcomeTitle"));
        if (callOnFxThread(() -> window.isVisible("confirm"))) {
            press("confirm");
        }
    }

    @Override
    void sendAgain() throws Exception {
        press("sendAgain");
        confirm();
    }

    @Override
    void publish() throws Exception {
        window.robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.ENTER);
        // A warning about the car is shown first at Production too. It is sent once it is pressed again.
        until(
                "the question",
                () -> !(appModel.connection().get() instanceof ConnectionState.Connecting)
                        && (window.isVisible("confirm")
                                || window.isVisible("problems")
                                || submissions().size() > 1));
        confirm();
    }

    @Override
    void stop() throws Exception {
        until("it to leave", () -> window.isVisible("stop") || !isUnderWay());
        if (callOnFxThread(() -> window.isVisible("stop"))) {
            press("stop");
        }
    }

    @Override
    void confirmArrival() {
        press("itIsThere");
    }

    @Override
    void reopen() {
        press("correct");
    }

    private void press(String button) {
        Await.onFxThread(() -> window.robot.lookup("#" + button).query().requestFocus());
        window.robot.push(KeyCode.SPACE);
    }

    @Override
    void edit(CarField field, String text) {
        window.focus(field.apiName());
        window.robot.push(KeyCode.SHORTCUT, KeyCode.A);
        window.write(text);
    }

    @Override
    void awaitOutcome() throws Exception {
        // The problems of a car that was turned down stand in front of the outcome, with a link to it.
        until("the outcome", () -> window.isVisible("outcomeTitle") || window.isVisible("showOutcome"));
    }
}
