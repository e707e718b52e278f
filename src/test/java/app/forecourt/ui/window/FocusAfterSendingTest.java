package app.forecourt.ui.window;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.stock.SendingStatus.SENDING;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The focus while a car is sent and after it has arrived. */
class FocusAfterSendingTest extends MainWindowContentFixture {

    @Test
    void focusStaysInFieldAndThenGoesToNextStep() {
        for (String id : List.of("salesPrice", "isTaxDeductible")) {
            step(() -> {
                typeCar();
                type(INTERNAL_ID, id);
            });
            focus(id);
            press(SHORTCUT, ENTER);
            if (status() != SENDING) {
                // The first press asks about a warning.
                focus(id);
                press(SHORTCUT, ENTER);
            }
            assertEquals(SENDING, status());
            assertFocused(id);
            await(
                    "the car's arrival",
                    () -> isVisible("outcomeTitle") && label("outcomeTitle").endsWith(" is at PRACTICE"));
            assertFocused("nextCar");
            press(TAB);
            assertFocused("correct");
            press(SHORTCUT, N);
        }
    }
}
