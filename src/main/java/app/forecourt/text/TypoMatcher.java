package app.forecourt.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Slips of the finger: a letter too many, one too few, another one, or two that changed places; and words with more
 * around them than is known.
 */
public final class TypoMatcher {
    private static final int MOST = 3;
    /** Characters; no word is longer. */
    private static final int LONGEST = 60;
    /** Of two letters any change makes another word. */
    private static final int SHORTEST = 3;
    /** From this length on two slips still leave a word to be recognised. */
    private static final int LONG = 7;
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private TypoMatcher() {}

    /**
     * The words that may have been meant, nearest first, then in their order.
     *
     * @param meanings the word of each spelling
     */
    public static List<String> nearest(String typed, Set<String> words, Map<String, String> meanings) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        String spelled = TextNormalizer.of(typed);
        var slips = new HashMap<String, Integer>();
        meanings.forEach((name, word) -> {
            int distance = between(spelled, name);
            if (distance <= allowed(Math.min(spelled.length(), name.length()))) {
                slips.merge(word, distance, Math::min);
            }
        });
        return slips.isEmpty() ? within(typed, meanings)
                : words.stream().filter(slips::containsKey).sorted(Comparator.comparing(slips::get))
                        .limit(MOST).toList();
    }

    /** Returns the words one of whose names begins with what was typed, in their order; none for a text of a letter or two. */
    public static List<String> begun(String typed, Set<String> words, Map<String, String> meanings) {
        String spelled = typed.length() > LONGEST ? "" : TextNormalizer.of(typed);
        Set<String> begun = spelled.length() < SHORTEST ? Set.of()
                : meanings.entrySet().stream().filter(name -> name.getKey().startsWith(spelled))
                        .map(Map.Entry::getValue).collect(Collectors.toSet());
        return words.stream().filter(begun::contains).limit(MOST).toList();
    }

    /** Those that are a part of what was typed, by the longest of their names; a name of two letters as a word of its own. */
    private static List<String> within(String text, Map<String, String> meanings) {
        String typed = TextNormalizer.of(text);
        List<String> parts = List.of(TextNormalizer.spaced(text).split(" "));
        return meanings.keySet().stream()
                .filter(name -> name.length() >= SHORTEST ? typed.contains(name)
                        : name.length() == SHORTEST - 1 && parts.contains(name))
                .sorted(Comparator.comparing(String::length).reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(meanings::get).distinct().limit(MOST).toList();
    }

    /** Whether a word begins with what was typed, but for a slip. */
    public static boolean beginsNearly(String typed, String word) {
        int allowed = allowed(typed.length());
        for (int more = -allowed; more <= allowed; more++) {
            int length = typed.length() + more;
            if (length > 0 && length <= word.length()
                    && between(typed, word.substring(0, length)) <= allowed) {
                return true;
            }
        }
        return false;
    }

    private static int allowed(int length) {
        if (length < SHORTEST) {
            return 0;
        }
        return length < LONG ? 1 : 2;
    }

    /** How many slips lie between two words; far more than any if they differ much in length. */
    public static int between(String typed, String name) {
        return Math.abs(typed.length() - name.length()) > 2 ? Integer.MAX_VALUE : DISTANCE.apply(typed, name);
    }
}
