package app.forecourt.ui.window;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F6;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.testing.ProofTest;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F6 and Shift+F6 between the parts of the window. */
class WindowPartsTest extends MainWindowContentFixture {
    @BeforeEach
    void typeLetter() {
        // The card of the first run goes, which is a part of its own.
        write("a");
        writeInto("salesPrice", "12");
        press(LEFT);
    }

    private void assertLeadsTo(List<String> ids, KeyCode... keys) {
        for (String id : ids) {
            press(keys);
            assertFocused(id);
        }
    }

    @Test
    void eachPartIsOneOrTwoPressesAway() {
        assertLeadsTo(List.of("optionSearch", "stockSearch", "salesPrice"), F6);
        write("3");
        assertEquals("132", text(CarField.SALES_PRICE), "the caret is where it was");
        assertLeadsTo(List.of("stockSearch", "optionSearch", "salesPrice"), SHIFT, F6);
    }

    @ProofTest
    void problemsAreAPartWhileTheyAreShown() {
        press(SHORTCUT, ENTER);
        assertTrue(focusedId().startsWith("problem-"));
        String first = focusedId();
        press(F6);
        assertFocused("salesPrice");
        assertHidden(first, "folded, because the form needs the room");
        press(SHIFT, F6);
        assertFocused(first);
        assertVisible(first);
        assertLeadsTo(List.of("stockSearch", "optionSearch", "salesPrice"), SHIFT, F6);
    }

    @ProofTest
    void outcomeIsAPartWhileItIsShown() {
        step(this::typeCar);
        sendByKeys();
        press(F6);
        assertFocused("salesPrice");
        press(SHIFT, F6);
        assertFocused("nextCar");
    }

    private boolean hasRing(String id) {
        return onFxThread(() -> ((Region) node(id)).getBorder() != null);
    }

    @Test
    void environmentIsChosenByKeys() {
        focus("profile-practice");
        press(RIGHT);
        assertFocused("profile-staging");
        assertTrue(hasRing("profile-staging"));
        assertFalse(hasRing("profile-practice"));
        press(SPACE);
        assertLabel("environmentWord", "STAGING");
        press(F6);
        write("3");
        assertEquals("132", text(CarField.SALES_PRICE), "the caret is where it was");
    }
}
