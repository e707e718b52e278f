package app.forecourt.http;

import static app.forecourt.settings.Setting.PROXY;
import static app.forecourt.settings.Setting.PROXY_HOST;
import static app.forecourt.settings.Setting.PROXY_PORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Preferences;
import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The route of requests, with a real proxy. */
class PreferencesProxySelectorTest {
    private static final URI ABROAD = URI.create("https://staging.autochat.ai");

    @AutoClose
    private final ScriptedServer proxy = new ScriptedServer();

    @RegisterExtension
    final TestHome home = new TestHome();

    private Preferences preferences;
    private HttpClients http;

    @BeforeEach
    void start() {
        preferences = home.preferences();
        http = http(ProxySelector.of(null));
    }

    private HttpClients http(ProxySelector system) {
        return new HttpClients(
                "test",
                HttpClients.Timeouts.USUAL,
                builder -> new PreferencesProxySelector(preferences, system)
                        .configure(builder)
                        .dns(host -> {
                            if (host.equals("proxy.example") || host.equals("localhost")) {
                                return List.of(InetAddress.getLoopbackAddress());
                            }
                            throw new UnknownHostException(host);
                        }));
    }

    private void manual() {
        preferences.put(PROXY, "manual");
        preferences.put(PROXY_HOST, "proxy.example");
        preferences.put(PROXY_PORT, "" + proxy.port());
    }

    private static void get(OkHttpClient client, String address) throws IOException {
        client.newCall(new Request.Builder().url(address).build()).execute().close();
    }

    private List<OkHttpClient> clients() {
        return List.of(http.reading(), http.posting(), http.signingIn());
    }

    @Test
    void manualProxyGetsConnectRequest() throws Exception {
        manual();
        assertThrows(IOException.class, () -> get(http.posting(), "https://staging.autochat.ai/api/cars"));
        assertEquals(
                "CONNECT staging.autochat.ai:443 HTTP/1.1",
                proxy.requests.getLast().getRequestLine());
        assertFalse(http.isDirect(ABROAD));
    }

    @Test
    void loopbackBypassesProxy() throws Exception {
        manual();
        try (var here = new ScriptedServer()) {
            for (String host : List.of("127.0.0.1", "localhost")) {
                get(http.reading(), "http://" + host + ":" + here.port() + "/api/options");
                assertEquals(
                        "GET /api/options HTTP/1.1", here.requests.getLast().getRequestLine());
            }
        }
        assertEquals(0, proxy.count());
        assertTrue(http.isDirect(URI.create("http://[::1]:8080")));
    }

    @Test
    void changeAppliesToNextRequest() throws Exception {
        preferences.put(PROXY, "none");
        assertTrue(http.isDirect(ABROAD));
        assertThrows(UnknownHostException.class, () -> get(http.signingIn(), "http://nowhere.example/oauth/token"));
        manual();
        get(http.signingIn(), "http://nowhere.example/oauth/token");
        assertEquals(
                "GET http://nowhere.example/oauth/token HTTP/1.1",
                proxy.requests.getLast().getRequestLine());

        get(http.reading(), "http://nowhere.example/api/options");
        preferences.put(PROXY, "none");
        http.evictConnections();
        assertThrows(
                UnknownHostException.class,
                () -> get(http.reading(), "http://nowhere.example/api/options"),
                "the connection that was kept is not used");
    }

    @Test
    void invalidProxyBlocksRequests() {
        for (String port : List.of("65536", "0", "-1", "", "http", "99999999999")) {
            manual();
            preferences.put(PROXY_PORT, port);
            assertFalse(http.isDirect(ABROAD), port);
            assertUnusable(port);
        }
        manual();
        preferences.put(PROXY_HOST, "http://proxy.example");
        assertUnusable("host");
        assertTrue(http.isDirect(URI.create("http://127.0.0.1:8080")));
    }

    private void assertUnusable(String what) {
        for (OkHttpClient client : clients()) {
            IOException failure =
                    assertThrows(IOException.class, () -> get(client, "https://proxy.example/api/options"), what);
            assertEquals("UNUSABLE", failure.getMessage());
        }
        assertEquals(0, proxy.count());
    }

    @Test
    void proxyPasswordIsReported() {
        manual();
        proxy.otherwise(_ -> ScriptedServer.status(407)
                .addHeader("Proxy-Authenticate", "Basic realm=\"desk\"")
                .build());
        for (OkHttpClient client : clients()) {
            IOException failure =
                    assertThrows(IOException.class, () -> get(client, "https://staging.autochat.ai/api/options"));
            assertEquals("WANTS_PASSWORD", failure.getMessage());
        }
        assertEquals(3, proxy.count(), "asked once each");
    }

    @Test
    void systemProxyIsDefault() {
        assertTrue(http.isDirect(ABROAD));
        http = http(ProxySelector.of(new InetSocketAddress("127.0.0.1", 1)));
        assertFalse(http.isDirect(ABROAD));
        assertTrue(http.isDirect(URI.create("http://127.0.0.1:8080")), "whatever the system says");
    }
}
