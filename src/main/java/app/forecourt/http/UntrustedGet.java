package app.forecourt.http;

import app.forecourt.http.BlockedTargetException.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One GET from an untrusted host, at an address that the user typed or received. Each request, also after a redirect,
 * is checked against the {@link Targets}. At most three redirects are followed. The request carries no cookie, token or
 * referrer. An instance is used once; {@link #stop()} may be called from any thread.
 */
public final class UntrustedGet {
    private static final int MAX_REDIRECTS = 3;

    private final HttpClients http;
    private final Targets targets;
    private final String accept;
    private final Duration timeout;
    private volatile boolean stopped;
    private volatile @Nullable Call call;
    private int redirects;

    /**
     * The allowed targets.
     *
     * @param plainHttp whether {@code http} is allowed besides {@code https}
     * @param addresses accepts the IP addresses that a connection may be made to
     */
    public record Targets(boolean plainHttp, Predicate<InetAddress> addresses) {
        /** Only https to the public internet. */
        public static final Targets PUBLIC = new Targets(false, PublicInternet::contains);
    }

    /** Reads a response that is no redirect. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the needed part of the response. The caller closes the response afterwards. */
        T read(Response response) throws IOException;
    }

    /**
     * Prepares a request; nothing is sent yet.
     *
     * @param accept the accepted media types
     * @param timeout for the whole request, including redirects and reading
     */
    public UntrustedGet(HttpClients http, Targets targets, String accept, Duration timeout) {
        this.http = http;
        this.targets = targets;
        this.accept = accept;
        this.timeout = timeout;
    }

    /**
     * Sends the request and reads the response.
     *
     * @throws BlockedTargetException if the address or the target of a redirect is not allowed
     */
    public <T> T run(String address, Reader<T> reader) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        OkHttpClient client = http.streaming();
        var safe = new FilteringDns(client.dns(), targets);
        HttpUrl url = checked(UrlPolicy.parse(address), safe);
        List<Proxy> proxies = client.proxySelector().select(url.uri());
        // Redirects keep the proxy of the first request, because only direct requests need the filter: the proxy
        // looks up hosts itself, and its own address may be private.
        Proxy proxy = proxies == null || proxies.isEmpty() ? Proxy.NO_PROXY : proxies.getFirst();
        Call newCall = client.newBuilder()
                .proxy(proxy)
                .dns(proxy.type() == Proxy.Type.DIRECT ? safe : client.dns())
                .followRedirects(true)
                .followSslRedirects(true)
                .addNetworkInterceptor(chain -> checkRedirect(chain.proceed(chain.request()), safe))
                .build()
                .newCall(new Request.Builder()
                        .url(url)
                        .header("Accept", accept)
                        // No compression, because the size after decompression would be unknown.
                        .header("Accept-Encoding", "identity")
                        .build());
        newCall.timeout().deadlineNanoTime(end);
        call = newCall;
        if (stopped) {
            // stop() ran before it could see the call.
            newCall.cancel();
        }
        try (Response response = newCall.execute()) {
            return reader.read(response);
        }
    }

    /** Cancels the request. */
    public void stop() {
        stopped = true;
        Call running = call;
        if (running != null) {
            running.cancel();
        }
    }

    /** Returns whether {@link #stop()} was called. */
    public boolean isStopped() {
        return stopped;
    }

    /** Returns the rule that an address violates by its text alone; the host is not looked up. */
    public static Optional<Fault> addressFault(String address, Targets targets) {
        return addressFault(UrlPolicy.parse(address), targets);
    }

    private static Optional<Fault> addressFault(@Nullable HttpUrl url, Targets targets) {
        if (url == null) {
            return Optional.of(Fault.NOT_AN_ADDRESS);
        }
        if (!url.isHttps() && !targets.plainHttp()) {
            return Optional.of(Fault.NOT_HTTPS);
        }
        return url.encodedUsername().isEmpty() && url.encodedPassword().isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.HAS_USER);
    }

    /** Checks an address and its host. A proxy looks the host up itself; its result is assumed to be the same. */
    private HttpUrl checked(@Nullable HttpUrl url, Dns safe) throws IOException {
        Optional<Fault> fault = addressFault(url, targets);
        if (url == null || fault.isPresent()) {
            throw new BlockedTargetException(fault.orElse(Fault.NOT_AN_ADDRESS));
        }
        safe.lookup(url.host());
        return url;
    }

    /** Checks a redirect before OkHttp follows it, because OkHttp connects before it calls an interceptor again. */
    private Response checkRedirect(Response response, Dns safe) throws IOException {
        if (response.isRedirect()) {
            if (++redirects > MAX_REDIRECTS) {
                throw new BlockedTargetException(Fault.TOO_MANY_REDIRECTS);
            }
            String location = response.header("Location");
            checked(location == null ? null : response.request().url().resolve(location), safe);
        }
        return response;
    }
}
