package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The scroll position for a new car: the top of the form, also after a change of the language. */
class NewCarScrollJourneyTest extends WindowTest {
    /** Frames after which the scroll position is stable. */
    private static final int SETTLED = 10;
    private static final Function<Scene, Runnable> NEW_CAR = scene -> scene.getAccelerators()
            .get(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN));

    /** The new car is started as soon as the new views exist, before the focus is restored. */
    @Test
    void newCarAfterLanguageChangeIsAtTop() throws Exception {
        untilReady();
        resizeToSmallLaptop();
        String language = "nl";
        for (String field : List.of("salesPrice", "licensePlate")) {
            focus("licensePlate");
            write("R-759-BK");
            focus(field);
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> form().setVvalue(0.7));
            BorderPane window = (BorderPane) scene().lookup(".window");
            Subscription once = window.centerProperty()
                    .subscribe((before, now) -> Platform.runLater(NEW_CAR.apply(scene())));
            speak(language);
            until("a new car", () -> text("licensePlate").isEmpty());
            once.unsubscribe();
            untilFocused("licensePlate");
            for (int frame = 0; frame < SETTLED; frame++) {
                Await.nextFrame();
            }
            assertEquals(0.0, scrolled(), field);
            language = "de";
        }
    }

    private void speak(String language) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("language"));
        WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> robot.lookup("#language").<ComboBox<String>>query().setValue(language));
        Platform.runLater(robot.lookup("#settingsSave").<Button>query()::fire);
        until("the settings to go", () -> !isVisible("language"));
    }

    private double scrolled() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> form().getVvalue());
    }

    private ScrollPane form() {
        return (ScrollPane) scene().lookup(".form");
    }
}
