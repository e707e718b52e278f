package app.forecourt.option.paste;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.option.CarOption;
import app.forecourt.option.NameSimilarity;
import app.forecourt.option.OptionWords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By words that no language has: those of the word files are nowhere near. */
class WordGuesserTest {
    private static final OptionWords WORDS = new OptionWords();
    private static final EquipmentListGrammar WRITING = new EquipmentListGrammar();

    private static WordGuesser among(String... known) {
        return new WordGuesser(new OptionPhraseIndex(
                Arrays.stream(known).map(word -> new CarOption(word, word)).toList(), WORDS, WRITING));
    }

    @ParameterizedTest
    @CsvSource({"wabbu, wabbo, a slip in five letters", "wubt, '', of four letters any is near",
        "wubob, wubb, nearest", "wabb0, '', a number is no slip", "wabboz, '', a longer word is no slip",
        "wabb, '', too short", "kabbo, '', the first letter is right", "gonstarbra, gonsterbra, a slip",
        "gonstarbru, gonsterbra, two in ten letters", "gonstur, '', too short for three",
        "kwolxyga, '', two in eight", "kwolxygaz, kwolstgaz, two in nine"})
    void whatIsNearIsMeant(String word, String meant, String why) {
        assertEquals(meant.isEmpty() ? List.of() : List.of(meant),
                among("wabbo", "wubb", "gonsterbra", "kwolstga", "kwolstgaz").of(word), why);
    }

    @Test
    void allThatAreEquallyNearMayBeMeantAndNoneThatIsFarther() {
        assertEquals(List.of("kwolstgaz"), among("kwolstgaz", "kwalstguz").of("kwolstgaf"));
        assertEquals(List.of("kwolsta", "kwolstu"),
                among("kwolsta", "kwolstu").of("kwolsto").stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({"wubbzirk, wubb zirk", "wubbzir, ''", "zirwabbo, zir wabbo", "wabbozir, wabbo zir",
        "wabboszirk, wabbo zirk", "wabboenzirk, wabbo zirk", "wabbosfy, ''", "wabbowubbzirk, wabbo wubb zirk",
        "wabbowubbzirkwabbo, ''", "wabbotzirk, ''", "wabbozirkx, ''"})
    void aLongWordIsMadeOfKnownOnes(String word, String parts) {
        assertEquals(parts.isEmpty() ? List.of() : List.of(parts.split(" ")),
                among("wabbo", "wubb", "zirk", "zir", "fy").of(word));
    }

    @Test
    void theLongestFirstPartIsTaken() {
        assertEquals(List.of("wabbozir", "kniep"),
                among("wabbo", "zir", "wabbozir", "kniep").of("wabbozirkniep"));
    }

    @Test
    void wordsThatNoLanguageHasAreNotLookedAt() {
        String longest = "w".repeat(NameSimilarity.LONGEST - 1);
        assertEquals(List.of(longest + "a"), among(longest + "a").of(longest + "o"));
        assertEquals(List.of(), among(longest + "ab").of(longest + "ob"));
    }

    @Test
    void aNovelIsNotLookedThrough() {
        WordGuesser guesses = among("wabbo");
        IntStream.range(0, 2_999).forEach(number -> guesses.of("x" + number));
        assertEquals(List.of("wabbo"), guesses.of("wabbu"));
        assertEquals(List.of(), guesses.of("wabba"));
        assertEquals(List.of("wabbo"), guesses.of("wabbu"), "what was looked at is known");
    }
}
