package app.forecourt.http;

import app.forecourt.http.BlockedTargetException.Fault;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One GET from an untrusted host, at an address that the user typed or received. Each request, also after a redirect,
 * is checked against the {@link AllowedTargets}. At most three redirects are followed. The request carries no cookie,
 * token or referrer. An instance is used once; {@link #stop()} may be called from any thread.
 */
public final class UntrustedGet {
    private static final int MAX_REDIRECTS = 3;

    private final HttpClients http;
    private final AllowedTargets targets;
    private final String accept;
    private final Duration timeout;
    private volatile boolean stopped;
    private volatile @Nullable Call currentCall;

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
    public UntrustedGet(HttpClients http, AllowedTargets targets, String accept, Duration timeout) {
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
        HttpUrl url = UrlPolicy.parse(address);
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            try (Response response = call(checked(url), end).execute()) {
                if (!response.isRedirect()) {
                    return reader.read(response);
                }
                String location = response.header("Location");
                url = location == null ? null : response.request().url().resolve(location);
            } catch (FilteringDns.BlockedHostException blocked) {
                throw new BlockedTargetException(Fault.PRIVATE);
            }
        }
        throw new BlockedTargetException(Fault.TOO_MANY_REDIRECTS);
    }

    /** Cancels the request. */
    public void stop() {
        stopped = true;
        Call call = currentCall;
        if (call != null) {
            call.cancel();
        }
    }

    /** Returns whether {@link #stop()} was called. */
    public boolean isStopped() {
        return stopped;
    }

    /** Returns the rule that an address violates by its text alone; the host is not looked up. */
    public static Optional<Fault> addressFault(String address, AllowedTargets targets) {
        return addressFault(UrlPolicy.parse(address), targets);
    }

    private static Optional<Fault> addressFault(@Nullable HttpUrl url, AllowedTargets targets) {
        if (url == null) {
            return Optional.of(Fault.NOT_AN_ADDRESS);
        }
        if (!url.isHttps() && !targets.plainHttp()) {
            return Optional.of(Fault.NOT_HTTPS);
        }
        return url.encodedUsername().isEmpty() && url.encodedPassword().isEmpty() ? Optional.empty()
                : Optional.of(Fault.HAS_USER);
    }

    private HttpUrl checked(@Nullable HttpUrl url) throws BlockedTargetException {
        Optional<Fault> fault = addressFault(url, targets);
        if (url == null || fault.isPresent()) {
            throw new BlockedTargetException(fault.orElse(Fault.NOT_AN_ADDRESS));
        }
        return url;
    }

    private Call call(HttpUrl url, long end) throws IOException {
        Call call = clientFor(url).newCall(new Request.Builder().url(url).header("Accept", accept)
                // No compression, because the size after decompression would be unknown.
                .header("Accept-Encoding", "identity").build());
        call.timeout().deadlineNanoTime(end);
        currentCall = call;
        if (stopped) {
            // stop() ran before it could see the call.
            call.cancel();
        }
        return call;
    }

    /**
     * Returns a client for one URL and checks the URL's host. A proxy looks the host up itself; its result is assumed
     * to equal the result here.
     */
    private OkHttpClient clientFor(HttpUrl url) throws IOException {
        OkHttpClient client = http.streaming();
        Dns safe = new FilteringDns(client.dns(), targets);
        safe.lookup(url.host());
        List<Proxy> proxies = client.proxySelector().select(url.uri());
        Proxy proxy = proxies == null || proxies.isEmpty() ? Proxy.NO_PROXY : proxies.getFirst();
        return client.newBuilder().proxy(proxy)
                .dns(proxy.type() == Proxy.Type.DIRECT ? safe : client.dns()).build();
    }
}
