package app.forecourt.http;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The program's HTTP clients, made when first asked for. All of them identify as {@code Forecourt/<version>}, follow
 * no redirect (a bearer token must not travel on, and a POST must not turn into a GET), and all but {@link #streaming()}
 * read at most {@value #LARGEST_BODY} bytes of an answer, decompressed size counted. A request may carry a {@link RequestTrace}.
 *
 * <p>
 * Certificates are checked against Java's own trust store; proxies are the system's, unless the base says otherwise.
 */
public final class HttpClients {
    /** Bytes of an answer that are read at most, after decompression. */
    public static final long LARGEST_BODY = 8L * 1024 * 1024;

    private final String version;
    private final Timeouts timeouts;
    private final UnaryOperator<OkHttpClient.Builder> base;
    private @Nullable OkHttpClient common;
    private @Nullable OkHttpClient reading;
    private @Nullable OkHttpClient posting;
    private @Nullable OkHttpClient signingIn;
    private @Nullable OkHttpClient streaming;

    /** @param version the program's, for the User-Agent */
    public HttpClients(String version) {
        this(version, Timeouts.USUAL, builder -> builder);
    }

    /**
     * @param version the program's, for the User-Agent
     * @param base sets what belongs to the computer (proxy, DNS, trust store); it comes first, so it can't undo what
     *        keeps a car from being posted twice
     */
    public HttpClients(String version, Timeouts timeouts, UnaryOperator<OkHttpClient.Builder> base) {
        this.version = version;
        this.timeouts = timeouts;
        this.base = base;
    }

    /** For GET. Connections are kept and a failed one is tried again. */
    public synchronized OkHttpClient reading() {
        if (reading == null) {
            reading = common();
        }
        return reading;
    }

    /**
     * For cars. A call sends at most one request, whatever happens: no retry, no authenticator, a body that is
     * written once, and a fresh connection for each, since one kept open may be closed by the server just as the
     * request leaves and nobody could then say whether it arrived.
     */
    public synchronized OkHttpClient posting() {
        if (posting == null) {
            posting = atMostOnce();
        }
        return posting;
    }

    /**
     * For tokens. As {@link #posting()}, but sharing nothing with it: a call that waits for a token must not hold
     * what the token's call needs (Retrofit issues 3587 and 3935).
     */
    public synchronized OkHttpClient signingIn() {
        if (signingIn == null) {
            signingIn = atMostOnce();
        }
        return signingIn;
    }

    /** For GET of what its reader reads as it comes, and bounds. Shares no connection with the others. */
    synchronized OkHttpClient streaming() {
        if (streaming == null) {
            streaming = bare().connectionPool(new ConnectionPool()).dispatcher(new Dispatcher()).build();
        }
        return streaming;
    }

    /**
     * Closes the connections that are kept for later, so that the next request takes the way that holds now. May block
     * for a moment.
     */
    public void evictConnections() {
        reading().connectionPool().evictAll();
        streaming().connectionPool().evictAll();
    }

    /** Whether a request to that address would go there itself, and not through a proxy. */
    public boolean isDirect(URI address) {
        ProxySelector proxies = reading().proxySelector();
        return proxies == null || proxies.select(address).stream().allMatch(Proxy.NO_PROXY::equals);
    }

    private OkHttpClient atMostOnce() {
        return common().newBuilder()
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .addInterceptor(new OneShotBodyInterceptor())
                .build();
    }

    private synchronized OkHttpClient common() {
        if (common == null) {
            common = bare().addInterceptor(new BodyLimitInterceptor(LARGEST_BODY)).build();
        }
        return common;
    }

    private OkHttpClient.Builder bare() {
        return base.apply(new OkHttpClient.Builder())
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.read())
                .callTimeout(timeouts.call())
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .eventListenerFactory(RequestTrace::listener)
                .addInterceptor(chain -> chain.proceed(signed(chain.request())));
    }

    private Request signed(Request request) {
        return request.newBuilder().header("User-Agent", "Forecourt/" + version).build();
    }
}
