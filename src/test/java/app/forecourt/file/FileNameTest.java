package app.forecourt.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.LongWait;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Golf 1.5 TSI | Golf 1.5 TSI.pdf",
                "a/b\\c: | a b c.pdf",
                "'' | card.pdf",
                "... | card.pdf",
                ".hidden | hidden.pdf",
                "x. | x.pdf",
                "Contour | Contour.pdf",
                "COM10 | COM10.pdf"
            })
    void nameIsValidEverywhere(String text, String name) {
        assertEquals(name, FileName.of(text, "card", ".pdf"));
    }

    /** Windows takes these names for devices, whatever the extension. */
    @ParameterizedTest
    @ValueSource(
            strings = {"CON", "con", "PRN", "aux", "NUL", "COM1", "lpt9", "COM\u00b2", "CONIN$", "nul.tar", "CON .x"})
    void deviceOfWindowsGetsAWordBefore(String text) {
        assertEquals("card " + text + ".pdf", FileName.of(text, "card", ".pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"con\u00a0", "\u2003con", "con\u3000.", "con\u202f"})
    void deviceBesideUnicodeSpaceGetsAWordBefore(String text) {
        assertEquals("card con.pdf", FileName.of(text, "card", ".pdf"));
    }

    /** Takes milliseconds; an algorithm of quadratic time would take minutes. */
    @Test
    @Timeout(value = LongWait.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void longNameIsStrippedInLinearTime() {
        String text = "x" + " .".repeat(300_000) + "x";
        assertEquals("x.pdf", FileName.of(text, "card", ".pdf"));
    }

    @Test
    void controlCharactersAreSpaces() {
        assertEquals("a b c.pdf", FileName.of("a\u0000b\n\u202Ec", "card", ".pdf"));
    }

    @Test
    void longNameIsCutBetweenCharacters() {
        String name = FileName.of("\uD83D\uDE97".repeat(200), "card", ".pdf");
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255, name);
        assertTrue(name.endsWith("\uD83D\uDE97.pdf"), name);
    }
}
