package app.forecourt.http;

import app.forecourt.profile.Preferences;
import app.forecourt.profile.ProxyAddress;
import app.forecourt.profile.Setting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * The way to the network as the preferences have it at that moment: through the system's proxy, a proxy of their own, or
 * none. What is for this computer never goes through a proxy.
 */
public final class ProxyChoice extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Preferences preferences;
    private final ProxySelector system;

    /** @param system what the system says */
    public ProxyChoice(Preferences preferences, ProxySelector system) {
        this.preferences = preferences;
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().replaceAll("[\\[\\]]", "");
        if (Addresses.isLoopback(host)) {
            return DIRECT;
        }
        return switch (preferences.get(Setting.PROXY)) {
            case "none" -> DIRECT;
            // Resolved anew for each connection, like any other host.
            case "manual" -> ProxyAddress
                    .of(preferences.get(Setting.PROXY_HOST), preferences.get(Setting.PROXY_PORT))
                    .map(own -> List.of(new Proxy(Proxy.Type.HTTP,
                            InetSocketAddress.createUnresolved(own.host(), own.port()))))
                    .orElse(DIRECT);
            default -> system.select(uri);
        };
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        // Who asked is told; the next request asks anew.
    }
}
