package app.forecourt.text;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of finding the words that are near a misspelt one. */
class TypoMatcherTest {

    /** No typo in two letters, one in three to six, two from seven letters on; the shorter word counts. */
    @ParameterizedTest
    @CsvSource({
        "ds,ds,true",
        "dz,ds,false",
        "sd,ds,false",
        "bmx,bmw,true",
        "bm,bmw,false",
        "mbw,bmw,true",
        "xmx,bmw,false",
        "nissa,nissan,true",
        "nixxan,nissan,false",
        "inssan,nissan,true",
        "renolt,renault,false",
        "renau,renault,false",
        "rexxult,renault,true",
        "rexxxlt,renault,false",
        "reanutl,renault,true",
        "renaultxx,renault,true",
        "renaulxtxx,renault,false",
        "volkswa,volkswagen,false",
        "volkswag,volkswagen,true"
    })
    void lengthLimitsTheNumberOfTypos(String typed, String word, boolean near) {
        assertEquals(near ? List.of(word) : List.of(), TypoMatcher.nearest(typed, Set.of(word), Map.of(word, word)));
    }

    @Test
    void atMostThreeNearestWordsAreReturned() {
        var words = new LinkedHashSet<>(List.of("aaaaabb", "aaaaaab", "aaaaaba", "aaaabaa", "zzzzzzz"));
        Map<String, String> meanings = words.stream().collect(toMap(word -> word, word -> word));
        assertEquals(List.of("aaaaaab", "aaaaaba", "aaaabaa"), TypoMatcher.nearest("AAAAAAA", words, meanings));
    }

    /** The nearest name of a word counts, and the word is returned once. */
    @Test
    void wordIsNearByAnyOfItsNames() {
        assertEquals(
                List.of("black"),
                TypoMatcher.nearest("shwarz", Set.of("black"), Map.of("schwarz", "black", "schwarx", "black")));
        assertEquals(
                List.of("white", "black"),
                TypoMatcher.nearest(
                        "schwarzen",
                        new LinkedHashSet<>(List.of("black", "white")),
                        Map.of("schwarz", "black", "schwarzes", "white")));
    }
}
