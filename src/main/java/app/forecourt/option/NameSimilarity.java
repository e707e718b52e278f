package app.forecourt.option;

import app.forecourt.text.TextNormalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike other names of an option are to one: by their letters, or by the words they share. */
public final class NameSimilarity {
    /** From here on two names may mean one thing. */
    static final double NEAR = 0.86;
    /** Characters. Names are short; a page that was pasted has no neighbours. */
    public static final int LONGEST = 100;
    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    private final String spelled;
    private final Set<String> words;

    NameSimilarity(String name) {
        String start = name.length() > LONGEST ? "" : name;
        this.spelled = TextNormalizer.of(start);
        this.words = words(start);
    }

    /** From 0, nothing in common, to 1, the same; case and separators make no difference. */
    double to(String other) {
        return spelled.isEmpty() || other.length() > LONGEST ? 0
                : Math.max(LETTERS.apply(spelled, TextNormalizer.of(other)), sharedWords(words(other)));
    }

    /** All words of the shorter name in the longer one make them near; half of them don't. */
    private double sharedWords(Set<String> others) {
        int fewer = Math.min(words.size(), others.size());
        int more = Math.max(words.size(), others.size());
        long shared = words.stream().filter(others::contains).count();
        return fewer == 0 || shared < fewer ? 0 : NEAR + (1 - NEAR) * fewer / more;
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(TextNormalizer.spaced(name).split(" ")));
    }
}
