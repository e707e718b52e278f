package app.forecourt.ui.form;

import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.ui.InputEvents.mouse;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.ProofTest;
import app.forecourt.ui.window.MainWindowContentFixture;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** The fields of the form with their labels. */
class FieldInWindowTest extends MainWindowContentFixture {

    private void clickLabelOf(String id) {
        step(() -> {
            Node control = scene.lookup("#" + id);
            Node label = scene.getRoot().lookupAll(".field-label").stream()
                    .filter(node -> ((Label) node).getLabelFor() == control)
                    .findFirst()
                    .orElseThrow();
            Event.fireEvent(label, mouse(MouseEvent.MOUSE_CLICKED, 0, 0));
        });
    }

    @Test
    void clickOnLabelPutsCaretIntoField() {
        writeInto("version", "1.2 Edition");
        focus("licensePlate");
        for (String id : List.of("version", "fuelType", "mileage", "model")) {
            clickLabelOf(id);
            assertFocused(id);
        }
        clickLabelOf("version");
        assertFocused("version");
        write("!");
        assertText("version", "1.2 Edition!", "what stands there is not marked");
    }

    /** JavaFX throws an exception at each layout of such a wrapped text. */
    @ProofTest
    void rightToLeftTextIsShown() {
        for (String word : List.of("\u05E9\u05DC\u05D5\u05DD ", "\u0645\u0631\u062D\u0628\u0627 ", "abc \u202Edef ")) {
            step(() -> {
                type(DESCRIPTION, "A nice car. " + word.repeat(60));
                type(VERSION, word.repeat(60));
                scene.snapshot(null);
            });
            writeInto("description", "x");
            for (KeyCode key : List.of(BACK_SPACE, HOME, DELETE, RIGHT, BACK_SPACE, DOWN, END, LEFT, DELETE)) {
                press(key);
                step(() -> scene.getRoot().layout());
            }
            press(SHORTCUT, ENTER);
            assertVisible("problems");
            step(() -> scene.snapshot(null));
        }
        step(() -> {
            type(DESCRIPTION, "A nice car");
            scene.getRoot().layout();
            assertTrue(((TextArea) scene.lookup("#description")).isWrapText(), "wrapping again");
        });
    }
}
