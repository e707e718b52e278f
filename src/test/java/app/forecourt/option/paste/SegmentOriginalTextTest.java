package app.forecourt.option.paste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the parts of a text that {@link SegmentOriginalText} shows. */
class SegmentOriginalTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ümlaut mit Größe | 0 | 1 | Ümlaut",
                "Ümlaut mit Größe | 2 | 3 | Größe",
                "Ümlaut mit Größe | 0 | 3 | Ümlaut mit Größe",
                "LED-Licht links | 1 | 2 | LED-Licht",
                "LED (voll) links | 1 | 2 | voll",
                "LED (voll links) kniep | 1 | 3 | voll links",
                "LED voll (links) kniep | 1 | 3 | voll (links)",
                "LED voll), kniep | 1 | 2 | voll",
                "+ LED; voll | 0 | 1 | LED",
                "LED 18\" voll | 1 | 3 | 18\"",
                "A/C, voll | 1 | 2 | voll",
                // A separate inch sign is no token with a word, so the pasted text can't be split there.
                "Größe 18 \" voll | 0 | 1 | grosse",
                "Größe 18 \" voll | 1 | 4 | 18 inch voll"
            })
    void partIsShownAsPasted(String text, int from, int to, String shown) {
        assertEquals(shown, new SegmentOriginalText(text).originalText(from, to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ümlaut mit Größe | 2 | 3 | Größe",
                "LED-Licht links | 1 | 2 | licht",
                "LED-Licht links | 1 | 3 | licht links",
                "LED-Licht links | 0 | 2 | LED-Licht"
            })
    void exactPartHasNoOtherWord(String text, int from, int to, String exact) {
        assertEquals(exact, new SegmentOriginalText(text).exactText(from, to));
    }

    @Test
    void rowIsSeparatedBySlashPlusOrComma() {
        var text = new SegmentOriginalText("Wabbo kast / Zirrek + Fluns kniep");
        assertFalse(text.startsRowItem(1));
        assertTrue(text.startsRowItem(2));
        assertTrue(text.startsRowItem(3));
        assertFalse(text.startsRowItem(4));
        assertFalse(new SegmentOriginalText("Wabbo A/C kast").startsRowItem(1), "a slash within a word");
    }
}
