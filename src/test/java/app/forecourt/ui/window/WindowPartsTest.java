package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F6 and Shift+F6 between the parts of the window. */
class WindowPartsTest extends MainWindowFixture {
    @BeforeEach
    void typeLetter() {
        // The card of the first run goes, which is a part of its own.
        write("a");
        focus("salesPrice");
        write("12");
        press(KeyCode.LEFT);
    }

    private void assertLeadsTo(List<String> ids, KeyCode... keys) {
        for (String id : ids) {
            press(keys);
            assertEquals(id, focusedId());
        }
    }

    @Test
    void eachPartIsOneOrTwoPressesAway() {
        assertLeadsTo(List.of("optionSearch", "stockSearch", "salesPrice"), KeyCode.F6);
        write("3");
        assertEquals("132", text(CarField.SALES_PRICE), "the caret is where it was");
        assertLeadsTo(List.of("stockSearch", "optionSearch", "salesPrice"), KeyCode.SHIFT, KeyCode.F6);
    }

    @Test
    void problemsAreAPartWhileTheyAreShown() {
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertTrue(focusedId().startsWith("problem-"));
        String first = focusedId();
        press(KeyCode.F6);
        assertEquals("salesPrice", focusedId());
        assertFalse(isVisible(first), "folded, because the form needs the room");
        press(KeyCode.SHIFT, KeyCode.F6);
        assertEquals(first, focusedId());
        assertTrue(isVisible(first));
        assertLeadsTo(List.of("stockSearch", "optionSearch", "salesPrice"), KeyCode.SHIFT, KeyCode.F6);
    }

    @Tag("proof")
    @Test
    void outcomeIsAPartWhileItIsShown() {
        step(this::typeCar);
        sendByKeys();
        press(KeyCode.F6);
        assertEquals("salesPrice", focusedId());
        press(KeyCode.SHIFT, KeyCode.F6);
        assertEquals("nextCar", focusedId());
    }

    private boolean hasRing(String id) {
        return onFxThread(() -> ((Region) node(id)).getBorder() != null);
    }

    @Test
    void environmentIsChosenByKeys() {
        focus("profile-practice");
        press(KeyCode.RIGHT);
        assertEquals("profile-staging", focusedId());
        assertTrue(hasRing("profile-staging"));
        assertFalse(hasRing("profile-practice"));
        press(KeyCode.SPACE);
        assertEquals("STAGING", label("environmentWord"));
        press(KeyCode.F6);
        write("3");
        assertEquals("132", text(CarField.SALES_PRICE), "the caret is where it was");
    }

    @Tag("proof")
    @Test
    void otherPlacesLeadToTheForm() {
        for (KeyCode[] keys : List.of(new KeyCode[]{KeyCode.F6},
                new KeyCode[]{KeyCode.SHIFT, KeyCode.F6})) {
            focus("profile-practice");
            press(keys);
            assertEquals("salesPrice", focusedId());
        }
    }
}
