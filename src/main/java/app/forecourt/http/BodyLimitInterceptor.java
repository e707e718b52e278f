package app.forecourt.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * An interceptor that reads a response's body into memory, up to a limit after decompression. The callers can not do
 * this, because Retrofit buffers error bodies itself, without any limit.
 */
final class BodyLimitInterceptor implements Interceptor {
    private static final long CHUNK = 64 * 1024;

    private final long limit;

    /** @param limit the maximum size after decompression, in bytes */
    BodyLimitInterceptor(long limit) {
        this.limit = limit;
    }

    /**
     * @throws IOException also if the body is incomplete and the request carries no {@link RequestProgress} to record
     *     that
     */
    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        var buffer = new Buffer();
        try (ResponseBody body = response.body()) {
            fill(buffer, body);
        } catch (IOException fault) {
            RequestProgress trace = chain.request().tag(RequestProgress.class);
            if (trace == null) {
                throw fault;
            }
            trace.setBodyFault(fault);
        }
        return response.newBuilder()
                .body(ResponseBody.create(buffer, response.body().contentType(), buffer.size()))
                .build();
    }

    private void fill(Buffer buffer, ResponseBody body) throws IOException {
        while (body.source().read(buffer, Math.min(CHUNK, limit + 1 - buffer.size())) != -1) {
            if (buffer.size() > limit) {
                throw new HttpClients.TooLargeException(limit);
            }
        }
    }
}
