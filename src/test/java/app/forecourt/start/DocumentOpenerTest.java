package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The opening of addresses in other programs. */
class DocumentOpenerTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @ParameterizedTest
    @CsvSource({"Linux, xdg-open", "Mac OS X, open", "Windows 11, rundll32"})
    void eachSystemHasItsCommand(String system, String program) {
        List<String> command = DocumentOpener.command(system, URI.create("https://console.autochat.ai/"));
        assertEquals(program, command.getFirst());
        assertEquals("https://console.autochat.ai/", command.getLast());
    }

    @Test
    void missingProgramIsTold() {
        assertFalse(DocumentOpener.open(List.of("no-such-program")));
        // As xdg-open ends without a browser.
        assertFalse(DocumentOpener.open(List.of(JAVA, "--no-such-option")));
        assertTrue(DocumentOpener.open(List.of(JAVA, "-XX:TieredStopAtLevel=1", "--version")));
    }
}
