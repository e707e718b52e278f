package app.forecourt.option;

import app.forecourt.text.TextNormalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Similarity of an option name to other names, by their letters or by their common words. */
public final class NameSimilarity {
    /** Minimum similarity of names that may mean the same. */
    static final double NEAR = 0.86;
    /** Maximum length of a name in characters. A longer text is a pasted page and has no similar names. */
    public static final int LONGEST = 100;
    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    private final String normalized;
    private final Set<String> words;

    NameSimilarity(String name) {
        String bounded = name.length() > LONGEST ? "" : name;
        this.normalized = TextNormalizer.of(bounded);
        this.words = words(bounded);
    }

    /** Returns a similarity from 0 (nothing in common) to 1 (equal except for case and separators). */
    double to(String name) {
        return normalized.isEmpty() || name.length() > LONGEST ? 0
                : Math.max(LETTERS.apply(normalized, TextNormalizer.of(name)), wordSimilarity(words(name)));
    }

    /** Returns at least {@link #NEAR} if one name has all words of the other, and 0 otherwise. */
    private double wordSimilarity(Set<String> otherWords) {
        int min = Math.min(words.size(), otherWords.size());
        int max = Math.max(words.size(), otherWords.size());
        long common = words.stream().filter(otherWords::contains).count();
        return min == 0 || common < min ? 0 : NEAR + (1 - NEAR) * min / max;
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(TextNormalizer.spaced(name).split(" ")));
    }
}
