package app.forecourt.option.paste;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;

import app.forecourt.option.EquivalentOptions;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.option.paste.TrapLines.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests with lines that have a word of an option but mean another thing; figures in {@code target/paste-traps.md}. */
@Tag("report")
class PasteTrapTest {
    private static final TreeMap<String, List<String>> REPORT = new TreeMap<>();

    /** A trap line and the program's result. */
    private record Outcome(Trap trap, PasteResult pasted) {
        private static boolean isCertain(Match match) {
            return match.quality().compareTo(MatchQuality.LIKENESS) < 0;
        }

        private static String name(Match match) {
            return EquivalentOptions.canonicalName(match.option().name());
        }

        private Set<String> names(Stream<Match> matches) {
            return matches.map(Outcome::name).collect(Collectors.toSet());
        }

        Set<String> green() {
            return names(pasted.matches().stream().filter(Outcome::isCertain));
        }

        Set<String> ticked() {
            return names(pasted.matches().stream().filter(match -> match.quality() != MatchQuality.PERHAPS));
        }

        List<String> wrong() {
            return green().stream()
                    .filter(name -> !trap.green().contains(name))
                    .sorted()
                    .toList();
        }

        List<String> doubtful() {
            return ticked().stream()
                    .filter(name -> !trap.green().contains(name) && !green().contains(name))
                    .sorted()
                    .toList();
        }

        List<String> missed() {
            return trap.ticked().stream()
                    .filter(name -> !ticked().contains(name))
                    .sorted()
                    .toList();
        }

        /** Words that are neither in an unmatched text nor in the text of an additional option. */
        List<String> lost() {
            List<String> shown = Stream.concat(
                            pasted.unmatched().stream().map(PasteResult.UnmatchedText::text),
                            pasted.matches().stream()
                                    .filter(match -> !trap.green().contains(name(match)))
                                    .flatMap(match -> TrapLines.texts(pasted, match).stream()))
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .toList();
            return trap.other().stream()
                    .filter(word -> shown.stream().noneMatch(text -> text.contains(word.toLowerCase(Locale.ROOT))))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("app.forecourt.option.paste.TrapLines#names")
    void noCertainMatchIsWrongAndNoWordIsLost(String name) {
        check(name);
    }

    /** No rule was made for any of these lines. */
    @ParameterizedTest
    @MethodSource("app.forecourt.option.paste.TrapLines#heldOut")
    void heldOutLinesAreParsedCorrectly(String name) {
        check(name);
    }

    private static void check(String name) {
        List<Outcome> outcomes = TrapLines.of(name).traps().stream()
                .map(trap -> new Outcome(trap, CATALOGUE.parse(trap.line(), Set.of())))
                .toList();
        List<String> wrong = report(outcomes, "wrong", Outcome::wrong);
        List<String> missed = report(outcomes, "missed", Outcome::missed);
        List<String> lost = report(outcomes, "lost", Outcome::lost);
        List<String> doubtful = report(outcomes, "ticked in amber", Outcome::doubtful);
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d |",
                name,
                outcomes.size(),
                outcomes.stream().mapToInt(outcome -> outcome.green().size()).sum(),
                wrong.size(),
                doubtful.size(),
                missed.size(),
                lost.size()));
        Stream.of(wrong, missed, lost, doubtful).forEach(lines::addAll);
        REPORT.put(name, lines);
        assertEmpty(wrong);
        assertEmpty(missed);
        assertEmpty(lost);
    }

    private static List<String> report(List<Outcome> outcomes, String what, Function<Outcome, List<String>> of) {
        return outcomes.stream()
                .filter(outcome -> !of.apply(outcome).isEmpty())
                .map(outcome ->
                        "- " + what + ": `" + outcome.trap().line() + "` " + String.join(", ", of.apply(outcome)))
                .toList();
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        var lines = new ArrayList<String>();
        lines.add(
                "How the trap lines of pasted lists were read, computed by PasteTrapTest against Practice's options.");
        lines.add("");
        lines.add("Figures are lines, but for *green*, which counts options.");
        lines.add("");
        lines.add("| traps | lines | green | wrong green | ticked in amber, not meant | option missed | word lost |");
        lines.add("|---|---|---|---|---|---|---|");
        REPORT.values().forEach(list -> lines.add(list.getFirst()));
        REPORT.forEach((name, list) -> {
            lines.add("");
            lines.add("## " + name);
            lines.add("");
            lines.addAll(list.subList(1, list.size()));
        });
        Files.write(Path.of("target", "paste-traps.md"), lines);
    }
}
