package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.option.paste.PasteResult;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.option.paste.PasteResult.UnmatchedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the result of a pasted list. What is recognised comes first, then what is unsure, then what is left over,
 * each in the order of the list.
 */
sealed interface PasteRow {
    /** What a row begins: a group, a line of the list, or neither. */
    enum Start {
        GROUP,
        LINE,
        NONE
    }

    /** Returns what the row begins. The first row of a group begins its line, too. */
    Start start();

    /** Returns the pasted text; empty if the row above has the same text. */
    String source();

    /**
     * An option found for a text.
     *
     * @param quality quality of the match; empty if the user has picked the option
     */
    record Found(@Override Start start, @Override String source, CarOption option, Optional<MatchQuality> quality)
            implements PasteRow {}

    /** A text without an option. */
    record Leftover(@Override Start start, @Override String source, UnmatchedText text) implements PasteRow {
        /** Returns the row with the option that the user has picked for the text. */
        Found withOption(CarOption option) {
            return new Found(start, source, option, Optional.empty());
        }
    }

    /** Returns whether a match needs no check. */
    static boolean isSure(MatchQuality quality) {
        return quality.compareTo(MatchQuality.LIKENESS) < 0;
    }

    /**
     * Returns the rows of a result.
     *
     * @param chosen names of the options that the car already has; they need no check
     */
    static List<PasteRow> of(PasteResult result, Collection<String> chosen) {
        List<Part> parts = new ArrayList<>();
        int segments = 0;
        for (int line = 0; line < result.lines().size(); line++) {
            for (PasteResult.Segment segment : result.lines().get(line).segments()) {
                Part.of(new Part.Place(line, segments++), segment, chosen).forEach(parts::add);
            }
        }
        parts.sort(Comparator.comparing(Part::group));
        List<PasteRow> rows = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            rows.add(part.row(index == 0 ? Optional.empty() : Optional.of(parts.get(index - 1))));
        }
        return rows;
    }

    /** A part of a segment: a match, or a text without one. */
    record Part(Place place, String source, Group group, Optional<Match> match, Optional<UnmatchedText> text) {
        /** The groups in their order. */
        private enum Group {
            RECOGNISED,
            UNSURE,
            LEFT_OVER
        }

        /** The numbers of the line and of the segment in the whole list. */
        private record Place(int line, int segment) {}

        private static Stream<Part> of(Place place, PasteResult.Segment segment, Collection<String> chosen) {
            String source = segment.text();
            return Stream.concat(
                    segment.matches().stream()
                            .map(match -> new Part(
                                    place,
                                    source,
                                    isSure(match.quality())
                                                    || chosen.contains(
                                                            match.option().name())
                                            ? Group.RECOGNISED
                                            : Group.UNSURE,
                                    Optional.of(match),
                                    Optional.empty())),
                    segment.unmatched().stream()
                            .map(text ->
                                    new Part(place, source, Group.LEFT_OVER, Optional.empty(), Optional.of(text))));
        }

        /** Returns the row below the one of another part. */
        private PasteRow row(Optional<Part> above) {
            Optional<Place> sameGroup =
                    above.filter(part -> part.group == group).map(Part::place);
            Start start =
                    sameGroup.isEmpty() ? Start.GROUP : sameGroup.get().line == place.line ? Start.NONE : Start.LINE;
            String shown = sameGroup.filter(place::equals).isPresent() ? "" : source;
            return match.<PasteRow>map(found -> new Found(start, shown, found.option(), Optional.of(found.quality())))
                    .orElseGet(() -> new Leftover(start, shown, text.orElseThrow()));
        }
    }
}
