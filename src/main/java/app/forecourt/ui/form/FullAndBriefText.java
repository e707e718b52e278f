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
record FullAndBriefText(String whole, String brief) {
    static final FullAndBriefText EMPTY = new FullAndBriefText("", "");
    private static final String SEPARATOR = "  ·  ";

    FullAndBriefText(String whole) {
        this(whole, whole);
    }

    /** Returns a text that may have a form in few words. */
    static FullAndBriefText of(Messages messages, String key, Object... args) {
        return new FullAndBriefText(messages.get(key, args), messages.get(messages.briefKey(key), args));
    }

    static FullAndBriefText of(Messages messages, Problem problem) {
        ProblemMessages words = new ProblemMessages(messages);
        return new FullAndBriefText(words.text(problem), words.briefText(problem));
    }

    static FullAndBriefText join(Stream<FullAndBriefText> parts) {
        return parts.distinct().reduce(EMPTY, FullAndBriefText::and);
    }

    boolean isEmpty() {
        return whole.isEmpty();
    }

    /** Returns this text as one that a cut note can do without. */
    FullAndBriefText ifRoom() {
        return new FullAndBriefText(whole, "");
    }

    /** Returns this text and another one behind it. */
    FullAndBriefText and(FullAndBriefText next) {
        return next.isEmpty()
                ? this
                : isEmpty()
                        ? next
                        : new FullAndBriefText(
                                whole + SEPARATOR + next.whole,
                                Stream.of(brief, next.brief)
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(SEPARATOR)));
    }
}
