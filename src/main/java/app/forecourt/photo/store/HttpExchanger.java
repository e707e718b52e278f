package app.forecourt.photo.store;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The requests of a store over HTTP. They follow no redirect, so that the password goes to no other host. */
record HttpExchanger(OkHttpClient client, StoreTls tls) {
    static final MediaType JPEG = MediaType.get("image/jpeg");
    private static final int TOO_MANY_REQUESTS = 429;
    /** A large photo over a slow line. */
    private static final Duration CALL = Duration.ofMinutes(5);

    /** Creates the requests to a host. */
    static HttpExchanger of(HttpUrl address, HostIdentities identities, OkHttpClient usual) {
        var tls = new StoreTls(address.host(), address.port(), identities, usual);
        return new HttpExchanger(
                tls.configure(usual.newBuilder())
                        .connectionPool(new ConnectionPool())
                        .callTimeout(CALL)
                        .build(),
                tls);
    }

    static RequestBody body(byte[] jpeg) {
        return RequestBody.create(jpeg, JPEG);
    }

    /** Sends a request and reads the response. */
    <T extends @Nullable Object> T send(Request request, Reader<T> reader) throws StoreException {
        try (Response response = client.newCall(request).execute()) {
            return reader.read(response);
        } catch (IOException failure) {
            throw tls.exception(failure);
        }
    }

    /** Returns the fault of a status that means the same for each protocol over HTTP. */
    static StoreFault fault(int status) {
        return switch (status) {
            case HttpURLConnection.HTTP_ENTITY_TOO_LARGE -> StoreFault.TOO_LARGE;
            case TOO_MANY_REQUESTS,
                    HttpURLConnection.HTTP_BAD_GATEWAY,
                    HttpURLConnection.HTTP_UNAVAILABLE,
                    HttpURLConnection.HTTP_GATEWAY_TIMEOUT -> StoreFault.BUSY;
            case HttpURLConnection.HTTP_INTERNAL_ERROR -> StoreFault.SERVER_ERROR;
            default -> StoreFault.REFUSED;
        };
    }

    /** Closes idle connections. */
    void close() {
        client.connectionPool().evictAll();
    }

    @FunctionalInterface
    interface Reader<T extends @Nullable Object> {
        T read(Response response) throws IOException, StoreException;
    }
}
