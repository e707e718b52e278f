package app.forecourt.ui.window;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.testing.TextAssertions.assertContains;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The button of a field whose text another car has too. */
class OpenDuplicateTest extends MainWindowContentFixture {
    private static final String NUMBER = "W0L000051T2123456";

    @Test
    void otherCarWithTheVinIsOpened() {
        step(() -> {
            typeCar();
            type(VIN, NUMBER);
        });
        UUID first = carId();
        step(() -> {
            newCar();
            type(MODEL, "astra");
        });
        writeInto("vin", NUMBER.substring(1));
        assertHidden("vin-open");
        retype("vin", NUMBER);
        assertContains("Opel Corsa", label("vin-note"));
        focus("vin");
        press(TAB);
        assertFocused("vin-open");
        push("vin-open");
        await("the other car", () -> carId().equals(first));
        assertEquals(NUMBER, text("vin"));
    }
}
