package app.forecourt.upload;

import app.forecourt.connection.WebSpaceSettings;
import app.forecourt.http.HttpClients;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.photo.prepare.PreparationResult;
import app.forecourt.photo.prepare.PreparedPhoto;
import app.forecourt.photo.store.PhotoStore;
import app.forecourt.photo.store.PhotoStores;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreException;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.photo.upload.UploadFailure;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.logging.Logger;

/** The steps on a photo's way to the dealer's web space. */
public final class WebSpaceSteps implements UploadSteps {
    private static final Logger LOG = Logger.getLogger(WebSpaceSteps.class.getName());
    /** The failure while the keychain is locked. */
    private static final UploadFailure LOCKED = new UploadFailure(UploadFailure.Step.PUT, "LOCKED");
    /** Tries to fetch a photo that the public does not see yet, because a web space may be busy, or show it late. */
    private static final int MOST_FETCHES = 5;

    private final WebSpaceSettings webSpace;
    private final HttpClients http;
    private final PublicCheck check;
    /** Open connections that no worker uses. */
    private final Deque<Connection> idle = new ArrayDeque<>();

    private boolean closed;

    private record Connection(StoreSettings settings, String secret, PhotoStore store) {}

    /** @param check the check that the public sees a photo */
    public WebSpaceSteps(WebSpaceSettings webSpace, HttpClients http, PublicCheck check) {
        this.webSpace = webSpace;
        this.http = http;
        this.check = check;
    }

    @Override
    public StepResult<PreparedFile> prepare(PhotoUpload photo) {
        if (!photo.isOfThisComputer()) {
            return new StepResult.Failed<>(UploadFailure.LEFT_BEHIND, false);
        }
        return switch (new PhotoPreparer(PhotoPreparer.LONG_SIDE).prepare(photo.source(), photo.covered())) {
            case PreparationResult.Prepared(PreparedPhoto file) ->
                new StepResult.Done<>(new PreparedFile(
                        file.jpeg(),
                        new PreparedFacts(
                                file.hash(), file.width(), file.height(), file.fingerprint(), file.remarks())));
            case PreparationResult.Rejected(var error) ->
                new StepResult.Failed<>(UploadFailure.of(UploadFailure.Step.PREPARE, error), false);
        };
    }

    @Override
    public boolean hasWebSpace() {
        return webSpace.isSetUp();
    }

    @Override
    public StepResult<String> put(PhotoUpload photo, byte[] jpeg) {
        String path = photo.path().orElseThrow();
        Optional<StoreSettings> settings = webSpace.validSettings();
        String secret = webSpace.secret();
        if (settings.filter(webSpace::isCurrent).isEmpty()) {
            // The password may belong to other settings than those that were read before it.
            return new StepResult.NotTaken<>();
        }
        if (secret.isEmpty()) {
            // The web space would refuse the photo, and the user would have to try it again after unlocking.
            return new StepResult.Failed<>(LOCKED, true);
        }
        Connection connection = connect(settings.get(), secret);
        boolean isUsable = false;
        try {
            connection.store().put(path, jpeg);
            isUsable = true;
            return new StepResult.Done<>(path);
        } catch (StoreException failure) {
            return new StepResult.Failed<>(
                    UploadFailure.of(UploadFailure.Step.PUT, failure.fault()), failure.isTransient());
        } finally {
            if (isUsable) {
                release(connection);
            } else {
                connection.store().close();
            }
        }
    }

    /** Returns the public address of a place on the web space; empty if no web space is set up. */
    private Optional<String> publicAddress(String path) {
        return webSpace.validSettings().map(space -> space.publicAddress(path).toString());
    }

    @Override
    public StepResult<String> fetch(PhotoUpload photo, byte[] jpeg) {
        return publicAddress(photo.path().orElseThrow())
                .map(address -> fetch(photo, address, jpeg))
                .orElseGet(StepResult.NotTaken::new);
    }

    private StepResult<String> fetch(PhotoUpload photo, String address, byte[] jpeg) {
        Optional<PublicCheck.Fault> fault = check.run(URI.create(address), jpeg);
        return fault.<StepResult<String>>map(reason -> new StepResult.Failed<>(
                        UploadFailure.of(UploadFailure.Step.FETCH, reason), mayPass(reason, photo.tries())))
                .orElseGet(() -> new StepResult.Done<>(address));
    }

    /** Returns whether the next fetch may succeed without the user. */
    private static boolean mayPass(PublicCheck.Fault fault, int earlierTries) {
        return switch (fault) {
            case OFFLINE, TIMEOUT, UNKNOWN_HOST -> true;
            case NOT_FOUND, REFUSED, SERVER_ERROR -> earlierTries + 1 < MOST_FETCHES;
            default -> false;
        };
    }

    /** Returns an idle connection with these settings, or a new one. Closes those with earlier settings. */
    private Connection connect(StoreSettings settings, String secret) {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                Connection connection = idle.pop();
                if (connection.settings().equals(settings)
                        && connection.secret().equals(secret)) {
                    return connection;
                }
                connection.store().close();
            }
        }
        return new Connection(settings, secret, PhotoStores.open(settings, secret, webSpace.identities(), http));
    }

    private void release(Connection connection) {
        synchronized (idle) {
            if (!closed) {
                idle.push(connection);
                return;
            }
        }
        connection.store().close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(connection -> connection.store().close());
            idle.clear();
        }
    }
}
