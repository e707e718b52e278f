package app.forecourt.photo;

import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet;
import app.forecourt.http.UrlPolicy;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.photo.prepare.PictureDecoder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * The fetch of one photo from its host, for a preview. An instance is used once; {@link #stop()} may be called from any
 * thread.
 */
public final class PhotoFetch {
    /** The time limit in the window; users do not wait longer while entering a car. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The maximum size of a file, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    /** The long side of a preview in pixels. */
    private static final int PREVIEW_SIDE = 256;
    /** Asks a host with several formats for one that can be shown. */
    private static final String ACCEPT = "image/jpeg, image/png, image/gif, image/webp;q=0.8, image/*;q=0.5, */*;q=0.1";

    /** Bytes between two reports of progress. */
    private static final long PART = 65_536;

    private final UntrustedGet request;
    private final String address;

    /** The outcome of fetching a photo. */
    public sealed interface Outcome {

        /** The photo can be shown. */
        record Shown(PictureDecoder.Decoded photo) implements Outcome {}

        /**
         * The photo can't be shown.
         *
         * @param status the HTTP status; 0 if there was no response
         */
        record Broken(PhotoError error, int status) implements Outcome {}
    }

    /**
     * Prepares the fetch; no request is sent yet.
     *
     * @param targets the allowed targets
     * @param timeout for the whole fetch, including redirects
     */
    public PhotoFetch(String address, HttpClients http, UntrustedGet.Targets targets, Duration timeout) {
        this.address = address;
        this.request = new UntrustedGet(http, targets, ACCEPT, timeout);
    }

    /** Returns the error that an address has by its text alone; no request is sent. */
    public static Optional<PhotoError> addressError(String address) {
        return UntrustedGet.addressFault(address, UntrustedGet.Targets.PUBLIC).map(PhotoError::of);
    }

    /** Returns the host of an address; the address itself if it is no web address. */
    public static String host(String address) {
        return UrlPolicy.host(address).orElse(address);
    }

    /** Fetches the photo and waits. Failures of the network, the host or the file are returned as values. */
    public Outcome run() {
        return run(PREVIEW_SIDE, _ -> {});
    }

    /**
     * Fetches the photo in a size that fills a window, and waits.
     *
     * @param progress receives how much of the photo is here, from 0 to 1; -1 if its size is unknown
     */
    public Outcome runLarge(DoubleConsumer progress) {
        return run(PhotoPreparer.LONG_SIDE, progress);
    }

    private Outcome run(int longSide, DoubleConsumer progress) {
        try {
            return request.run(address, response -> read(response, longSide, progress));
        } catch (IOException failure) {
            return new Outcome.Broken(request.isStopped() ? PhotoError.STOPPED : PhotoError.of(failure), 0);
        } catch (IllegalArgumentException | IllegalStateException invalid) {
            // OkHttp throws these at responses that violate HTTP.
            return new Outcome.Broken(PhotoError.NOT_A_PICTURE, 0);
        }
    }

    /** Cancels the fetch. */
    public void stop() {
        request.stop();
    }

    private static Outcome read(Response response, int longSide, DoubleConsumer progress) throws IOException {
        int status = response.code();
        if (status != HttpURLConnection.HTTP_OK) {
            boolean gone = status == HttpURLConnection.HTTP_NOT_FOUND || status == HttpURLConnection.HTTP_GONE;
            return new Outcome.Broken(gone ? PhotoError.GONE : PhotoError.REFUSED, status);
        }
        ResponseBody body = response.body();
        BufferedSource source = body.source();
        reportProgress(source, body.contentLength(), progress);
        if (body.contentLength() > MOST_BYTES || source.request(MOST_BYTES + 1L)) {
            return new Outcome.Broken(PhotoError.TOO_LARGE, status);
        }
        return new Outcome.Shown(PictureDecoder.decode(source.getBuffer().readByteArray(), longSide));
    }

    private static void reportProgress(BufferedSource source, long length, DoubleConsumer progress) throws IOException {
        for (long part = PART; part <= Math.min(length, MOST_BYTES) && source.request(part); part += PART) {
            progress.accept((double) part / length);
        }
    }
}
