package app.forecourt.option.paste;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.option.SampleOptionList;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of precision and recall of pasted lists. No rule was made for the held-out list. */
class PasteMatchTest {
    @ParameterizedTest
    @CsvSource({"nl, 0.95", "de, 0.95", "en, 0.95", "fr, 0.95", "mixed, 0.95", "held-out, 0.85"})
    void sampleListIsMatched(String name, double least) {
        SampleOptionList list = SampleOptionList.of(name);
        Set<String> found = TrapLines.names(CATALOGUE.parse(list.text(), Set.of()), MatchQuality.LIKENESS);
        Set<String> wrong = without(found, list.expected());
        Set<String> missed = without(list.expected(), found);
        double right = found.size() - wrong.size();
        assertTrue(right / found.size() >= least, "wrong: " + wrong);
        assertTrue(right / list.expected().size() >= least, "missed: " + missed);
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }
}
