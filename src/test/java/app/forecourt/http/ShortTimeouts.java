package app.forecourt.http;

import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Timeouts for requests that no server answers. All other requests wait as long as a slow machine needs. */
public final class ShortTimeouts {
    /** As long as a whole test, because each step of a large answer takes its time. */
    private static final Duration LIMIT = Duration.ofSeconds(LongWait.TEST_SECONDS);

    public static final HttpClients.Timeouts LONG = new HttpClients.Timeouts(LIMIT, LIMIT, LIMIT);
    private static final int MILLIS = 150;

    private ShortTimeouts() {}

    /** Limits the wait for each byte of the responses to some requests. */
    public static UnaryOperator<OkHttpClient.Builder> when(Predicate<Request> isUnanswered) {
        return builder -> builder.addInterceptor(chain -> isUnanswered.test(chain.request())
                ? chain.withReadTimeout(MILLIS, TimeUnit.MILLISECONDS).proceed(chain.request())
                : chain.proceed(chain.request()));
    }

    /** Limits the wait for each byte of the responses to a path. */
    public static UnaryOperator<OkHttpClient.Builder> at(String path) {
        return when(request -> request.url().encodedPath().equals(path));
    }

    /** Limits the wait for each byte of the body of the responses to a path. */
    public static UnaryOperator<OkHttpClient.Builder> forBodyAt(String path) {
        return builder -> builder.addNetworkInterceptor(chain -> limitBody(chain, path));
    }

    private static Response limitBody(Interceptor.Chain chain, String path) throws IOException {
        Response head = chain.proceed(chain.request());
        if (chain.request().url().encodedPath().equals(path)) {
            head.body().source().timeout().timeout(MILLIS, TimeUnit.MILLISECONDS);
        }
        return head;
    }
}
