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
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The route of requests, with a real proxy. */
class PreferencesProxySelectorTest {
    private static final URI ABROAD = URI.create("https://staging.autochat.ai");

    @AutoClose
    private final MockWebServer proxy = new MockWebServer();

    @RegisterExtension
    final TestHome home = new TestHome();

    private Preferences preferences;
    private HttpClients http;
    private List<Proxy> system = List.of(Proxy.NO_PROXY);

    @BeforeEach
    void start() throws IOException {
        proxy.start(InetAddress.getLoopbackAddress(), 0);
        preferences = home.preferences();
        ProxySelector ofSystem = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return system;
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
        http = new HttpClients(
                "test",
                HttpClients.Timeouts.USUAL,
                builder -> new PreferencesProxySelector(preferences, ofSystem)
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
        preferences.put(PROXY_PORT, "" + proxy.getPort());
    }

    private static Request get(String address) {
        return new Request.Builder().url(address).build();
    }

    @Test
    void manualProxyGetsConnectRequest() throws Exception {
        manual();
        proxy.enqueue(new MockResponse.Builder().code(502).build());
        assertThrows(
                IOException.class,
                () -> http.posting()
                        .newCall(get("https://staging.autochat.ai/api/cars"))
                        .execute());
        assertEquals(
                "CONNECT staging.autochat.ai:443 HTTP/1.1", proxy.takeRequest().getRequestLine());
        assertFalse(http.isDirect(ABROAD));
    }

    @Test
    void loopbackBypassesProxy() throws Exception {
        manual();
        try (var here = new MockWebServer()) {
            here.start(InetAddress.getLoopbackAddress(), 0);
            for (String host : List.of("127.0.0.1", "localhost")) {
                here.enqueue(new MockResponse.Builder().build());
                http.reading()
                        .newCall(get("http://" + host + ":" + here.getPort() + "/api/options"))
                        .execute()
                        .close();
                assertEquals("GET /api/options HTTP/1.1", here.takeRequest().getRequestLine());
            }
        }
        assertEquals(0, proxy.getRequestCount());
        assertTrue(http.isDirect(URI.create("http://[::1]:8080")));
    }

    @Test
    void changeAppliesToNextRequest() throws Exception {
        preferences.put(PROXY, "none");
        assertTrue(http.isDirect(ABROAD));
        assertThrows(
                UnknownHostException.class,
                () -> http.signingIn()
                        .newCall(get("http://nowhere.example/oauth/token"))
                        .execute());
        manual();
        proxy.enqueue(new MockResponse.Builder().build());
        http.signingIn()
                .newCall(get("http://nowhere.example/oauth/token"))
                .execute()
                .close();
        assertEquals(
                "GET http://nowhere.example/oauth/token HTTP/1.1",
                proxy.takeRequest().getRequestLine());

        proxy.enqueue(new MockResponse.Builder().build());
        http.reading()
                .newCall(get("http://nowhere.example/api/options"))
                .execute()
                .close();
        preferences.put(PROXY, "none");
        http.evictConnections();
        assertThrows(
                UnknownHostException.class,
                () -> http.reading()
                        .newCall(get("http://nowhere.example/api/options"))
                        .execute(),
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
        for (var client : List.of(http.reading(), http.posting(), http.signingIn())) {
            IOException failure = assertThrows(
                    IOException.class,
                    () -> client.newCall(get("https://proxy.example/api/options"))
                            .execute()
                            .close(),
                    what);
            assertEquals("ProxyException: UNUSABLE", failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
        assertEquals(0, proxy.getRequestCount());
    }

    @Test
    void proxyPasswordIsReported() {
        manual();
        for (var client : List.of(http.reading(), http.posting(), http.signingIn())) {
            proxy.enqueue(new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"desk\"")
                    .build());
            IOException failure = assertThrows(
                    IOException.class,
                    () -> client.newCall(get("https://staging.autochat.ai/api/options"))
                            .execute()
                            .close());
            assertEquals(
                    "ProxyException: WANTS_PASSWORD", failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
        assertEquals(3, proxy.getRequestCount(), "asked once each");
    }

    @Test
    void systemProxyIsDefault() {
        assertTrue(http.isDirect(ABROAD));
        system = List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 1)));
        assertFalse(http.isDirect(ABROAD));
        assertTrue(http.isDirect(URI.create("http://127.0.0.1:8080")), "whatever the system says");
    }
}
