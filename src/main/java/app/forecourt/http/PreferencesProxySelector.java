package app.forecourt.http;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.ProxyAddress;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * A proxy selector that follows the current preferences: the system's proxy, a proxy set by the user, or none. Requests
 * to this computer never use a proxy. If the user's proxy is invalid, no request is sent, because a direct connection
 * may be forbidden.
 */
public final class PreferencesProxySelector extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    /** A proxy that is unreachable because its port is invalid. */
    private static final List<Proxy> UNREACHABLE =
            List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("", 0)));

    private static final String PREEMPTIVE = "OkHttp-Preemptive";

    private final Preferences preferences;
    private final ProxySelector system;

    /** @param system the system's proxy selector */
    public PreferencesProxySelector(Preferences preferences, ProxySelector system) {
        this.preferences = preferences;
        this.system = system;
    }

    /** Sets up a client to use this selector and to report proxy faults by a {@link ProxyException}. */
    public OkHttpClient.Builder configure(OkHttpClient.Builder client) {
        return client.proxySelector(this)
                .proxyAuthenticator(PreferencesProxySelector::onProxyChallenge)
                .addInterceptor(chain -> {
                    if (select(chain.request().url().uri()).equals(UNREACHABLE)) {
                        throw new ProxyException(ProxyException.Fault.UNUSABLE);
                    }
                    return chain.proceed(chain.request());
                });
    }

    /**
     * Rejects a proxy that requires a password. OkHttp also calls this before the first request, to offer pre-emptive
     * authentication.
     */
    private static @Nullable Request onProxyChallenge(@Nullable Route route, Response response) throws ProxyException {
        if (response.challenges().stream()
                .anyMatch(challenge -> challenge.scheme().equals(PREEMPTIVE))) {
            return null;
        }
        throw new ProxyException(ProxyException.Fault.WANTS_PASSWORD);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().replaceAll("[\\[\\]]", "");
        if (UrlPolicy.isLoopback(host)) {
            return DIRECT;
        }
        return switch (preferences.get(Setting.PROXY)) {
            case "none" -> DIRECT;
            // Resolved for each connection, like any other host.
            case "manual" ->
                ProxyAddress.of(preferences.get(Setting.PROXY_HOST), preferences.get(Setting.PROXY_PORT))
                        .map(address -> List.of(new Proxy(
                                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.host(), address.port()))))
                        .orElse(UNREACHABLE);
            default -> system.select(uri);
        };
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // The caller gets the exception; the next request selects a proxy again.
    }
}
