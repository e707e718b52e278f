package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.option.paste.PasteResult;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.option.paste.PasteResult.UnmatchedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of the result of a pasted list. The rows of a line stay together, in the order of the list. */
sealed interface PasteRow {
    /** Returns whether the row is the first of its line. */
    boolean startsLine();

    /** Returns the pasted text; empty if the row above has the same text. */
    String source();

    /**
     * An option found for a text.
     *
     * @param quality quality of the match; empty if the user has picked the option
     */
    record Found(@Override boolean startsLine, @Override String source, CarOption option,
            Optional<MatchQuality> quality) implements PasteRow {}

    /** A text without an option. */
    record Leftover(@Override boolean startsLine, @Override String source, UnmatchedText text)
            implements
                PasteRow {
        /** Returns the row with the option that the user has picked for the text. */
        Found withOption(CarOption option) {
            return new Found(startsLine, source, option, Optional.empty());
        }
    }

    /** Returns the rows of a result. */
    static List<PasteRow> of(PasteResult result) {
        return result.lines().stream().flatMap(line -> of(line).stream()).toList();
    }

    private static List<PasteRow> of(PasteResult.Line line) {
        var rows = new ArrayList<PasteRow>();
        for (PasteResult.Segment segment : line.segments()) {
            String source = segment.text();
            for (Match match : segment.matches()) {
                rows.add(new Found(rows.isEmpty(), source, match.option(), Optional.of(match.quality())));
                source = "";
            }
            for (UnmatchedText text : segment.unmatched()) {
                rows.add(new Leftover(rows.isEmpty(), source, text));
                source = "";
            }
        }
        return rows;
    }
}
