package app.forecourt.photo;

import app.forecourt.http.AllowedTargets;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet;
import app.forecourt.http.UrlPolicy;
import app.forecourt.photo.PhotoOutcome.Broken;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** One photo to be fetched from the host it is on, once, to be shown small. Can be stopped from any thread. */
public final class PhotoFetch {
    /** Who types a car does not look longer. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A host that has more than one kind gives one that can be shown. */
    private static final String ACCEPT = "image/jpeg, image/png, image/gif, image/*;q=0.5, */*;q=0.1";

    private final UntrustedGet visit;
    private final String address;

    /**
     * Fetches nothing yet.
     *
     * @param reach where it may go
     * @param patience until it is shown, with all redirects
     */
    public PhotoFetch(String address, HttpClients http, AllowedTargets reach, Duration patience) {
        this.address = address;
        this.visit = new UntrustedGet(http, reach, ACCEPT, patience);
    }

    /** Why a photo is not fetched, as far as its address says so itself. */
    public static Optional<PhotoError> fault(String address) {
        return UntrustedGet.fault(address, AllowedTargets.PUBLIC).map(PhotoError::of);
    }

    /** Who keeps a photo; the address itself when it is none. */
    public static String host(String address) {
        return UrlPolicy.host(address).orElse(address);
    }

    /** Fetches and waits; whatever the network, the host or the file does comes back as a value. */
    public PhotoOutcome run() {
        try {
            return visit.run(address, PhotoFetch::read);
        } catch (IOException failure) {
            return new Broken(visit.isStopped() ? PhotoError.STOPPED : PhotoError.of(failure), 0);
        } catch (IllegalArgumentException | IllegalStateException nonsense) {
            // OkHttp throws these at answers outside HTTP's sense.
            return new Broken(PhotoError.NOT_A_PICTURE, 0);
        }
    }

    /** It is not wanted any more; what is on its way is given up. */
    public void stop() {
        visit.stop();
    }

    private static PhotoOutcome read(Response response) throws IOException {
        int status = response.code();
        if (status != HttpURLConnection.HTTP_OK) {
            boolean gone = status == HttpURLConnection.HTTP_NOT_FOUND
                    || status == HttpURLConnection.HTTP_GONE;
            return new Broken(gone ? PhotoError.GONE : PhotoError.REFUSED, status);
        }
        ResponseBody body = response.body();
        BufferedSource source = body.source();
        source.request(Thumbnail.HEAD);
        Optional<PhotoError> fault = Thumbnail
                .fault(source.peek().readByteArray(Math.min(Thumbnail.HEAD, source.getBuffer().size())));
        if (fault.isPresent()) {
            return new Broken(fault.get(), status);
        }
        if (body.contentLength() > Thumbnail.MOST_BYTES || source.request(Thumbnail.MOST_BYTES + 1L)) {
            return new Broken(PhotoError.TOO_LARGE, status);
        }
        return Thumbnail.read(source.getBuffer().readByteArray());
    }
}
