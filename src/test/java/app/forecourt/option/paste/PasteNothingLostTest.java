package app.forecourt.option.paste;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.TriesOfProofHook;
import app.forecourt.text.WordStemmer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;

/**
 * Tests that each word of a pasted list is in the text of a match or in an unmatched text, and an unknown word in an
 * unmatched text. Only the words of {@link #mayBeDropped} may be lost. {@link PasteTrapTest} has lines in which known
 * words mean another thing.
 */
class PasteNothingLostTest {
    /** Invented words. */
    private static final List<String> UNKNOWN = List.of("gloepwortel", "Knisterbaak", "flunsermon");

    private static final Set<String> HEADINGS = Set.of("sicherheit", "comfort");
    private static final Set<String> CODES = Set.of("xyz");
    private static final Pattern NUMBER = Pattern.compile(".*\\d.*");

    /** Returns whether a word tells nothing about the equipment: prices, order codes, headings and stop words. */
    private static boolean mayBeDropped(String word) {
        return PhraseIndexes.GRAMMAR.isStopWord(WordStemmer.stem(word))
                || NUMBER.matcher(word).matches()
                || word.equals("eur")
                || HEADINGS.contains(word)
                || CODES.contains(word);
    }

    private static List<String> lostWords(String text) {
        PasteResult pasted = CATALOGUE.parse(text, Set.of());
        Set<String> unmatched = words(pasted.unmatched().stream().map(PasteResult.UnmatchedText::text));
        Set<String> matched =
                words(pasted.matches().stream().flatMap(match -> TrapLines.texts(pasted, match).stream()));
        matched.removeAll(words(UNKNOWN.stream()));
        return WordStemmer.splitWords(text).stream()
                .filter(word -> !mayBeDropped(word) && !unmatched.contains(word) && !matched.contains(word))
                .toList();
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.flatMap(text -> WordStemmer.splitWords(text).stream()).collect(Collectors.toSet());
    }

    @Test
    void unknownHeadingIsUnmatched() {
        PasteResult pasted = CATALOGUE.parse("Gloepwortel:\nABS\nWinterpaket:\nESP", Set.of());
        assertEquals(
                List.of("Gloepwortel:", "Winterpaket:"),
                pasted.unmatched().stream().map(PasteResult.UnmatchedText::text).toList());
        assertEquals(2, pasted.matches().size(), "a heading is no option");
    }

    @Provide
    Arbitrary<String> lists() {
        Arbitrary<String> names = Arbitraries.of(PhraseIndexes.WORDS.entries().stream()
                .flatMap(entry -> entry.words().stream())
                .toList());
        Arbitrary<String> between = Arbitraries.of(
                ", ",
                "; ",
                " und ",
                " en ",
                " mit ",
                " avec ",
                " / ",
                " + ",
                " - ",
                "\n",
                "\n• ",
                "\nComfort:\n",
                " für ",
                " of ",
                " (",
                ") ",
                " ");
        Arbitrary<String> before = Arbitraries.of("", "", "- ", "4A3 ", "XYZ ", "Sicherheit: ", "€ 1.250,- ");
        Arbitrary<String> things = Arbitraries.frequencyOf(Tuple.of(3, names), Tuple.of(1, Arbitraries.of(UNKNOWN)));
        return Combinators.combine(
                        before,
                        things,
                        Combinators.combine(between, things)
                                .as(String::concat)
                                .list()
                                .ofMaxSize(4))
                .as((start, first, others) -> start + first + String.join("", others));
    }

    @AddLifecycleHook(TriesOfProofHook.class)
    @Property(tries = 1000, seed = "20261127")
    void noWordOfAGeneratedListIsLost(@ForAll("lists") String list) {
        assertEquals(List.of(), lostWords(list), () -> list + " " + CATALOGUE.parse(list, Set.of()));
    }
}
