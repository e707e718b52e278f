package app.forecourt.testing;

/** The same for properties of one value, of which there are many: a share of the tries, from the same seed. */
public class FewerTries extends TriesAndSeed {
    private static final int SHARE = 50;
    /** Under PIT and in an IDE; below that the corners are not met. */
    private static final int LEAST = 300;

    @Override
    int tries() {
        return Math.max(LEAST, super.tries() / SHARE);
    }
}
