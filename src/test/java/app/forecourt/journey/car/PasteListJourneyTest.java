package app.forecourt.journey.car;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.V;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The paste of an equipment list by keyboard. */
@Tag("proof")
class PasteListJourneyTest extends WindowTest {
    private static final String LIST = """
            Comfort:
            • Stoelverwarming voor
            • Climate control 2-zone
            • Achteruitrijcamra
            • Parkeersensoren
            • Zonder trekhaak
            • Solardach
            • 12 maanden garantie
            """;

    private List<?> lines(String id) {
        return this.<ListView<?>>node(id).getItems();
    }

    private boolean ticked(String option) {
        return robot.lookup((CheckBox box) -> option.equals(box.getUserData()))
                .queryAs(CheckBox.class)
                .isSelected();
    }

    private String take() {
        return node("takePasted", Button.class).getText();
    }

    private void untilRead(int rows) throws Exception {
        until("the list", () -> isVisible("pasteFound") && lines("pasteFound").size() == rows);
    }

    @Test
    void listPastedIntoSearchIsReviewedAndAdded() throws Exception {
        untilReady();
        copyToClipboard(LIST);
        press(SHORTCUT, K);
        press(SHORTCUT, V);
        untilRead(8);
        assertEquals("0 chosen", label("optionCount"), "nothing is chosen before she says so");
        assertTrue(ticked("seat_heating"));
        assertFalse(ticked("parking_assist_system_sensors_rear"), "front or rear is for her to say");
        assertEquals("Choose 3 options", take());

        // The first doubtful match is highlighted: one of the two sensors. The camera is in the line above.
        press(SPACE);
        press(UP);
        press(SPACE);
        assertEquals("Choose 3 options", take());
        press(SPACE);
        assertEquals("Choose 4 options", take());
        press(ENTER);
        until("the window alone", () -> !isVisible("pasteFound"));
        assertEquals("4 chosen", label("optionCount"));
        assertEquals("4 options chosen from the list", label("optionSaid"));
        untilFocused("optionSearch");

        press(SHORTCUT, SHIFT, V);
        untilRead(8);
        assertEquals("Choose", take(), "what is chosen stays so");
        press(ESCAPE);
        until("the window alone", () -> !isVisible("pasteFound"));
        assertEquals("4 chosen", label("optionCount"));
    }
}
