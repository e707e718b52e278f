package app.forecourt.option;

import app.forecourt.text.TextNormalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Similarity of an option name to other names, by their letters or by their common words. */
public final class NameSimilarity {
    /** Minimum similarity of names that may mean the same. */
    static final double MIN_SIMILARITY = 0.86;
    /** Maximum length of a name in characters. A longer text is a pasted page and has no similar names. */
    public static final int MAX_LENGTH = 100;

    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    private final String normalized;
    private final Set<String> words;

    NameSimilarity(String name) {
        String bounded = name.length() > MAX_LENGTH ? "" : name;
        this.normalized = TextNormalizer.normalize(bounded);
        this.words = words(bounded);
    }

    /** Returns a similarity from 0 (nothing in common) to 1 (equal except for case and separators). */
    double similarityTo(String name) {
        return normalized.isEmpty() || name.length() > MAX_LENGTH
                ? 0
                : Math.max(LETTERS.apply(normalized, TextNormalizer.normalize(name)), wordSimilarity(words(name)));
    }

    /** Returns at least {@link #MIN_SIMILARITY} if one name has all words of the other, and 0 otherwise. */
    private double wordSimilarity(Set<String> otherWords) {
        int min = Math.min(words.size(), otherWords.size());
        int max = Math.max(words.size(), otherWords.size());
        long common = words.stream().filter(otherWords::contains).count();
        return min == 0 || common < min ? 0 : MIN_SIMILARITY + (1 - MIN_SIMILARITY) * min / max;
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(TextNormalizer.normalizeWords(name).split(" ")));
    }
}
