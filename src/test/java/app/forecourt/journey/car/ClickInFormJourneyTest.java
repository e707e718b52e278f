package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.WindowTest;
import app.forecourt.testing.Cases;
import java.util.List;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;

/** Mouse clicks in the form: beside an open suggestion list and on labels. */
class ClickInFormJourneyTest extends WindowTest {
    private static final int CLICKS = Cases.times(4, 20);
    private static final List<String> TARGETS = List.of("engineDisplacement", "version", "engineKw",
            "optionSearch");

    @Test
    void clickBesideOpenWordListGoesWhereAimed() throws Exception {
        untilReady();
        int lost = 0;
        for (int click = 0; click < CLICKS; click++) {
            String target = TARGETS.get(click % TARGETS.size());
            clear(target);
            clear("fuelType");
            focus("fuelType");
            write("Benz");
            until("known words", this::isPopupShowing);
            robot.clickOn("#" + target);
            write("1498");
            until("the list to go", () -> !isPopupShowing());
            if (!text("fuelType").equals("Benz") || !text(target).equals("1498")) {
                lost++;
            }
        }
        assertEquals(0, lost, "clicks of " + CLICKS + " that were lost");
    }

    private void clear(String id) {
        TextInputControl text = node(id);
        onFxThread(text::clear);
    }
}
