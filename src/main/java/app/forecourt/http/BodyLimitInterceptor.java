package app.forecourt.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * Reads an answer's body into memory, up to a limit that counts what comes out of decompression. Done here rather
 * than by the callers because Retrofit buffers error bodies itself, without any limit.
 */
final class BodyLimitInterceptor implements Interceptor {
    private static final long CHUNK = 64 * 1024;

    private final long limit;

    /** @param limit bytes, decompressed */
    BodyLimitInterceptor(long limit) {
        this.limit = limit;
    }

    /** @throws IOException also when the body is not whole, if the request carries no {@link RequestTrace} to note it on */
    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        var read = new Buffer();
        try (ResponseBody body = response.body()) {
            fill(read, body);
        } catch (IOException fault) {
            RequestTrace trip = chain.request().tag(RequestTrace.class);
            if (trip == null) {
                throw fault;
            }
            trip.bodyBroke(fault);
        }
        return response.newBuilder()
                .body(ResponseBody.create(read, response.body().contentType(), read.size()))
                .build();
    }

    private void fill(Buffer read, ResponseBody body) throws IOException {
        while (body.source().read(read, Math.min(CHUNK, limit + 1 - read.size())) != -1) {
            if (read.size() > limit) {
                throw new TooLargeException(limit);
            }
        }
    }
}
