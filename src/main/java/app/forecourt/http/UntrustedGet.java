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
 * One GET from a host that nobody vouched for, at an address that somebody typed or was sent. It goes only as far as its
 * {@link AllowedTargets}, and looks at that anew with every redirect, of which it follows three; it carries no cookie, no token and
 * no referrer. Used once; can be stopped from any thread.
 */
public final class UntrustedGet {
    private static final int MOST_REDIRECTS = 3;

    private final HttpClients http;
    private final AllowedTargets reach;
    private final String accept;
    private final Duration patience;
    private volatile boolean stopped;
    private volatile @Nullable Call underWay;

    /** Reads an answer that is no redirect. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads what it needs and no more; the answer is closed behind it. */
        T read(Response response) throws IOException;
    }

    /**
     * Goes nowhere yet.
     *
     * @param accept which kinds of content are wanted
     * @param patience for all of it together, the reading included
     */
    public UntrustedGet(HttpClients http, AllowedTargets reach, String accept, Duration patience) {
        this.http = http;
        this.reach = reach;
        this.accept = accept;
        this.patience = patience;
    }

    /**
     * Goes there and reads what it finds.
     *
     * @throws BlockedTargetException where it may not go
     */
    public <T> T run(String address, Reader<T> reader) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        HttpUrl url = UrlPolicy.parsed(address);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            try (Response response = call(checked(url), end).execute()) {
                if (!response.isRedirect()) {
                    return reader.read(response);
                }
                String to = response.header("Location");
                url = to == null ? null : response.request().url().resolve(to);
            } catch (FilteringDns.OffLimits off) {
                throw new BlockedTargetException(Fault.PRIVATE);
            }
        }
        throw new BlockedTargetException(Fault.TOO_MANY_REDIRECTS);
    }

    /** What is on its way is given up. */
    public void stop() {
        stopped = true;
        Call call = underWay;
        if (call != null) {
            call.cancel();
        }
    }

    /** Whether somebody stopped it. */
    public boolean isStopped() {
        return stopped;
    }

    /** Why nobody goes to an address, as far as it says itself. */
    public static Optional<Fault> fault(String address, AllowedTargets reach) {
        return fault(UrlPolicy.parsed(address), reach);
    }

    private static Optional<Fault> fault(@Nullable HttpUrl url, AllowedTargets reach) {
        if (url == null) {
            return Optional.of(Fault.NOT_AN_ADDRESS);
        }
        if (!url.isHttps() && !reach.plainHttp()) {
            return Optional.of(Fault.NOT_HTTPS);
        }
        return url.encodedUsername().isEmpty() && url.encodedPassword().isEmpty() ? Optional.empty()
                : Optional.of(Fault.HAS_USER);
    }

    private HttpUrl checked(@Nullable HttpUrl url) throws BlockedTargetException {
        Optional<Fault> fault = fault(url, reach);
        if (url == null || fault.isPresent()) {
            throw new BlockedTargetException(fault.orElse(Fault.NOT_AN_ADDRESS));
        }
        return url;
    }

    private Call call(HttpUrl url, long end) throws IOException {
        Call call = way(url).newCall(new Request.Builder().url(url).header("Accept", accept)
                // Not asked for, nothing has to be unpacked, of which nobody knows how much it is.
                .header("Accept-Encoding", "identity").build());
        call.timeout().deadlineNanoTime(end);
        underWay = call;
        if (stopped) {
            // Stopped before stop() could see the call.
            call.cancel();
        }
        return call;
    }

    /** A proxy looks the host up itself: what it would find is held to be what is found here. */
    private OkHttpClient way(HttpUrl url) throws IOException {
        OkHttpClient client = http.streaming();
        Dns safe = new FilteringDns(client.dns(), reach);
        safe.lookup(url.host());
        List<Proxy> proxies = client.proxySelector().select(url.uri());
        Proxy proxy = proxies == null || proxies.isEmpty() ? Proxy.NO_PROXY : proxies.getFirst();
        return client.newBuilder().proxy(proxy)
                .dns(proxy.type() == Proxy.Type.DIRECT ? safe : client.dns()).build();
    }
}
