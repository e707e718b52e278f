package app.forecourt.ui.form;

import app.forecourt.car.Problem;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
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

    /** Returns a text that may have a form in few words. */
    static NoteText of(Messages messages, String key, Object... args) {
        return new NoteText(messages.get(key, args), messages.get(messages.briefKey(key), args));
    }

    static NoteText of(Messages messages, Problem problem) {
        ProblemMessages words = new ProblemMessages(messages);
        return new NoteText(words.text(problem), words.briefText(problem));
    }

    static NoteText join(Stream<NoteText> parts) {
        return parts.distinct().reduce(EMPTY, NoteText::and);
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
