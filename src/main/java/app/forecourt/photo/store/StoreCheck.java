package app.forecourt.photo.store;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.imageio.ImageIO;

/**
 * The test of a store as a user starts it in the settings: puts a small picture, fetches it back as the public,
 * compares and deletes it. Each step is reported when it is over. An instance is used once.
 */
public final class StoreCheck {
    /** A folder of its own. It stays there, empty. */
    private static final String FOLDER = "forecourt-test";

    private static final int RANDOM_BYTES = 8;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int MOST_RGB = 0xffffff;

    private final PhotoStore store;
    private final PublicCheck check;
    private final Function<String, URI> publicAddress;
    private final Consumer<Report> reports;

    /** A step of the test. */
    public enum Step {
        CONNECT,
        PUT,
        FETCH,
        COMPARE,
        DELETE
    }

    /** What came of a step. */
    public sealed interface Outcome {

        /** The step is done. */
        record Done() implements Outcome {}

        /** The store failed. */
        record StoreFailed(StoreException failure) implements Outcome {}

        /** The public does not see the picture. */
        record NotPublic(PublicCheck.Fault fault) implements Outcome {}

        /** The step was left out because an earlier one failed. */
        record Skipped() implements Outcome {}
    }

    /** The report of a step. */
    public record Report(Step step, Outcome outcome) {}

    /**
     * Prepares the test.
     *
     * @param settings those of the store
     * @param reports receives each step on the thread of {@link #run()}
     */
    public StoreCheck(PhotoStore store, StoreSettings settings, PublicCheck check, Consumer<Report> reports) {
        this.store = store;
        this.check = check;
        this.publicAddress = settings::publicAddress;
        this.reports = reports;
    }

    /** Runs the test and waits. Returns whether all steps are done. The caller closes the store. */
    public boolean run() {
        var random = new SecureRandom();
        byte[] name = new byte[RANDOM_BYTES];
        random.nextBytes(name);
        String path = FOLDER + "/" + HexFormat.of().formatHex(name) + ".jpg";
        byte[] picture = picture(random.nextInt(MOST_RGB));
        if (!store(Step.CONNECT, store::connect)) {
            skip(Step.PUT, Step.FETCH, Step.COMPARE, Step.DELETE);
            return false;
        }
        if (!store(Step.PUT, () -> store.put(path, picture))) {
            skip(Step.FETCH, Step.COMPARE, Step.DELETE);
            return false;
        }
        boolean isPublic = fetch(path, picture);
        return store(Step.DELETE, () -> store.delete(path)) && isPublic;
    }

    private boolean fetch(String path, byte[] picture) {
        Optional<PublicCheck.Fault> fault = check.run(publicAddress.apply(path), picture);
        if (fault.isEmpty()) {
            report(Step.FETCH, new Outcome.Done());
            report(Step.COMPARE, new Outcome.Done());
        } else if (fault.get().isDifference()) {
            report(Step.FETCH, new Outcome.Done());
            report(Step.COMPARE, new Outcome.NotPublic(fault.get()));
        } else {
            report(Step.FETCH, new Outcome.NotPublic(fault.get()));
            skip(Step.COMPARE);
        }
        return fault.isEmpty();
    }

    private boolean store(Step step, Action action) {
        try {
            action.run();
            report(step, new Outcome.Done());
            return true;
        } catch (StoreException failure) {
            report(step, new Outcome.StoreFailed(failure));
            return false;
        }
    }

    private void skip(Step... steps) {
        for (Step step : steps) {
            report(step, new Outcome.Skipped());
        }
    }

    private void report(Step step, Outcome outcome) {
        reports.accept(new Report(step, outcome));
    }

    /** Creates a picture of one colour. */
    private static byte[] picture(int rgb) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(rgb));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture in memory can't be written", e);
        }
        return jpeg.toByteArray();
    }

    @FunctionalInterface
    private interface Action {
        void run() throws StoreException;
    }
}
