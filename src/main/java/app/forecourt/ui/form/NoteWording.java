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
record NoteWording(String whole, String brief) {
    static final NoteWording EMPTY = new NoteWording("", "");
    private static final String SEPARATOR = "  ·  ";

    NoteWording(String whole) {
        this(whole, whole);
    }

    /** Returns a text that may have a form in few words. */
    static NoteWording of(Messages messages, String key, Object... args) {
        return new NoteWording(messages.get(key, args), messages.get(messages.briefKey(key), args));
    }

    static NoteWording of(Messages messages, Problem problem) {
        ProblemMessages words = new ProblemMessages(messages);
        return new NoteWording(words.text(problem), words.briefText(problem));
    }

    static NoteWording join(Stream<NoteWording> parts) {
        return parts.distinct().reduce(EMPTY, NoteWording::and);
    }

    boolean isEmpty() {
        return whole.isEmpty();
    }

    /** Returns this text as one that a cut note can do without. */
    NoteWording ifRoom() {
        return new NoteWording(whole, "");
    }

    /** Returns this text and another one behind it. */
    NoteWording and(NoteWording next) {
        return next.isEmpty()
                ? this
                : isEmpty()
                        ? next
                        : new NoteWording(
                                whole + SEPARATOR + next.whole,
                                Stream.of(brief, next.brief)
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(SEPARATOR)));
    }
}
