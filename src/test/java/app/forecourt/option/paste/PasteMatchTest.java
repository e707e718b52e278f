package app.forecourt.option.paste;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.option.EquivalentOptions;
import app.forecourt.option.SampleOptionList;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of precision and recall of pasted lists; {@code target/paste-match.md} has the figures and the errors. */
@Tag("report")
class PasteMatchTest {
    private static final double PRECISION = 0.95;
    private static final double RECALL = 0.95;
    private static final double HELD_OUT = 0.85;
    private static final TreeMap<String, List<String>> REPORT = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"nl", "de", "en", "fr", "mixed"})
    void sampleListsAreMatched(String name) {
        Score score = score(SampleOptionList.of(name));
        assertTrue(score.precision() >= PRECISION, score.toString());
        assertTrue(score.recall() >= RECALL, score.toString());
    }

    /** No rule was made for this list, so its result is that of any unknown list. */
    @Test
    void heldOutListIsMostlyMatched() {
        Score score = score(SampleOptionList.of("held-out"));
        assertTrue(score.precision() >= HELD_OUT, score.toString());
        assertTrue(score.recall() >= HELD_OUT, score.toString());
    }

    private record Score(Set<String> right, Set<String> wrong, Set<String> missed) {
        double precision() {
            return (double) right.size() / (right.size() + wrong.size());
        }

        double recall() {
            return (double) right.size() / (right.size() + missed.size());
        }
    }

    private Score score(SampleOptionList list) {
        PasteResult pasted = CATALOGUE.parse(list.text(), Set.of());
        List<Match> taken = pasted.matches().stream()
                .filter(match -> match.quality() != MatchQuality.PERHAPS)
                .toList();
        Set<String> found = taken.stream()
                .map(match -> EquivalentOptions.canonicalName(match.option().name()))
                .collect(Collectors.toCollection(TreeSet::new));
        var right = new TreeSet<>(found);
        right.retainAll(list.expected());
        var wrong = new TreeSet<>(found);
        wrong.removeAll(list.expected());
        var missed = new TreeSet<>(list.expected());
        missed.removeAll(found);
        var score = new Score(right, wrong, missed);
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.3f | %.3f | %d | %d | %d |",
                list.name(),
                list.text().lines().count(),
                list.expected().size(),
                score.precision(),
                score.recall(),
                count(taken, MatchQuality.EXACT),
                count(taken, MatchQuality.SYNONYM),
                count(taken, MatchQuality.LIKENESS)));
        taken.stream()
                .filter(match -> wrong.contains(
                        EquivalentOptions.canonicalName(match.option().name())))
                .forEach(match -> lines.add("- wrong: " + match));
        missed.forEach(name -> lines.add("- missed: " + name));
        pasted.matches().stream()
                .filter(match -> match.quality() == MatchQuality.PERHAPS)
                .forEach(match -> lines.add("- perhaps: " + match));
        pasted.unmatched().forEach(rest -> lines.add("- left: " + rest));
        REPORT.put(list.name(), lines);
        return score;
    }

    private static long count(List<Match> matches, MatchQuality how) {
        return matches.stream().filter(match -> match.quality() == how).count();
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("How pasted lists of equipment were read, computed by PasteMatchTest against Practice's options.");
        lines.add("");
        lines.add("| list | lines | options meant | precision | recall | exact | by synonym | by likeness |");
        lines.add("|---|---|---|---|---|---|---|---|");
        REPORT.values().forEach(list -> lines.add(list.getFirst()));
        REPORT.forEach((name, list) -> {
            lines.add("");
            lines.add("## " + name);
            lines.add("");
            lines.addAll(list.subList(1, list.size()));
        });
        Files.write(Path.of("target", "paste-match.md"), lines);
    }
}
