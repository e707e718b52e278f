package app.forecourt.option;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.text.Language;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the first hits of short searches, because Enter takes the first hit. */
class OptionSearchTableTest {
    private static final double MEANT = 0.95;

    /** Line of the table: a typed text and the options that may be its first hit. */
    private record Search(String typed, List<String> meant) {
        static Search of(String line) {
            String[] sides = line.split(" => ");
            return new Search(
                    sides[0],
                    Arrays.stream(sides[1].split(", "))
                            .map(EquivalentOptions::canonicalName)
                            .toList());
        }

        String first(Language language) {
            return CATALOGUE.find(typed, language).stream()
                    .findFirst()
                    .map(found -> EquivalentOptions.canonicalName(found.option().name()))
                    .orElse("nothing");
        }
    }

    private static List<Search> searches(Language language) {
        return SampleOptionList.read("/options/searches.txt")
                .lines()
                .dropWhile(line -> !line.equals("# " + language.locale().getLanguage()))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> !line.isBlank())
                .map(Search::of)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void firstHitIsTheOptionThatIsMeant(Language language) {
        List<Search> searches = searches(language);
        List<String> others = searches.stream()
                .filter(search -> !search.meant().contains(search.first(language)))
                .map(search -> search.typed() + ": " + search.first(language) + ", meant "
                        + String.join(" or ", search.meant()))
                .toList();
        assertEquals(60, searches.size());
        assertTrue(
                others.size() <= searches.size() * (1 - MEANT),
                () -> language + ": " + others.size() + " others\n" + String.join("\n", others));
    }

    /** Each of these once put an option first that has the letters only in the middle of a word. */
    @Test
    void middleOfAWordIsNoFirstHit() {
        assertEquals("adaptive_cruise_control", new Search("acc", List.of()).first(Language.DUTCH));
        assertEquals("start_stop_system", new Search("startstop", List.of()).first(Language.DUTCH));
        assertEquals("nothing", new Search("nap", List.of()).first(Language.DUTCH));
    }
}
