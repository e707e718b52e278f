package app.forecourt.model.photos;

import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.http.HttpClients;
import app.forecourt.photo.prepare.JpegEncoder;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.PhotoStore;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreException;
import app.forecourt.photo.store.StoreSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The test of a web space before it is saved: puts a small picture, fetches it back as the public, compares and deletes
 * it. The user, and nobody else, accepts the identity of a new host.
 *
 * @param check the check that the public sees a photo
 * @param onAccepted called when the user has accepted a host, because photos may wait for that
 */
public record WebSpaceCheck(WebSpacePreferences webSpace, HttpClients http, PublicCheck check, Runnable onAccepted) {
    /** A folder of its own. It stays there, empty. */
    private static final String FOLDER = "forecourt-test/";

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    /** A step of the test. */
    public enum Step {
        CONNECT,
        PUT,
        FETCH,
        DELETE
    }

    /**
     * The result of a step, which is done if nothing failed.
     *
     * @param failure the failure of the store
     * @param notPublic the reason why the public does not see the picture
     */
    public record Result(Step step, Optional<StoreException> failure, Optional<PublicCheck.Fault> notPublic) {}

    @FunctionalInterface
    private interface Action {
        void run() throws StoreException;
    }

    /**
     * Runs the test and waits. After a failure of the store it ends.
     *
     * @param settings settings without faults
     * @param results receives the result of each step on this thread
     */
    public void run(StoreSettings settings, String secret, Consumer<Result> results) {
        String path = FOLDER + UUID.randomUUID() + ".jpg";
        byte[] picture = JpegEncoder.encode(
                new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), new ByteArrayOutputStream());
        try (PhotoStore store = PhotoStore.open(settings, secret, webSpace, http)) {
            if (isDone(Step.CONNECT, store::connect, results)
                    && isDone(Step.PUT, () -> store.put(path, picture), results)) {
                results.accept(
                        new Result(Step.FETCH, Optional.empty(), check.run(settings.publicAddress(path), picture)));
                var unused = isDone(Step.DELETE, () -> store.delete(path), results);
            }
        }
    }

    private static boolean isDone(Step step, Action action, Consumer<Result> results) {
        Optional<StoreException> fault = Optional.empty();
        try {
            action.run();
        } catch (StoreException failure) {
            fault = Optional.of(failure);
        }
        results.accept(new Result(step, fault, Optional.empty()));
        return fault.isEmpty();
    }

    /** Returns whether a web space is reached directly, although the web is reached by a proxy. May block. */
    public boolean isPastProxy(StoreSettings settings) {
        return !http.isDirect(settings.publicAddress(""));
    }

    /** Accepts the identity of a new host at once, also if the settings are not saved afterwards. */
    public void accept(HostIdentity shown) {
        webSpace.accept(shown);
        onAccepted.run();
    }
}
