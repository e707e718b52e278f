package app.forecourt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of cleaning typed texts. */
class TextSanitizerTest {
    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\r", "\u00A0", "\u2007", "\u202F", "\u2028", "\u3000", " \r\n\t "})
    void surroundingBlanksAreTrimmed(String blanks) {
        assertEquals("a  b", TextSanitizer.trim(blanks + "a  b" + blanks));
        assertEquals("", TextSanitizer.trim(blanks));
    }

    /** Other characters stay, because they are reported. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u000B", "\u001F", "\u200B", "\uFEFF", "."})
    void otherCharactersAreNotTrimmed(String other) {
        assertEquals(other + "a" + other, TextSanitizer.trim(" " + other + "a" + other + " "));
    }

    @ParameterizedTest
    @CsvSource({
        "az-.09,AZ09",
        "\u00E4\u00F6\u00FC,\u00C4\u00D6\u00DC",
        "\u00DF\u0131\u00E9,\u00DF\u0131\u00E9",
        "'a b\u2014c',ABC",
        "`{,`{"
    })
    void bareCodeIsUpperCaseWithoutSeparators(String typed, String bare) {
        assertEquals(bare, TextSanitizer.toBareCode(typed));
    }

    /** Joiners of emoji, Persian letters and hyphens are visible; direction marks and byte order marks are not. */
    @ParameterizedTest
    @CsvSource({
        "200B,true",
        "200C,false",
        "200D,false",
        "00AD,false",
        "202E,true",
        "2066,true",
        "FEFF,true",
        "E0001,true",
        "E0020,false",
        "E007F,false",
        "0041,false",
        "1F697,false",
        "FE0F,false",
        "0000,false"
    })
    void invisibleCharactersAreFound(String hex, boolean invisible) {
        String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";
        assertEquals(invisible, TextSanitizer.hasInvisibleCharacters(text));
        assertEquals(invisible ? "ab" : text, TextSanitizer.removeInvisibleCharacters(text));
    }

    @Test
    void excerptHasSixtyCharacters() {
        String car = "\uD83D\uDE97";
        assertEquals(car.repeat(60), TextSanitizer.excerpt(car.repeat(60)));
        assertEquals(car.repeat(60) + "\u2026", TextSanitizer.excerpt(car.repeat(61)));
        assertEquals("a\uFFFDb\uFFFD", TextSanitizer.excerpt("a\u0007b\u202E"));
    }

    @Test
    void unpairedSurrogateIsAControlCharacter() {
        assertEquals(true, TextSanitizer.hasControlCharacters("a\uD83D"));
        assertEquals(false, TextSanitizer.hasControlCharacters("\uD83D\uDE97"));
        assertEquals(
                true, IntStream.of('\t', '\n', '\r').allMatch(c -> TextSanitizer.hasControlCharacters("" + (char) c)));
        assertEquals(false, TextSanitizer.hasControlCharactersInLines("a\tb\r\nc"));
        assertEquals(true, TextSanitizer.hasControlCharactersInLines("a\u000Bb"));
    }
}
