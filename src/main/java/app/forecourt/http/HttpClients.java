package app.forecourt.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
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
 * The program's HTTP clients, created on first use. All of them identify as {@code Forecourt/<version>}. They follow no
 * redirects, because a bearer token must not go to another host, and a POST must not become a GET. An
 * {@link UntrustedGet} derives a client that follows redirects, and checks each. All but {@link #streaming()} read at
 * most {@value #LARGEST_BODY} bytes of a response, counted after decompression. A request may carry a
 * {@link RequestProgress}.
 *
 * <p>Certificates are checked against the {@link TrustedAuthorities} of the computer. Proxies are the system's unless
 * the base sets others.
 */
public final class HttpClients {
    /** The maximum size of a response body after decompression, in bytes. */
    public static final long LARGEST_BODY = 8L * 1024 * 1024;

    private final String version;
    private final Timeouts timeouts;
    private final UnaryOperator<OkHttpClient.Builder> base;
    private @Nullable OkHttpClient reading;
    private @Nullable OkHttpClient posting;
    private @Nullable OkHttpClient signingIn;
    private @Nullable OkHttpClient streaming;

    /** A response's body exceeded the limit; the rest was not read. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long limit) {
            super("body larger than " + limit + " bytes");
        }
    }

    /** @param version the program's version, for the User-Agent */
    public HttpClients(String version) {
        this(version, Timeouts.USUAL, builder -> builder);
    }

    /**
     * @param version the program's version, for the User-Agent
     * @param base sets the options of the computer (proxy, DNS, trust store); applied first, so that it can't undo the
     *     settings against posting a car twice
     */
    public HttpClients(String version, Timeouts timeouts, UnaryOperator<OkHttpClient.Builder> base) {
        this.version = version;
        this.timeouts = timeouts;
        this.base = base;
    }

    /** Returns the client for GET. It keeps connections open and retries failed ones. */
    public synchronized OkHttpClient reading() {
        if (reading == null) {
            reading = baseBuilder()
                    .addInterceptor(new BodyLimitInterceptor(LARGEST_BODY))
                    .build();
        }
        return reading;
    }

    /**
     * Returns the client that posts cars. A call sends at most one request: no retry, no authenticator, and a body that
     * is written once. Each call uses a new connection, because the server may close a kept one just as the request is
     * sent. Then it is unknown whether the request arrived.
     */
    public synchronized OkHttpClient posting() {
        if (posting == null) {
            posting = atMostOnce();
        }
        return posting;
    }

    /**
     * Returns the client for tokens. It is set up like {@link #posting()} but shares nothing with it. A call that waits
     * for a token must not hold resources that the token's call needs (Retrofit issues 3587 and 3935).
     */
    public synchronized OkHttpClient signingIn() {
        if (signingIn == null) {
            signingIn = atMostOnce();
        }
        return signingIn;
    }

    /**
     * Returns the client for GET of bodies that the caller reads as a stream and bounds itself. It shares no connection
     * with the other clients.
     */
    synchronized OkHttpClient streaming() {
        if (streaming == null) {
            streaming = baseBuilder()
                    .connectionPool(new ConnectionPool())
                    .dispatcher(new Dispatcher())
                    .build();
        }
        return streaming;
    }

    /**
     * Closes the idle connections, so that the next request uses the current proxy settings. May block for a moment.
     */
    public void evictConnections() {
        reading().connectionPool().evictAll();
        streaming().connectionPool().evictAll();
    }

    /** Returns whether a request to an address would use no proxy. */
    public boolean isDirect(URI address) {
        ProxySelector proxies = reading().proxySelector();
        return proxies == null || proxies.select(address).stream().allMatch(Proxy.NO_PROXY::equals);
    }

    private OkHttpClient atMostOnce() {
        return reading()
                .newBuilder()
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .addInterceptor(new OneShotBodyInterceptor())
                .build();
    }

    private OkHttpClient.Builder baseBuilder() {
        TrustedAuthorities trust = TrustedAuthorities.OF_COMPUTER;
        return base.apply(new OkHttpClient.Builder()
                        .sslSocketFactory(TrustedAuthorities.context(trust).getSocketFactory(), trust))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.read())
                .callTimeout(timeouts.call())
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .eventListenerFactory(RequestProgress::listener)
                .addInterceptor(chain -> chain.proceed(withUserAgent(chain.request())));
    }

    private Request withUserAgent(Request request) {
        return request.newBuilder().header("User-Agent", "Forecourt/" + version).build();
    }

    /**
     * Time limits of a call.
     *
     * @param connect until a connection is made, for each address of the host
     * @param read until the next bytes are received or sent
     * @param call for the whole call, including the body
     */
    public record Timeouts(Duration connect, Duration read, Duration call) {

        /** The default: long enough for a slow server, short enough for a user at the window. */
        public static final Timeouts USUAL =
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(90));
    }
}
