package app.forecourt.car;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike two names of an option are: by their letters, or by the words they share. */
final class Likeness {
    /** From here on two names may mean one thing. */
    static final double NEAR = 0.86;
    /** Names are short; a page that was pasted has no neighbours. */
    private static final int LONGEST = 100;
    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

    private Likeness() {}

    /** From 0, nothing in common, to 1, the same; case and separators make no difference. */
    static double of(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return 0;
        }
        return Math.max(LETTERS.apply(Spelling.of(one), Spelling.of(other)), sharedWords(one, other));
    }

    /** All words of the shorter name in the longer one make them near; half of them don't. */
    private static double sharedWords(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        int fewer = Math.min(words.size(), others.size());
        int more = Math.max(words.size(), others.size());
        words.retainAll(others);
        return fewer == 0 || words.size() < fewer ? 0 : NEAR + (1 - NEAR) * fewer / more;
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(Spelling.spaced(name).split(" ")));
    }
}
