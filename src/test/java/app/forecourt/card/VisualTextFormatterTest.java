package app.forecourt.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Order and forms of letters in the PDF file. The expected texts are from left to right. */
class VisualTextFormatterTest {
    @ParameterizedTest
    @CsvSource({
        // Letters that join on both sides, and those that join only the letter before.
        "سيارة, \uFE93\uFEAD\uFE8E\uFEF4\uFEB3",
        "سيارات جميلة, \uFE94\uFEE0\uFEF4\uFEE4\uFE9F \uFE95\uFE8D\uFEAD\uFE8E\uFEF4\uFEB3",
        // Lam and alef are one glyph, with and without a letter before.
        "سلام, \uFEE1\uFEFC\uFEB3",
        "لا, \uFEFB",
        // A vowel sign does not separate letters. Its glyph is drawn over the next one.
        "بَب, \uFE90\u064E\uFE91",
        // Persian letters.
        "گچ, \uFB7B\uFB94",
        // Numbers and Latin words keep their order.
        "سيارة Golf 7, Golf 7 \uFE93\uFEAD\uFE8E\uFEF4\uFEB3"
    })
    void arabicLettersAreJoined(String text, String glyphs) {
        assertEquals(glyphs, VisualTextFormatter.of(text, CardFont.REGULAR));
    }

    @ParameterizedTest
    @CsvSource({
        "רכב (חדש), (שדח) בכר",
        "\u05E9\u05B8\u05DC\u05D5\u05B9\u05DD, \u05DD\u05B9\u05D5\u05DC\u05B8\u05E9",
        "Kia חדש, Kia שדח"
    })
    void hebrewIsInReverse(String text, String glyphs) {
        assertEquals(glyphs, VisualTextFormatter.of(text, CardFont.REGULAR));
    }

    @ParameterizedTest
    @EnumSource(CardFont.class)
    void widthIsOfJoinedLetters(CardFont font) {
        assertEquals(font.width("\uFEB3\uFEFC\uFEE1", 10), font.width("سلام", 10));
    }
}
