package app.forecourt.testing;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The share of many like cases that a run takes. {@code -Pproof} takes all, and every other build some, spread over the
 * whole list. A whole test that only the proof needs has the tag {@code proof} instead.
 */
public final class Cases {
    private static final boolean ALL = Boolean.getBoolean("forecourt.proof");

    private Cases() {}

    /** Returns whether this run takes all cases. */
    public static boolean areAll() {
        return ALL;
    }

    /** Returns the first, the last and further cases at equal distances. One case is the first. */
    public static <T> Stream<T> some(int count, Stream<T> cases) {
        return some(count, cases.toList()).stream();
    }

    /** Returns the first, the last and further cases at equal distances. One case is the first. */
    public static <T> List<T> some(int count, List<T> cases) {
        return ALL ? cases : spread(count, cases);
    }

    /** Returns a number of repetitions, that of the proof or a smaller one. */
    public static int times(int few, int many) {
        return ALL ? many : few;
    }

    static <T> List<T> spread(int count, List<T> cases) {
        if (count >= cases.size()) {
            return cases;
        }
        return IntStream.range(0, count)
                .mapToObj(number -> cases.get(number * (cases.size() - 1) / Math.max(1, count - 1)))
                .toList();
    }
}
