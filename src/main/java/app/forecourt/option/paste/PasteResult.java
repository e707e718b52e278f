package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import java.util.List;

/**
 * Result of parsing a pasted equipment list.
 *
 * @param matches matching options without duplicates, in the order of the text
 * @param lines lines with a result, in the order of the text
 */
public record PasteResult(List<Match> matches, List<Line> lines) {
    /** Result of an empty text. */
    public static final PasteResult EMPTY = new PasteResult(List.of(), List.of());

    /** Returns the texts without a matching option, in the order of the text. */
    public List<UnmatchedText> unmatched() {
        return lines.stream()
                .flatMap(line -> line.segments().stream())
                .flatMap(segment -> segment.unmatched().stream())
                .toList();
    }

    /** Line of the text with its segments. */
    public record Line(List<Segment> segments) {}

    /**
     * Part of a line between separators.
     *
     * @param text text as pasted
     * @param matches options that match this text
     * @param unmatched texts without a matching option
     */
    public record Segment(String text, List<Match> matches, List<UnmatchedText> unmatched) {
        boolean isEmpty() {
            return matches.isEmpty() && unmatched.isEmpty();
        }
    }

    /** Quality of a match, the best first. */
    public enum MatchQuality {
        /** The text is the option's own name. */
        EXACT,
        /** The text is a synonym. */
        SYNONYM,
        /** The text has most words of a name, or similar words. */
        LIKENESS,
        /** The text is ambiguous or may mean something else. The option is not chosen automatically. */
        PERHAPS
    }

    /** Reason for a text without a matching option. */
    public enum Reason {
        /** No option is known for the text. */
        UNKNOWN,
        /** The text says that the car does not have the item. */
        NOT_THERE,
        /** The option is known, but this list does not have it. */
        NOT_LISTED
    }

    /**
     * Matching option.
     *
     * @param option the option
     * @param quality quality of the best text
     */
    public record Match(CarOption option, MatchQuality quality) {}

    /**
     * Text without a matching option.
     *
     * @param text text as pasted
     * @param reason reason
     * @param context the larger text if an option matches the rest of the larger text; the same text otherwise
     */
    public record UnmatchedText(String text, Reason reason, String context) {
        /** Creates a text that is no part of a larger one. */
        public UnmatchedText(String text, Reason why) {
            this(text, why, text);
        }

        /** Returns whether an option matches another part of the larger text. */
        public boolean isPart() {
            return !context.equals(text);
        }
    }
}
