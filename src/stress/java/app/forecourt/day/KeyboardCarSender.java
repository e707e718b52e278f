package app.forecourt.day;

import app.forecourt.car.CarDraft;
import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import java.util.List;
import javafx.scene.input.KeyCode;

/** Driver that types each car with keys, as a user does. */
final class KeyboardCarSender extends CarSender {
    private final WindowTest window;

    KeyboardCarSender(WindowTest window, AppModel model) {
        super(model, CarDraft.EMPTY);
        this.window = window;
    }

    @Override
    void typeNewCar(int number, Profile profile) throws Exception {
        window.robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until("an empty form", () -> window.text("internalId").isEmpty());
        choose(profile);
        for (String line : List.of(
                "licensePlate " + plate(number),
                "vin " + vin(number),
                "internalId " + number,
                "brand opel",
                "model corsa",
                "bodyColor white",
                "fuelType petrol",
                "dateOfFirstRegistration 16-09-2022",
                "mileage 2.137",
                "salesPrice " + price(number),
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
        if (Await.onFxThread(() -> appModel.profile().get()) != profile) {
            window.focus("profile-" + profile.key());
            window.robot.push(KeyCode.SPACE);
            until("the profile", () -> appModel.profile().get() == profile);
        }
    }
}
