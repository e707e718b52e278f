package app.forecourt.day;

import app.forecourt.car.CarField;
import app.forecourt.journey.WindowTest;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import javafx.scene.input.KeyCode;

/** Driver that uses keys, as a user does. */
final class KeyboardCarSender extends CarSender {
    private final WindowTest window;

    KeyboardCarSender(WindowTest window, AppModel desk) {
        super(desk);
        this.window = window;
    }

    @Override
    void begin(DayCarPlan car) throws Exception {
        window.robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until("an empty form", () -> window.text("internalId").isEmpty());
        choose(car.profile());
        write("licensePlate", car.plate());
        write("vin", car.vin());
        write("internalId", car.number());
        write("brand", "opel");
        write("model", "corsa");
        write("bodyColor", "white");
        write("fuelType", "petrol");
        write("dateOfFirstRegistration", "16-09-2022");
        write("mileage", "2.137");
        write("salesPrice", Integer.toString(car.price()));
        write("description", "A nice car");
        window.robot.push(KeyCode.SHORTCUT, KeyCode.K);
        window.write("abs");
        window.robot.push(KeyCode.ENTER);
    }

    void choose(Profile profile) throws Exception {
        if (fx(() -> desk.profile().get()) != profile) {
            window.focus("profile-" + profile.key());
            window.robot.push(KeyCode.SPACE);
            until("the profile", () -> desk.profile().get() == profile);
        }
    }

    private void write(String field, String text) {
        window.focus(field);
        window.type(text);
    }

    @Override
    void send() throws Exception {
        window.robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        confirm();
    }

    /** Confirms the question about production, which appears once. */
    private void confirm() throws Exception {
        until("her turn", () -> window.visible("confirm") || isUnderWay()
                || window.visible("problems") || window.visible("outcomeTitle"));
        if (fx(() -> window.visible("confirm"))) {
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
        until("the options there", () -> window.visible("confirm") || attempts().size() > 1);
        confirm();
    }

    @Override
    void stop() throws Exception {
        until("it to leave", () -> window.visible("stop") || !isUnderWay());
        if (fx(() -> window.visible("stop"))) {
            press("stop");
        }
    }

    @Override
    void itIsThere() {
        press("itIsThere");
    }

    @Override
    void correct() {
        press("correct");
    }

    private void press(String button) {
        tell(() -> window.robot.lookup("#" + button).query().requestFocus());
        window.robot.push(KeyCode.SPACE);
    }

    @Override
    void mend(CarField field, String text) {
        window.focus(field.apiName());
        window.robot.push(KeyCode.SHORTCUT, KeyCode.A);
        window.write(text);
    }

    @Override
    void seen() throws Exception {
        until("the outcome", () -> window.visible("outcomeTitle"));
    }
}
