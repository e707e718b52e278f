package app.forecourt.ui.window;

import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;

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
        assertVisible("firstConnect", "nothing was typed in the settings");
        assertFocused("firstConnect");

        preferences.put(CLIENT_ID, "id");
        vault.put(CLIENT_SECRET, "secret").join();
        push("firstConnect");
        layOut();
        assertHidden("firstConnect");
        assertVisible("firstImport");
        assertFocused("licensePlate");
    }
}
