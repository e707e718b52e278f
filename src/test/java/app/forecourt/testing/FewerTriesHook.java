package app.forecourt.testing;

/**
 * A jqwik hook for the many properties of one value: a share of the tries of {@link TriesAndSeedHook}, with the same
 * seed.
 */
public class FewerTriesHook extends TriesAndSeedHook {
    private static final int SHARE = 50;
    /** The minimum under PIT and in an IDE, because fewer tries miss the edge cases. */
    private static final int MIN_TRIES = 300;

    @Override
    int tries() {
        return Math.max(MIN_TRIES, super.tries() / SHARE);
    }
}
