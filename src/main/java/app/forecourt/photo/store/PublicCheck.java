package app.forecourt.photo.store;

import app.forecourt.http.BlockedTargetException;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The check that the public sees a photo: fetches it by its public address, without a password, and compares bytes and
 * content type. It sees what AutoChat will see.
 */
public final class PublicCheck {
    /** The time limit of a fetch. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The length of a beginning in which a web page is recognized. */
    private static final int HEAD = 512;

    private final HttpClients http;
    private final UntrustedGet.Targets targets;
    private final Duration timeout;

    /** The reason why the public does not see a photo. */
    public enum Fault {
        /** The address is no web address. */
        NOT_AN_ADDRESS,
        /** The address, or the target of a redirect, is not https. */
        NOT_HTTPS,
        /** The address, or the target of a redirect, holds a user name or password. */
        HAS_USER,
        /** The host is this computer or in a private network. */
        PRIVATE,
        /** There were too many redirects. */
        TOO_MANY_REDIRECTS,
        /** The host is unknown. */
        UNKNOWN_HOST,
        /** The host can't be reached, or the connection broke. */
        OFFLINE,
        /** The time limit was reached. */
        TIMEOUT,
        /** No secure connection could be made, for example because the public does not trust the certificate. */
        NOT_SECURE,
        /** There is nothing at the address (404, 410). */
        NOT_FOUND,
        /** The public may not see the photo (401, 403). */
        FORBIDDEN,
        /** The host refused the request with another status. */
        REFUSED,
        /** The host reported an error of its own (500 to 599). */
        SERVER_ERROR,
        /** A redirect led to a web page, such as one to sign in. */
        LOGIN_REDIRECT,
        /** There is a web page at the address. */
        HTML_PAGE,
        /** The photo is there, but is not called {@code image/jpeg}. */
        WRONG_TYPE,
        /** There is another file at the address. */
        OTHER_BYTES;

        static Fault of(IOException failure) {
            if (failure instanceof BlockedTargetException blocked) {
                return valueOf(blocked.fault().name());
            }
            return switch (NetworkFaults.of(failure)) {
                case UNKNOWN_HOST -> UNKNOWN_HOST;
                case TIMEOUT -> TIMEOUT;
                case NOT_SECURE -> NOT_SECURE;
                default -> OFFLINE;
            };
        }
    }

    /**
     * Creates a check.
     *
     * @param targets the allowed targets; {@link UntrustedGet.Targets#PUBLIC} except in Practice and in tests
     * @param timeout for the whole fetch, including redirects
     */
    public PublicCheck(HttpClients http, UntrustedGet.Targets targets, Duration timeout) {
        this.http = http;
        this.targets = targets;
        this.timeout = timeout;
    }

    /** Fetches a photo and waits. Returns why the public does not see it; empty if all is well. */
    public Optional<Fault> run(URI address, byte[] jpeg) {
        try {
            return new UntrustedGet(http, targets, "image/jpeg, */*;q=0.1", timeout)
                    .run(address.toString(), response -> compare(response, jpeg));
        } catch (IOException failure) {
            return Optional.of(Fault.of(failure));
        } catch (IllegalArgumentException | IllegalStateException invalid) {
            // OkHttp throws these at responses that violate HTTP.
            return Optional.of(Fault.REFUSED);
        }
    }

    private static Optional<Fault> compare(Response response, byte[] jpeg) throws IOException {
        int status = response.code();
        if (status != HttpURLConnection.HTTP_OK) {
            return Optional.of(
                    switch (status) {
                        case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE -> Fault.NOT_FOUND;
                        case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN -> Fault.FORBIDDEN;
                        default -> status >= HttpURLConnection.HTTP_INTERNAL_ERROR ? Fault.SERVER_ERROR : Fault.REFUSED;
                    });
        }
        MediaType type = response.body().contentType();
        BufferedSource source = response.body().source();
        // One byte more, so that a longer file is another file.
        source.request(jpeg.length + 1L);
        byte[] received = source.getBuffer().readByteArray();
        if (Arrays.equals(received, jpeg)) {
            return is(type, "jpeg") ? Optional.empty() : Optional.of(Fault.WRONG_TYPE);
        }
        if (is(type, "html") || is(type, "xhtml+xml") || startsAsPage(received)) {
            return Optional.of(response.priorResponse() == null ? Fault.HTML_PAGE : Fault.LOGIN_REDIRECT);
        }
        return Optional.of(Fault.OTHER_BYTES);
    }

    private static boolean is(@Nullable MediaType type, String subtype) {
        return type != null && type.subtype().equals(subtype);
    }

    /** Returns whether bytes begin as a web page does, whatever the server calls them. */
    private static boolean startsAsPage(byte[] received) {
        String start = new String(received, 0, Math.min(received.length, HEAD), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
