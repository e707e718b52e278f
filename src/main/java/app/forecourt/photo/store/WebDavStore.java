package app.forecourt.photo.store;

import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A store by WebDAV, with OkHttp. Signs in by Basic authentication. A cut upload starts again. The proxy of the
 * settings applies.
 */
final class WebDavStore implements PhotoStore {
    private static final int LOCKED = 423;
    private static final int INSUFFICIENT_STORAGE = 507;

    private final HttpUrl root;
    private final String authorization;
    private final HttpExchanger http;
    private boolean hasMove = true;

    /** @param usual a client with the trust and the proxy of the computer */
    WebDavStore(StoreSettings settings, String password, HostIdentities identities, OkHttpClient usual) {
        this.root = settings.webRoot("");
        this.authorization = Credentials.basic(settings.user(), password, StandardCharsets.UTF_8);
        this.http = HttpExchanger.of(root, identities, usual);
    }

    /** Asks for the server's methods. Some servers answer that without a password, and for a missing folder. */
    @Override
    public void connect() throws StoreException {
        send(
                request("OPTIONS", root.newBuilder().addPathSegment("").build(), null),
                response ->
                        checked(response, HttpURLConnection.HTTP_BAD_METHOD, HttpURLConnection.HTTP_NOT_IMPLEMENTED));
    }

    @Override
    public void put(String path, byte[] jpeg) throws StoreException {
        StorePath target = StorePath.of(path);
        HttpUrl name = file(path);
        if (size(name) == jpeg.length) {
            return;
        }
        makeFolder(target.folder());
        if (hasMove) {
            HttpUrl temporary = file(target.folder() + "/" + target.temporaryName());
            send(request("PUT", temporary, HttpExchanger.body(jpeg)), WebDavStore::checked);
            hasMove = isMoved(temporary, name);
            if (hasMove) {
                return;
            }
            delete(temporary);
        }
        // Most servers without MOVE show a file only when it is complete.
        send(request("PUT", name, HttpExchanger.body(jpeg)), WebDavStore::checked);
    }

    @Override
    public void delete(String path) throws StoreException {
        StorePath.of(path);
        delete(file(path));
    }

    private void delete(HttpUrl file) throws StoreException {
        send(request("DELETE", file, null), response -> checked(response, HttpURLConnection.HTTP_NOT_FOUND));
    }

    /** Returns the size of a file in bytes; -1 if it is missing or the server does not say. */
    private long size(HttpUrl file) throws StoreException {
        Request head = request("HEAD", file, null)
                .newBuilder()
                .header("Accept-Encoding", "identity")
                .build();
        String length = send(head, response -> {
            if (response.code() == HttpURLConnection.HTTP_UNAUTHORIZED) {
                throw new StoreException(fault(response), "HTTP " + response.code());
            }
            return response.isSuccessful() ? response.header("Content-Length", "") : "";
        });
        return length != null && length.matches("\\d{1,12}") ? Long.parseLong(length) : -1;
    }

    /** Creates a folder. 405 means that it exists, or that the server has no such method; then the upload says more. */
    private void makeFolder(String folder) throws StoreException {
        send(
                request(
                        "MKCOL",
                        root.newBuilder()
                                .addPathSegments(folder)
                                .addPathSegment("")
                                .build(),
                        null),
                response ->
                        checked(response, HttpURLConnection.HTTP_BAD_METHOD, HttpURLConnection.HTTP_NOT_IMPLEMENTED));
    }

    private boolean isMoved(HttpUrl from, HttpUrl to) throws StoreException {
        Request move = request("MOVE", from, null)
                .newBuilder()
                .header("Destination", to.toString())
                .header("Overwrite", "T")
                .build();
        return send(move, Response::isSuccessful);
    }

    private HttpUrl file(String path) {
        return root.newBuilder().addPathSegments(path).build();
    }

    private Request request(String method, HttpUrl url, @Nullable RequestBody body) {
        return new Request.Builder()
                .url(url)
                .method(method, body)
                .header("Authorization", authorization)
                .build();
    }

    private <T extends @Nullable Object> T send(Request request, HttpExchanger.Reader<T> reader) throws StoreException {
        return http.send(request, reader);
    }

    /** Returns the status of a response. Throws if it is neither success nor one of the expected ones. */
    private static int checked(Response response, int... expected) throws StoreException {
        int status = response.code();
        if (response.isSuccessful() || Arrays.stream(expected).anyMatch(code -> code == status)) {
            return status;
        }
        throw new StoreException(fault(response), "HTTP " + status);
    }

    private static StoreFault fault(Response response) {
        return switch (response.code()) {
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                response.challenges().stream()
                                .allMatch(challenge -> challenge.scheme().equalsIgnoreCase("Basic"))
                        ? StoreFault.WRONG_PASSWORD
                        : StoreFault.REFUSED;
            case HttpURLConnection.HTTP_FORBIDDEN -> StoreFault.READ_ONLY;
            case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_CONFLICT, HttpURLConnection.HTTP_GONE ->
                StoreFault.NO_FOLDER;
            case INSUFFICIENT_STORAGE -> StoreFault.NO_SPACE;
            case LOCKED -> StoreFault.BUSY;
            default -> HttpExchanger.fault(response.code());
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
