package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Assertions on a part of a text. A failure prints the text. */
public final class TextAssertions {
    private TextAssertions() {}

    public static void assertContains(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    public static void assertLacks(String part, String text) {
        assertFalse(text.contains(part), text);
    }

    public static void assertStartsWith(String start, String text) {
        assertTrue(text.startsWith(start), text);
    }

    public static void assertEndsWith(String end, String text) {
        assertTrue(text.endsWith(end), text);
    }
}
