package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import app.forecourt.option.paste.PasteResult.Line;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.option.paste.PasteResult.Reason;
import app.forecourt.option.paste.PasteResult.Segment;
import app.forecourt.option.paste.PasteResult.UnmatchedText;
import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parser of a pasted equipment list in any of the four languages. One instance per text; not thread-safe. */
final class EquipmentListParser {
    /** Maximum number of segments that may share a word: "electric, heated and folding mirrors". */
    private static final int MAX_SHARING = 4;

    private final OptionPhraseIndex phrases;
    private final EquipmentListGrammar grammar;
    private final SegmentInterpreter segmentParser;
    private final Set<String> chosen;
    private final Map<CarOption, Match> matches = new LinkedHashMap<>();

    private record ParsedSegment(String text, boolean absent, SegmentInterpreter.Interpretation interpretation) {
        Stream<String> names() {
            return interpretation.meanings().stream()
                    .flatMap(meaning -> meaning.alternatives().stream())
                    .flatMap(Set::stream)
                    .distinct();
        }

        boolean hasOtherNames(Set<String> names) {
            return names().anyMatch(name -> !names.contains(name));
        }

        boolean isUnknown() {
            return !absent
                    && !interpretation.isAbsent()
                    && interpretation.meanings().isEmpty();
        }
    }

    /**
     * Creates a parser.
     *
     * @param chosen API names of chosen options; they are preferred to their synonyms
     */
    EquipmentListParser(OptionPhraseIndex phrases, EquipmentListGrammar grammar, Collection<String> chosen) {
        this.phrases = phrases;
        this.grammar = grammar;
        this.segmentParser = new SegmentInterpreter(phrases, grammar);
        this.chosen = Set.copyOf(chosen);
    }

    PasteResult parse(String text) {
        var lines = new ArrayList<Line>();
        new EquipmentListSplitter(grammar).split(text).forEach(line -> {
            List<ParsedSegment> segments = parse(line);
            Set<String> general = segments.stream()
                    .flatMap(ParsedSegment::names)
                    .flatMap(name -> grammar.generalOptions(name).stream())
                    .collect(Collectors.toSet());
            List<Segment> results = segments.stream()
                    .map(segment -> result(segment, general))
                    .filter(segment -> !segment.isEmpty())
                    .toList();
            if (!results.isEmpty()) {
                lines.add(new Line(results));
            }
        });
        return new PasteResult(List.copyOf(matches.values()), List.copyOf(lines));
    }

    private List<ParsedSegment> parse(EquipmentListSplitter.Line line) {
        List<ParsedSegment> segments = line.segments().stream()
                .map(segment -> new ParsedSegment(
                        segment.text(),
                        segment.isAbsent(),
                        segment.isAbsent() || segment.isHeading()
                                ? SegmentInterpreter.Interpretation.NOTHING
                                : segmentParser.parse(segment.text())))
                .toList();
        boolean mayShareWord = segments.size() > 1
                && segments.size() <= MAX_SHARING
                && segments.stream().anyMatch(ParsedSegment::isUnknown)
                && segments.stream()
                        .noneMatch(segment -> segment.interpretation().isAbsent());
        if (mayShareWord) {
            var whole = new ParsedSegment(line.text(), false, segmentParser.parse(line.text()));
            Set<String> names = whole.names().collect(Collectors.toSet());
            if (names.size()
                    > segments.stream().flatMap(ParsedSegment::names).distinct().count()) {
                // "Electric mirrors, heated + folding": the first segment has a name that is a part of a longer one.
                return Stream.concat(
                                segments.stream().filter(segment -> segment.hasOtherNames(names)), Stream.of(whole))
                        .toList();
            }
        }
        return segments;
    }

    private Segment result(ParsedSegment segment, Set<String> general) {
        List<String> words = WordStemmer.stems(segment.text());
        if (words.isEmpty() || grammar.isHeading(segment.text())) {
            return new Segment(segment.text(), List.of(), List.of());
        }
        var found = new LinkedHashMap<CarOption, Match>();
        boolean listed = false;
        var unmatchedParts = new ArrayList<UnmatchedText>();
        for (SegmentInterpreter.Meaning meaning : segment.interpretation().meanings()) {
            boolean known = false;
            for (String name : meaning.alternatives().stream()
                    .flatMap(Set::stream)
                    .sorted()
                    .toList()) {
                Optional<CarOption> option = general.contains(name) ? Optional.empty() : option(name, words);
                option.ifPresent(match -> {
                    add(found, match, meaning.quality());
                    add(matches, match, meaning.quality());
                });
                known |= option.isPresent() || general.contains(name);
            }
            listed |= known;
            if (!known) {
                unmatchedParts.add(new UnmatchedText(meaning.text().get(), Reason.NOT_LISTED, segment.text()));
            }
        }
        segment.interpretation()
                .unmatched()
                .forEach(text -> unmatchedParts.add(new UnmatchedText(text, Reason.UNKNOWN, segment.text())));
        boolean absent = segment.absent() || segment.interpretation().isAbsent();
        if (absent) {
            return new Segment(
                    segment.text(),
                    List.copyOf(found.values()),
                    List.of(new UnmatchedText(segment.text(), Reason.NOT_THERE)));
        }
        return new Segment(
                segment.text(),
                List.copyOf(found.values()),
                listed
                        ? List.copyOf(unmatchedParts)
                        : List.of(new UnmatchedText(
                                segment.text(),
                                segment.interpretation().meanings().isEmpty() ? Reason.UNKNOWN : Reason.NOT_LISTED)));
    }

    /** Returns the best option of those with the same meaning: a chosen one, or one with the text as its name. */
    private Optional<CarOption> option(String name, List<String> words) {
        List<CarOption> synonyms = phrases.options(name);
        return synonyms.stream()
                .filter(option -> chosen.contains(option.name()))
                .findFirst()
                .or(() -> synonyms.stream()
                        .filter(option -> WordStemmer.stems(option.prettyName()).equals(words))
                        .findFirst())
                .or(() -> synonyms.stream()
                        .filter(option -> option.name().equals(name))
                        .findFirst())
                .or(() -> synonyms.stream().findFirst());
    }

    private static void add(Map<CarOption, Match> matches, CarOption option, MatchQuality quality) {
        matches.merge(
                option,
                new Match(option, quality),
                (first, second) -> first.quality().compareTo(second.quality()) < 0 ? first : second);
    }
}
