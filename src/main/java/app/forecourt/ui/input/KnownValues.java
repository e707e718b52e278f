package app.forecourt.ui.input;

import app.forecourt.text.TextNormalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The known values of a field, as its list shows them. Any other text may be typed too. */
public interface KnownValues {
    /**
     * Returns the values to show for a typed text.
     *
     * @param asked true if the user opened the list, false if the list follows the typing
     */
    List<String> matching(String typed, boolean asked);

    /** Returns whether a shown value is the one of a typed text. */
    default boolean isSame(String shown, String typed) {
        return TextNormalizer.normalize(shown).equals(TextNormalizer.normalize(typed));
    }

    /** Returns the row of a typed text among the values shown, or -1. */
    default int row(List<String> shown, String typed) {
        return IntStream.range(0, shown.size())
                .filter(row -> isSame(shown.get(row), typed))
                .findFirst()
                .orElse(-1);
    }

    private static boolean hasWord(String value, String prefix) {
        return value.length() > prefix.length()
                && value.regionMatches(true, 0, prefix, 0, prefix.length())
                && !Character.isLetterOrDigit(value.charAt(prefix.length()));
    }

    /** Returns whether a typed text is a known value itself. */
    boolean isKnown(String typed);

    default String typedText(String shown) {
        return shown;
    }

    /** Returns whether a shown value has another name that begins with a text, as one of another language. */
    default boolean hasNameBeginning(String shown, String start) {
        return false;
    }

    /** Returns whether Tab and Enter may complete a text. They never do in a field of free text. */
    default boolean completes() {
        return true;
    }

    /**
     * Returns the value that completes a typed text: the only one that begins with the text, or else the only one with
     * another name that begins so. A known value is never completed, so that {@code golf} does not become {@code golf
     * plus}.
     */
    default Optional<String> completion(String typed) {
        return completion(typed, matching(typed, false));
    }

    /** Returns the value among those shown that completes a typed text. */
    default Optional<String> completion(String typed, List<String> shown) {
        String start = TextNormalizer.normalize(typed);
        if (!completes() || start.isEmpty() || isKnown(typed)) {
            return Optional.empty();
        }
        String prefix = typed.strip();
        if (shown.stream().anyMatch(value -> hasWord(value, prefix))) {
            // A model such as Xsara may be unknown, although Xsara Picasso is known.
            return Optional.empty();
        }
        List<String> beginning = shown.stream()
                .filter(value -> TextNormalizer.normalize(value).startsWith(start))
                .toList();
        if (beginning.isEmpty()) {
            beginning = shown.stream()
                    .filter(value -> hasNameBeginning(value, typed))
                    .toList();
        }
        return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : Optional.empty();
    }
}
