package app.forecourt.option.paste;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;

import app.forecourt.option.EquivalentOptions;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.option.paste.PasteResult.UnmatchedText;
import app.forecourt.option.paste.TrapLines.Trap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests with lines that have a word of an option but mean another thing. No rule was made for the held-out lines. */
class PasteTrapTest {
    @ParameterizedTest
    @MethodSource("app.forecourt.option.paste.TrapLines#all")
    void noCertainMatchIsWrongAndNoWordIsLost(String name) {
        assertEmpty(TrapLines.of(name).traps().stream()
                .flatMap(PasteTrapTest::faults)
                .toList());
    }

    private static Stream<String> faults(Trap trap) {
        PasteResult pasted = CATALOGUE.parse(trap.line(), Set.of());
        Set<String> ticked = TrapLines.names(pasted, MatchQuality.LIKENESS);
        // A word may be in an unmatched text or in the text of an additional option.
        String shown = Stream.concat(
                        pasted.unmatched().stream().map(UnmatchedText::text),
                        pasted.matches().stream()
                                .filter(match -> !trap.green()
                                        .contains(EquivalentOptions.canonicalName(
                                                match.option().name())))
                                .flatMap(match -> TrapLines.texts(pasted, match).stream()))
                .collect(joining("\n"))
                .toLowerCase(Locale.ROOT);
        return Stream.of(
                        TrapLines.names(pasted, MatchQuality.SYNONYM).stream()
                                .filter(name -> !trap.green().contains(name))
                                .map("wrong: "::concat),
                        trap.ticked().stream()
                                .filter(name -> !ticked.contains(name))
                                .map("missed: "::concat),
                        trap.other().stream()
                                .filter(word -> !shown.contains(word.toLowerCase(Locale.ROOT)))
                                .map("lost: "::concat))
                .flatMap(faults -> faults.map((trap.line() + " ")::concat));
    }
}
