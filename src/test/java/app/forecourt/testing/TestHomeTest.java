package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.Journal;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ends of a test home, and the directories that stay. */
class TestHomeTest {

    @Test
    void closedHomeOpensAgainWithItsFiles() throws IOException {
        TestHome home = new TestHome();
        Preferences first = home.write("{\"theme\": \"dark\"}").preferences();
        home.close();
        first.put(Setting.THEME, "light");
        assertEquals("dark", home.preferences().stored(Setting.THEME));
        end(home);
    }

    @Test
    void testLeavesNothing() throws IOException {
        TestHome home = new TestHome();
        Journal journal = home.journal();
        journal.open();
        Path directory = home.path();
        assertTrue(Files.exists(home.journalFile()));
        end(home);
        assertThrows(RuntimeException.class, journal::stock);
        assertFalse(Files.exists(directory));
    }

    private static void end(TestHome home) throws IOException {
        home.afterEach(null);
    }
}
