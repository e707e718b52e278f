package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.settings.SystemEnvironment;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Test of the name that is offered for a desk. */
class DeskNameSuggestionTest {
    private static String name(Map<String, String> variables, String user, Optional<String> host) {
        return DeskNameSuggestion.suggestion(
                new SystemEnvironment(variables::get, Map.of("user.name", user)::get), () -> host);
    }

    @Test
    void userAndComputerAreNamed() {
        assertEquals("anna, DESK-2", name(Map.of("COMPUTERNAME", "DESK-2"), "anna", Optional.of("other")));
        assertEquals("anna, desk-2", name(Map.of("HOSTNAME", "desk-2.dealer.lan"), "anna", Optional.empty()));
        assertEquals("anna, desk-2", name(Map.of(), "anna", Optional.of("desk-2.local")));
    }

    @Test
    void namelessComputerAndLongNamesAreFine() {
        assertEquals("anna", name(Map.of(), "anna", Optional.empty()));
        assertEquals(
                SharedStockSettingsInput.LONGEST_NAME,
                name(Map.of(), "a".repeat(80), Optional.of("b")).length());
        assertFalse(DeskNameSuggestion.suggestion(SystemEnvironment.ofProcess()).isBlank());
    }
}
