package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The end of a test home. */
class TestHomeTest {
    @Test
    void testLeavesNothing() throws IOException {
        TestHome home = new TestHome();
        Journal journal = home.journal();
        journal.open();
        Path directory = home.path();
        assertTrue(Files.exists(home.journalFile()));
        home.afterEach(null);
        assertThrows(RuntimeException.class, journal::stock);
        assertFalse(Files.exists(directory));
    }
}
