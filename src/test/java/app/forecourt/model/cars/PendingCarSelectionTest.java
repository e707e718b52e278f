package app.forecourt.model.cars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the focus that waits for the chosen car. */
class ChosenCarTest {
    private final PendingCarSelection chosen = new PendingCarSelection();
    private int focused;

    private void focusWhenOpened() {
        chosen.focusWhenOpened(() -> focused++);
    }

    @Test
    void focusWaitsForTheChosenCar() {
        focusWhenOpened();
        assertEquals(1, focused, "no car is being read");
        chosen.beginReading(new UUID(0, 1));
        focusWhenOpened();
        assertEquals(1, focused);
        chosen.afterReading().run();
        assertEquals(2, focused);
        chosen.begin();
        chosen.afterReading().run();
        assertEquals(2, focused, "the focus stays if another car is chosen");
    }
}
