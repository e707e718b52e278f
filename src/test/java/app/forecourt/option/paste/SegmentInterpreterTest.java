package app.forecourt.option.paste;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.option.CarOption;
import app.forecourt.testing.ProofTest;
import app.forecourt.text.WordStemmer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link SegmentInterpreter} with invented words, so that no rule of the word files applies. */
class SegmentInterpreterTest {

    /**
     * Returns the options of a text with their quality, by a list of the given names; "gone" if something is absent.
     */
    private static Set<String> read(String text, String... listed) {
        SegmentInterpreter.Interpretation meant =
                new SegmentInterpreter(PhraseIndexes.of(listed), PhraseIndexes.GRAMMAR).parse(text);
        Set<String> found = meant.meanings().stream()
                .map(meaning -> meaning.alternatives().stream()
                                .flatMap(Set::stream)
                                .sorted()
                                .collect(Collectors.joining(" or "))
                        + " " + meaning.quality())
                .collect(Collectors.toSet());
        if (meant.isAbsent()) {
            found.add("gone");
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // One unknown word of any length does not change a name of five letters.
                "Wabbo gonsterbraakvloer | wabbo LIKENESS", "Wabbo links gonsterbraakvloer | wabbo LIKENESS",
                // It may change a shorter name, and so may two longer words.
                "Wubb gonsterbraakvloer | ''", "Wabbo kniestervloep gonsterbraak | ''",
                // Half of the letters are enough.
                "Wabbok fyp gru | wabbok LIKENESS", "Wabbok fyp grum | ''",
                // Neutral words do not count.
                "Wabbo elektrisch standaard links vollständig | wabbo SYNONYM", "Wabbo cover | ''"
            })
    void knownNamesMustCoverHalfOfTheLetters(String text, String meant) {
        assertEquals(meant.isEmpty() ? Set.of() : Set.of(meant), read(text, "Wabbo", "Wubb", "Wabbok"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Wabbo aa bb cc dd ee Zirrek | wabbo_zirrek SYNONYM", "Wabbo aa bb cc dd ee ff Zirrek | ''"})
    void wordsOfANameMustBeCloseTogether(String text, String meant) {
        assertEquals(meant.isEmpty() ? Set.of() : Set.of(meant), read(text, "Wabbo Zirrek"));
    }

    @Test
    void largerNameIsPreferred() {
        assertEquals(Set.of("wabbo_zirrek EXACT"), read("Wabbo Zirrek", "Wabbo", "Wabbo Zirrek", "Zirrek"));
        assertEquals(
                Set.of("wabbo_zirrek LIKENESS"),
                read("Wabbo Zirreck", "Wabbo", "Wabbo Zirrek"),
                "though a word of it is only guessed");
        assertEquals(
                Set.of("wabbo_zirrek LIKENESS"),
                read("Wabbozirrek kast", "Wabbo", "Wabbo Zirrek", "Zirrek"),
                "though all stand in the same place");
    }

    @Test
    void exactWordIsPreferredToAGuess() {
        assertEquals(Set.of("zirrek EXACT"), read("Zirrek", "Zirrek", "Zirrep"));
        assertEquals(Set.of("zirrep LIKENESS"), read("Zirret", "Zirrep"));
    }

    @Test
    void joinedPartsAreParsedOneByOne() {
        assertEquals(Set.of("wabbo SYNONYM"), read("gloepwortel knisterbaak flunsermon en Wabbo links", "Wabbo"));
        assertEquals(
                Set.of("wabbo EXACT", "zirrek EXACT"),
                read("Wabbo en gloepwortel knisterbaak flunsermon und Zirrek", "Wabbo", "Zirrek"));
        assertEquals(Set.of("zirrek EXACT"), read("und gloepwortel knisterbaak und Zirrek und", "Zirrek"));
    }

    @Test
    void negatedNameIsAbsent() {
        assertEquals(Set.of("gone"), read("Optional Wabbo", "Wabbo"));
        assertEquals(
                Set.of("optional_wabbo EXACT"),
                read("Optional Wabbo", "Optional Wabbo"),
                "but not if that is its name");
        assertEquals(Set.of("gone"), read("ohne Wabbo", "Wabbo"));
        assertEquals(Set.of("gone", "zirrek EXACT"), read("Zirrek ohne Wabbo", "Wabbo", "Zirrek"));
        assertEquals(Set.of("ohne_wabbo EXACT"), read("Ohne Wabbo", "Ohne Wabbo", "Wabbo"));
    }

    @ProofTest
    void capitalsAreACodeUnlessTheyAreAName() {
        assertEquals(Set.of("wabbo EXACT"), read("QXF Wabbo", "Wabbo"));
        assertEquals(Set.of("qxf_wabbo EXACT"), read("QXF Wabbo", "Wabbo", "QXF Wabbo"));
        assertEquals(Set.of("gone"), read("QXF ohne Wabbo", "Wabbo"));
        assertEquals(Set.of("wub EXACT"), read("QXFZ Wub", "Wub"), "though with it less than half is understood");
        assertEquals(Set.of("wabbo LIKENESS"), read("QXF Wabbo", "Wabbo", "Zirrek QXF"), "though it is another one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wab bo | Wabbo | wabbo EXACT",
                "Wabboe Zirr | Wabbozirr | wabbozirr SYNONYM",
                "Wabbos Zirren | Wabboszirr | wabboszirr SYNONYM",
                "Kniep Wab bo fyp | Wabbo | ''",
                "Wabb. | Wabbozirr | wabbozirr LIKENESS",
                "Wab. | Wabbozirr | wabbozirr LIKENESS",
                "Wa. | Wabbozirr | ''",
                "Wabbo und Zirrek | Wabbo Zirrek | wabbo_zirrek SYNONYM",
                "Wabbo Zirrek | Wabbo mit Zirrek | wabbo_mit_zirrek SYNONYM",
                "Wabbo xq | Wabbo | wabbo SYNONYM",
                "Wabbo xqw | Wabbo | wabbo LIKENESS",
                "Wabbo 4711 | Wabbo | wabbo SYNONYM",
                "Wabbo b3x9 | Wabbo | wabbo SYNONYM",
                "Wabbo 17 | Wabbo 17 | wabbo_17 EXACT",
                "Wabbo 18 17 | Wabbo 17 | ''",
                "17 Wabbo | 17 Wabbo | 17_wabbo EXACT",
                "17 18 Wabbo | 17 Wabbo | ''",
                "x | X | ''",
                "qx | QX | qx EXACT"
            })
    void otherSpellingsOfANameAreFound(String text, String listed, String meant) {
        assertEquals(meant.isEmpty() ? Set.of() : Set.of(meant), read(text, listed));
    }

    @Test
    void knownWordIsNoAbbreviation() {
        assertEmpty(read("Wabbo.", "Wabbo Kniep", "Wabbozirr"));
    }

    @Test
    void compoundOfAnotherThingIsNotMatched() {
        assertEquals(Set.of("wabbo LIKENESS"), read("Zirrekwabbo", "Zirrek Kniep", "Wabbo"));
        assertEmpty(read("Coverwabbo", "Cover Kniep", "Wabbo"));
        assertEmpty(read("Wabbocover", "Cover Kniep", "Wabbo"));
    }

    @Test
    void ownNameTakesPrecedenceOverSynonyms() {
        assertEquals(Set.of("esp SYNONYM"), read("ESC", "Wabbo"));
        var phrases = PhraseIndexes.of(List.of(new CarOption("abs", "ESC")));
        assertEquals(
                Set.of(Set.of("abs")),
                phrases.phrasesWithin(Set.of("esc")).getFirst().meanings());
        assertEquals("abs", phrases.canonicalName(new CarOption("abs", "ESC")));
        assertEquals(
                "towbar",
                PhraseIndexes.of(List.of(new CarOption("tow_9", "Trekhaak")))
                        .canonicalName(new CarOption("tow_9", "Trekhaak")),
                "one that is only called otherwise");
    }

    /** The reason is then that the list lacks the option, and not that the text is unknown. */
    @Test
    void unlistedOptionIsKnownByItsName() {
        var phrases = PhraseIndexes.of();
        PhraseIndexes.WORDS.entries().stream()
                .filter(entry -> entry.names().size() == 1)
                .forEach(entry -> {
                    String name = entry.names().iterator().next();
                    Set<String> words = WordStemmer.stems(name).stream()
                            .filter(word -> !PhraseIndexes.GRAMMAR.isStopWord(word))
                            .collect(Collectors.toSet());
                    assertTrue(
                            phrases.phrasesWithin(words).stream()
                                    .anyMatch(phrase -> phrase.words().equals(words)
                                            && phrase.meanings().contains(Set.of(name))),
                            name);
                });
        assertEmpty(phrases.options("abs"));
    }

    @Test
    void tooLongTextIsNoName() {
        assertEquals(Set.of("wabbo SYNONYM"), read("Wabbo" + " ab".repeat(131) + " x", "Wabbo"));
        assertEmpty(read("Wabbo" + " ab".repeat(131) + " xy", "Wabbo"));
    }
}
