package app.forecourt.option.paste;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.option.CarOption;
import app.forecourt.option.EquivalentOptions;
import app.forecourt.option.OptionSearchTerms;
import app.forecourt.option.OptionSearchTerms.Synonym;
import app.forecourt.option.SampleOptionList;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.testing.TriesOfProofHook;
import app.forecourt.text.WordStemmer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that each word of a pasted list is in the name of a matching option or in an unmatched text. Only the words of
 * {@link #mayBeDropped} may be lost.
 */
class PasteNothingLostTest {
    private static final List<CarOption> LIST = SampleOptionList.practiceOptions("PRODUCTION_LIKE");
    private static final EquipmentListGrammar GRAMMAR = new EquipmentListGrammar();
    private static final OptionSearchTerms WORDS = new OptionSearchTerms();
    private static final OptionPhraseIndex PHRASES = new OptionPhraseIndex(LIST, WORDS, GRAMMAR);
    private static final WordGuesser GUESSER = new WordGuesser(PHRASES);
    /** Invented words. */
    private static final List<String> UNKNOWN = List.of("gloepwortel", "Knisterbaak", "flunsermon");

    private static final Set<String> HEADINGS = Set.of("sicherheit", "comfort");
    private static final Set<String> CODES = Set.of("xyz");
    private static final Pattern NUMBER = Pattern.compile(".*\\d.*");

    /** Returns whether a word tells nothing about the equipment: prices, order codes, headings and stop words. */
    private static boolean mayBeDropped(String word) {
        return GRAMMAR.isStopWord(WordStemmer.stem(word))
                || NUMBER.matcher(word).matches()
                || word.equals("eur")
                || HEADINGS.contains(word)
                || CODES.contains(word);
    }

    private static List<String> lostWords(String text) {
        PasteResult pasted = CATALOGUE.parse(text, Set.of());
        Set<String> shown = pasted.unmatched().stream()
                .flatMap(rest -> WordStemmer.splitWords(rest.text()).stream())
                .collect(Collectors.toSet());
        pasted.matches().forEach(match -> shown.addAll(coveredWords(pasted, match)));
        return WordStemmer.splitWords(text).stream()
                .filter(word -> !mayBeDropped(word) && !shown.contains(word))
                .toList();
    }

    /** Returns the words of a match's texts that are in a name of the option, or that are neutral. */
    private static Set<String> coveredWords(PasteResult pasted, Match match) {
        Set<String> names = nameWords(match.option());
        var named = new HashSet<String>();
        for (String text : TrapLines.texts(pasted, match)) {
            var words = new SegmentTokens(text, PHRASES, GUESSER, GRAMMAR);
            List<String> spelled = WordStemmer.splitWords(text);
            IntStream.range(0, spelled.size())
                    .filter(at -> GRAMMAR.isNeutral(words.words().get(at))
                            || words.knownWords().stream()
                                    .anyMatch(word -> names.contains(word)
                                            && words.wordIndexes(Set.of(word)).get(at)))
                    .forEach(at -> named.add(spelled.get(at)));
        }
        return named;
    }

    /** Returns all words of an option's names and of its more general options. */
    private static Set<String> nameWords(CarOption option) {
        String name = EquivalentOptions.canonicalName(option.name());
        return Stream.concat(Stream.of(name), GRAMMAR.generalOptions(name).stream())
                .flatMap(meaning -> Stream.concat(
                        WORDS.synonymsOf(meaning).stream().map(Synonym::word),
                        Stream.concat(
                                Stream.of(meaning),
                                PHRASES.options(meaning).stream()
                                        .flatMap(synonym -> Stream.of(synonym.name(), synonym.prettyName())))))
                .flatMap(text -> WordStemmer.stems(text).stream())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("app.forecourt.option.paste.TrapLines#all")
    void noWordOfATrapLineIsLost(String name) {
        assertEmpty(TrapLines.of(name).traps().stream()
                .map(TrapLines.Trap::line)
                .filter(line -> !lostWords(line).isEmpty())
                .map(line -> line + " " + lostWords(line))
                .toList());
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
        Arbitrary<String> names = Arbitraries.of(WORDS.entries().stream()
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
