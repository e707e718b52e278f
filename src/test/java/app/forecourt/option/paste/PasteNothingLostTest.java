package app.forecourt.option.paste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionWords;
import app.forecourt.option.SampleOptionList;
import app.forecourt.option.Synonyms;
import app.forecourt.option.paste.PasteResult.Match;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each word of a pasted list is in the name of an option that was found, or it is left over. What may be dropped is told
 * by {@link #mayBeDropped}.
 */
class PasteNothingLostTest {
    private static final List<CarOption> LIST = SampleOptionList.practice("PRODUCTION_LIKE");
    private static final OptionCatalogue CATALOGUE = new OptionCatalogue(LIST);
    private static final EquipmentListGrammar WRITING = new EquipmentListGrammar();
    private static final OptionWords WORDS = new OptionWords();
    private static final OptionPhraseIndex PHRASES = new OptionPhraseIndex(LIST, WORDS, WRITING);
    private static final WordGuesser GUESSES = new WordGuesser(PHRASES);
    /** Words that no language has. */
    private static final List<String> UNKNOWN = List.of("gloepwortel", "Knisterbaak", "flunsermon");
    private static final Set<String> HEADINGS = Set.of("sicherheit", "comfort");
    private static final Set<String> CODES = Set.of("xyz");
    private static final Pattern NUMBER = Pattern.compile(".*\\d.*");

    /** Bullets are no words. Prices, order codes, headings and small words say nothing of the equipment. */
    private static boolean mayBeDropped(String word) {
        return WRITING.isSmall(WordStemmer.stem(word)) || NUMBER.matcher(word).matches() || word.equals("eur")
                || HEADINGS.contains(word) || CODES.contains(word);
    }

    private static List<String> lost(String text) {
        PasteResult pasted = CATALOGUE.read(text, Set.of());
        Set<String> shown = pasted.rest().stream().flatMap(rest -> WordStemmer.spelled(rest.text()).stream())
                .collect(Collectors.toSet());
        pasted.matches().forEach(match -> shown.addAll(named(match)));
        return WordStemmer.spelled(text).stream().filter(word -> !mayBeDropped(word) && !shown.contains(word))
                .toList();
    }

    /** Returns the words of a match's texts that the option is called by, or that say nothing beside its name. */
    private static Set<String> named(Match match) {
        Set<String> names = names(match.option());
        var named = new HashSet<String>();
        for (String text : match.texts()) {
            var words = new SegmentTokens(text, PHRASES, GUESSES, WRITING);
            List<String> spelled = WordStemmer.spelled(text);
            IntStream.range(0, spelled.size()).filter(at -> WRITING.isBeside(words.all().get(at)) || words
                    .known().stream()
                    .anyMatch(word -> names.contains(word) && words.places(Set.of(word)).get(at)))
                    .forEach(at -> named.add(spelled.get(at)));
        }
        return named;
    }

    /** Returns all words that an option is called by, and those that it is more of than. */
    private static Set<String> names(CarOption option) {
        String name = Synonyms.meaning(option.name());
        return Stream.concat(Stream.of(name), WRITING.general(name).stream())
                .flatMap(meaning -> Stream.concat(WORDS.of(meaning).stream(),
                        Stream.concat(Stream.of(meaning), PHRASES.options(meaning).stream()
                                .flatMap(other -> Stream.of(other.name(), other.prettyName())))))
                .flatMap(text -> WordStemmer.words(text).stream()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("app.forecourt.option.paste.TrapLines#names")
    void noWordOfATrapLineIsLost(String name) {
        check(name);
    }

    @ParameterizedTest
    @MethodSource("app.forecourt.option.paste.TrapLines#heldOut")
    void noWordOfAHeldOutLineIsLost(String name) {
        check(name);
    }

    private static void check(String name) {
        assertEquals(List.of(), TrapLines.of(name).traps().stream().map(TrapLines.Trap::line)
                .filter(line -> !lost(line).isEmpty()).map(line -> line + " " + lost(line)).toList());
    }

    @Test
    void headingThatIsNoneOfTheKnownIsLeftOver() {
        PasteResult pasted = CATALOGUE.read("Gloepwortel:\nABS\nWinterpaket:\nESP", Set.of());
        assertEquals(List.of("Gloepwortel:", "Winterpaket:"),
                pasted.rest().stream().map(PasteResult.Rest::text).toList());
        assertEquals(2, pasted.matches().size(), "a heading is no option");
    }

    @Provide
    Arbitrary<String> lists() {
        Arbitrary<String> names = Arbitraries
                .of(WORDS.entries().stream().flatMap(entry -> entry.words().stream()).toList());
        Arbitrary<String> between = Arbitraries.of(", ", "; ", " und ", " en ", " mit ", " avec ", " / ",
                " + ",
                " - ", "\n", "\n• ", "\nComfort:\n", " für ", " of ", " (", ") ", " ");
        Arbitrary<String> before = Arbitraries.of("", "", "- ", "4A3 ", "XYZ ", "Sicherheit: ", "€ 1.250,- ");
        Arbitrary<String> things = Arbitraries.frequencyOf(Tuple.of(3, names),
                Tuple.of(1, Arbitraries.of(UNKNOWN)));
        return Combinators.combine(before, things,
                Combinators.combine(between, things).as(String::concat).list().ofMaxSize(4))
                .as((start, first, others) -> start + first + String.join("", others));
    }

    @Property(tries = 1000, seed = "20261127")
    void noWordOfAGeneratedListIsLost(@ForAll("lists") String list) {
        assertEquals(List.of(), lost(list), () -> list + " " + CATALOGUE.read(list, Set.of()));
    }

    @Property(tries = 300, seed = "20261127")
    void unknownWordIsLeftOverWhateverStandsBesideIt(@ForAll("lists") String list) {
        PasteResult pasted = CATALOGUE.read(list, Set.of());
        UNKNOWN.stream().filter(list::contains).forEach(word -> assertTrue(
                pasted.rest().stream().anyMatch(rest -> rest.text().contains(word)),
                () -> list + " " + pasted));
    }
}
