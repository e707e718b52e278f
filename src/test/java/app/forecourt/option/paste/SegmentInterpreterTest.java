package app.forecourt.option.paste;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.option.CarOption;
import app.forecourt.text.WordStemmer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link SegmentInterpreter} with invented words, so that no rule of the word files applies. */
class SegmentInterpreterTest {

    private static void check(String text, String listed, String meant) {
        assertEquals(meant.isEmpty() ? Set.of() : Set.of(meant.split(", ")), read(text, listed.split(", ")));
    }

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
                                .collect(joining(" or "))
                        + " " + meaning.quality())
                .collect(toSet());
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
        check(text, "Wabbo, Wubb, Wabbok", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Wabbo aa bb cc dd ee Zirrek | wabbo_zirrek SYNONYM", "Wabbo aa bb cc dd ee ff Zirrek | ''"})
    void wordsOfANameMustBeCloseTogether(String text, String meant) {
        check(text, "Wabbo Zirrek", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Other spellings of a name.
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
                "qx | QX | qx EXACT",
                // The larger or exact name is preferred.
                "Wabbo Zirrek | Wabbo, Wabbo Zirrek, Zirrek | wabbo_zirrek EXACT",
                // A word of the larger name is only guessed.
                "Wabbo Zirreck | Wabbo, Wabbo Zirrek | wabbo_zirrek LIKENESS",
                // All names are in the same place.
                "Wabbozirrek kast | Wabbo, Wabbo Zirrek, Zirrek | wabbo_zirrek LIKENESS",
                "Zirrek | Zirrek, Zirrep | zirrek EXACT",
                "Zirret | Zirrep | zirrep LIKENESS",
                "Wabbo. | Wabbo Kniep, Wabbozirr | ''",
                "Zirrekwabbo | Zirrek Kniep, Wabbo | wabbo LIKENESS",
                "Coverwabbo | Cover Kniep, Wabbo | ''",
                "Wabbocover | Cover Kniep, Wabbo | ''",
                // Joined parts are parsed one by one.
                "gloepwortel knisterbaak flunsermon en Wabbo links | Wabbo | wabbo SYNONYM",
                "Wabbo en gloepwortel knisterbaak flunsermon und Zirrek | Wabbo, Zirrek | wabbo EXACT, zirrek EXACT",
                "und gloepwortel knisterbaak und Zirrek und | Zirrek | zirrek EXACT",
                // A negated name is absent.
                "Optional Wabbo | Wabbo | gone",
                "ohne Wabbo | Wabbo | gone",
                "Zirrek ohne Wabbo | Wabbo, Zirrek | gone, zirrek EXACT",
                // The negation is a part of the name.
                "Optional Wabbo | Optional Wabbo | optional_wabbo EXACT",
                "Ohne Wabbo | Ohne Wabbo, Wabbo | ohne_wabbo EXACT",
                "QXF ohne Wabbo | Wabbo | gone",
                // Capitals are a code unless they are a name.
                "QXF Wabbo | Wabbo | wabbo EXACT",
                "QXF Wabbo | Wabbo, QXF Wabbo | qxf_wabbo EXACT",
                // With the code, less than half of the text is understood.
                "QXFZ Wub | Wub | wub EXACT",
                "QXF Wabbo | Wabbo, Zirrek QXF | wabbo LIKENESS"
            })
    void nameIsFoundInAText(String text, String listed, String meant) {
        check(text, listed, meant);
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
                            .collect(toSet());
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
