package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Setting;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way to AutoChat on the card of a home without credentials. */
class FirstConnectTest extends MainWindowContentFixture {
    FirstConnectTest() {
        variables = Map.of();
    }

    @Test
    void buttonGoesOnceConnectedAndLeavesTheCaretInThePlate() {
        focus("firstConnect");
        push("firstConnect");
        assertTrue(isVisible("firstConnect"), "nothing was typed in the settings");
        assertEquals("firstConnect", focusedId());

        preferences.put(Setting.CLIENT_ID, "id");
        vault.put(Setting.CLIENT_SECRET, "secret").join();
        push("firstConnect");
        layOut();
        assertFalse(isVisible("firstConnect"));
        assertTrue(isVisible("firstImport"));
        assertEquals("licensePlate", focusedId());
    }
}
