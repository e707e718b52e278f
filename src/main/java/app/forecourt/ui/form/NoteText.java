package app.forecourt.ui.form;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a note, and the same in few words for a note that is cut off otherwise.
 *
 * @param brief the same as the whole text if there are no fewer words; {@code ""} if the cut note can do without it
 */
record NoteText(String whole, String brief) {
    static final NoteText EMPTY = new NoteText("", "");
    private static final String SEPARATOR = "  ·  ";

    NoteText(String whole) {
        this(whole, whole);
    }

    boolean isEmpty() {
        return whole.isEmpty();
    }

    /** Returns this text as one that a cut note can do without. */
    NoteText ifRoom() {
        return new NoteText(whole, "");
    }

    /** Returns this text and another one behind it. */
    NoteText and(NoteText next) {
        return next.isEmpty()
                ? this
                : isEmpty()
                        ? next
                        : new NoteText(
                                whole + SEPARATOR + next.whole,
                                Stream.of(brief, next.brief)
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(SEPARATOR)));
    }
}
