package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.testing.Cases;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Mouse clicks in the form: beside an open suggestion list and on labels. */
class ClickInFormJourneyTest extends WindowTest {
    private static final int CLICKS = Cases.times(4, 20);
    private static final List<String> TARGETS = List.of("engineDisplacement", "version", "engineKw", "optionSearch");

    @Test
    void clickBesideOpenWordListGoesWhereAimed() throws Exception {
        untilReady();
        int lost = 0;
        for (int click = 0; click < CLICKS; click++) {
            String target = TARGETS.get(click % TARGETS.size());
            clear(target);
            clear("fuelType");
            writeInto("fuelType", "Benz");
            untilPopup();
            robot.clickOn("#" + target);
            write("1498");
            until("the list to go", () -> !isPopupShowing());
            if (!text("fuelType").equals("Benz") || !text(target).equals("1498")) {
                lost++;
            }
        }
        assertEquals(0, lost, "clicks of " + CLICKS + " that were lost");
    }

    /** In a form that moves under a click, the next click would miss. */
    @Test
    void clickedFieldStaysWhereItIs() throws Exception {
        untilReady();
        focus("vin");
        Node brand = node("brand");
        ScrollPane form = (ScrollPane) brand.getScene().lookup(".form");
        double place = onFxThread(() -> {
            Region cards = (Region) form.getContent();
            double top = cards.sceneToLocal(brand.localToScene(brand.getLayoutBounds()))
                    .getMinY();
            double range = cards.getHeight() - form.getViewportBounds().getHeight();
            // The title of the card is out of sight, and the label of the field is not.
            form.setVvalue((top - 30) / range);
            return form.getVvalue();
        });
        robot.moveTo(brand).press(MouseButton.PRIMARY);
        until("the focus", brand::isFocused);
        Await.untilIdle();
        robot.release(MouseButton.PRIMARY);
        assertEquals(place, onFxThread(form::getVvalue), "scrolled");
    }

    private void clear(String id) {
        TextInputControl text = node(id);
        onFxThread(text::clear);
    }
}
