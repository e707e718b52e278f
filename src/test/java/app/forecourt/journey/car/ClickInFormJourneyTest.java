package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.WindowTest;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Mouse clicks in the form: beside an open suggestion list and on labels. */
class ClickInFormJourneyTest extends WindowTest {
    private static final int CLICKS = 20;
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
            until("known words", WindowTest::isPopupShowing);
            robot.clickOn("#" + target);
            write("1498");
            until("the list to go", () -> !isPopupShowing());
            if (!text("fuelType").equals("Benz") || !text(target).equals("1498")) {
                lost++;
            }
        }
        assertEquals(0, lost, "clicks of " + CLICKS + " that were lost");
    }

    @Test
    void clickOnLabelPutsCaretIntoField() throws Exception {
        focus("version");
        write("1.2 Edition");
        focus("licensePlate");
        for (String id : List.of("version", "fuelType", "mileage", "model")) {
            robot.clickOn(labelOf(id));
            untilFocused(id);
        }
        robot.clickOn(labelOf("version"));
        untilFocused("version");
        write("!");
        assertEquals("1.2 Edition!", text("version"), "what stands there is not marked");
    }

    private void clear(String id) {
        TextInputControl text = robot.lookup("#" + id).query();
        WaitForAsyncUtils.waitForAsyncFx(5000, text::clear);
    }

    private Node labelOf(String id) {
        Node control = robot.lookup("#" + id).query();
        Set<Node> labels = robot.lookup(".field-label").queryAll();
        return labels.stream().filter(label -> ((Label) label).getLabelFor() == control).findFirst()
                .orElseThrow();
    }
}
