package app.forecourt.upload;

import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.http.HttpClients;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.prepare.PhotoFileException;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.photo.prepare.PreparedPhoto;
import app.forecourt.photo.store.PhotoStore;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreException;
import app.forecourt.photo.store.StoreSettings;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps on a photo's way to the dealer's web space. */
public final class WebSpaceUploadSteps implements PhotoUploadSteps {
    /** The failure while the keychain is locked. */
    private static final PhotoUploadFailure LOCKED = new PhotoUploadFailure(PhotoUploadFailure.Step.PUT, "LOCKED");
    /** Tries to fetch a photo that the public does not see yet, because a web space may be busy, or show it late. */
    private static final int MOST_FETCHES = 5;

    private final WebSpacePreferences webSpace;
    private final HttpClients http;
    private final PublicCheck check;
    /** The connection of the last photo, for the next one. */
    private @Nullable Connection last;

    private record Connection(StoreSettings settings, String secret, PhotoStore store) {}

    /** @param check the check that the public sees a photo */
    public WebSpaceUploadSteps(WebSpacePreferences webSpace, HttpClients http, PublicCheck check) {
        this.webSpace = webSpace;
        this.http = http;
        this.check = check;
    }

    @Override
    public PreparedPhoto prepare(PhotoUpload photo) throws PhotoUploadException {
        if (!photo.isOfThisComputer()) {
            throw new PhotoUploadException(PhotoUploadFailure.LEFT_BEHIND, PhotoUploadException.ONCE);
        }
        try {
            return PhotoPreparer.prepare(photo.source(), photo.covered());
        } catch (PhotoFileException rejected) {
            throw new PhotoUploadException(
                    PhotoUploadFailure.of(PhotoUploadFailure.Step.PREPARE, rejected.error()),
                    PhotoUploadException.ONCE);
        }
    }

    @Override
    public boolean hasWebSpace() {
        return webSpace.isSetUp();
    }

    @Override
    public Optional<String> address(String path) {
        return webSpace.validSettings().map(space -> space.publicAddress(path).toString());
    }

    @Override
    public boolean isPublic(String address, byte[] jpeg) {
        return check.run(URI.create(address), jpeg).isEmpty();
    }

    @Override
    public Optional<String> publish(PhotoUpload photo, byte[] jpeg, Runnable onStored) throws PhotoUploadException {
        Optional<StoreSettings> settings = webSpace.validSettings();
        String secret = webSpace.secret();
        if (settings.filter(webSpace::isCurrent).isEmpty()) {
            // The password may belong to other settings than those that were read before it.
            return Optional.empty();
        }
        if (secret.isEmpty()) {
            // The web space would refuse the photo, and the user would have to try it again after unlocking.
            throw new PhotoUploadException(LOCKED, PhotoUploadException.ALWAYS);
        }
        String path = photo.path().orElseThrow();
        try {
            store(settings.get(), secret).put(path, jpeg);
        } catch (StoreException failure) {
            throw new PhotoUploadException(
                    PhotoUploadFailure.of(PhotoUploadFailure.Step.PUT, failure.fault()),
                    failure.fault().isTransient() ? PhotoUploadException.ALWAYS : PhotoUploadException.ONCE);
        }
        onStored.run();
        URI address = settings.get().publicAddress(path);
        Optional<PublicCheck.Fault> fault = check.run(address, jpeg);
        if (fault.isPresent()) {
            throw new PhotoUploadException(
                    PhotoUploadFailure.of(PhotoUploadFailure.Step.FETCH, fault.get()), tries(fault.get()));
        }
        return Optional.of(address.toString());
    }

    /** Returns the number of tries after which only the user can help. */
    private static int tries(PublicCheck.Fault fault) {
        return switch (fault) {
            case OFFLINE, TIMEOUT, UNKNOWN_HOST -> PhotoUploadException.ALWAYS;
            case NOT_FOUND, REFUSED, SERVER_ERROR -> MOST_FETCHES;
            default -> PhotoUploadException.ONCE;
        };
    }

    /** Returns the store of the last photo if it has these settings, or a new one. */
    private synchronized PhotoStore store(StoreSettings settings, String secret) {
        Connection open = last;
        if (open == null || !open.settings().equals(settings) || !open.secret().equals(secret)) {
            if (open != null) {
                open.store().close();
            }
            open = new Connection(settings, secret, PhotoStore.open(settings, secret, webSpace, http));
            last = open;
        }
        return open.store();
    }
}
