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
 * The way to the network as the preferences have it at that moment: through the system's proxy, a proxy of their own, or
 * none. What is for this computer never goes through a proxy; and where one of their own is wanted but what they have is
 * none, nothing leaves, for without it may be just where it must not go.
 */
public final class PreferencesProxySelector extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    /** A proxy that nobody can reach, as there is no such port. */
    private static final List<Proxy> NOWHERE = List
            .of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("", 0)));

    private static final String UNASKED = "OkHttp-Preemptive";

    private final Preferences preferences;
    private final ProxySelector system;

    /** @param system what the system says */
    public PreferencesProxySelector(Preferences preferences, ProxySelector system) {
        this.preferences = preferences;
        this.system = system;
    }

    /** Has a client go this way, and say with a {@link ProxyException} what is wrong with the proxy. */
    public OkHttpClient.Builder configure(OkHttpClient.Builder client) {
        return client.proxySelector(this).proxyAuthenticator(PreferencesProxySelector::asked)
                .addInterceptor(chain -> {
                    if (select(chain.request().url().uri()).equals(NOWHERE)) {
                        throw new ProxyException(ProxyException.Fault.UNUSABLE);
                    }
                    return chain.proceed(chain.request());
                });
    }

    /** OkHttp also asks before the proxy has, in case we want to tell without being asked. */
    private static @Nullable Request asked(@Nullable Route route, Response answer) throws ProxyException {
        if (answer.challenges().stream().anyMatch(challenge -> challenge.scheme().equals(UNASKED))) {
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
            // Resolved anew for each connection, like any other host.
            case "manual" -> ProxyAddress
                    .of(preferences.get(Setting.PROXY_HOST), preferences.get(Setting.PROXY_PORT))
                    .map(own -> List.of(new Proxy(Proxy.Type.HTTP,
                            InetSocketAddress.createUnresolved(own.host(), own.port()))))
                    .orElse(NOWHERE);
            default -> system.select(uri);
        };
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // Who asked is told; the next request asks anew.
    }
}
