package app.forecourt.option.paste;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.option.NameSimilarity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link WordGuesser} with invented words, so that no word of the word files is near. */
class WordGuesserTest {
    private static WordGuesser guesser(String... known) {
        return new WordGuesser(PhraseIndexes.of(known));
    }

    @ParameterizedTest
    @CsvSource({
        "wabbu, wabbo, a slip in five letters",
        "wubt, '', of four letters any is near",
        "wubob, wubb, nearest",
        "wabb0, '', a number is no slip",
        "wabboz, '', a longer word is no slip",
        "wabb, '', too short",
        "kabbo, '', the first letter is right",
        "gonstarbra, gonsterbra, a slip",
        "gonstarbru, gonsterbra, two in ten letters",
        "gonstur, '', too short for three",
        "kwolxyga, '', two in eight",
        "kwolxygaz, kwolstgaz, two in nine"
    })
    void nearWordIsGuessed(String word, String meant, String why) {
        assertEquals(
                meant.isEmpty() ? List.of() : List.of(meant),
                guesser("wabbo", "wubb", "gonsterbra", "kwolstga", "kwolstgaz").guess(word),
                why);
    }

    @Test
    void allNearestWordsAreGuessed() {
        assertEquals(List.of("kwolstgaz"), guesser("kwolstgaz", "kwalstguz").guess("kwolstgaf"));
        assertEquals(
                List.of("kwolsta", "kwolstu"),
                guesser("kwolsta", "kwolstu").guess("kwolsto").stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "wubbzirk, wubb zirk",
        "wubbzir, ''",
        "zirwabbo, zir wabbo",
        "wabbozir, wabbo zir",
        "wabboszirk, wabbo zirk",
        "wabboenzirk, wabbo zirk",
        "wabbosfy, ''",
        "wabbowubbzirk, wabbo wubb zirk",
        "wabbowubbzirkwabbo, ''",
        "wabbotzirk, ''",
        "wabbozirkx, ''"
    })
    void compoundIsSplitIntoKnownWords(String word, String parts) {
        assertEquals(
                parts.isEmpty() ? List.of() : List.of(parts.split(" ")),
                guesser("wabbo", "wubb", "zirk", "zir", "fy").guess(word));
    }

    @Test
    void longestFirstPartIsPreferred() {
        assertEquals(
                List.of("wabbozir", "kniep"),
                guesser("wabbo", "zir", "wabbozir", "kniep").guess("wabbozirkniep"));
    }

    @Test
    void tooLongWordIsNotGuessed() {
        String longest = "w".repeat(NameSimilarity.MAX_LENGTH - 1);
        assertEquals(List.of(longest + "a"), guesser(longest + "a").guess(longest + "o"));
        assertEmpty(guesser(longest + "ab").guess(longest + "ob"));
    }

    @Test
    void numberOfGuessedWordsIsLimited() {
        WordGuesser guesses = guesser("wabbo");
        IntStream.range(0, 2_999).forEach(number -> guesses.guess("x" + number));
        assertEquals(List.of("wabbo"), guesses.guess("wabbu"));
        assertEmpty(guesses.guess("wabba"));
        assertEquals(List.of("wabbo"), guesses.guess("wabbu"), "what was looked at is known");
    }
}
