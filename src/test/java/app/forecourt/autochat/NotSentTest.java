package app.forecourt.autochat;

import static app.forecourt.autochat.FailureCause.BAD_ADDRESS;
import static app.forecourt.autochat.FailureCause.BAD_PROXY;
import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.NO_SUCH_HOST;
import static app.forecourt.autochat.FailureCause.OTHERS_ADDRESS;
import static app.forecourt.autochat.FailureCause.PROXY_PASSWORD;
import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.autochat.FailureCause.TLS;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.PROXY;
import static app.forecourt.settings.Setting.PROXY_HOST;
import static app.forecourt.settings.Setting.PROXY_PORT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.http.CountingServer;
import app.forecourt.http.PreferencesProxySelector;
import app.forecourt.http.ScriptedServer;
import app.forecourt.http.ShortTimeouts;
import app.forecourt.http.TrustedAuthorities;
import app.forecourt.settings.Preferences;
import app.forecourt.testing.LoopbackPorts;
import app.forecourt.testing.TestCertificates;
import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures before the car is sent, as opposed to failures with an unknown outcome. */
class NotSentTest extends AutochatFixture {
    @TempDir
    Path folder;

    @RegisterExtension
    final TestHome home = new TestHome();

    @Test
    void unknownHost() {
        base = builder -> builder.dns(host -> {
            throw new UnknownHostException(host);
        });
        AutochatClient nowhere = client(autochat.connection("https://staging.autochat.invalid"));

        assertNotSent(NO_SUCH_HOST, nowhere);
        assertEquals(Optional.of(NO_SUCH_HOST), nowhere.newConnectionTest().checkAddress());
    }

    @Test
    void refusedPort() {
        assertEquals(UNREACHABLE, notSentTo("http://127.0.0.1:" + LoopbackPorts.reserve()));
    }

    @ParameterizedTest
    @CsvSource({"localhost, true, 1", "localhost, false, 0", "other.example, true, 0"})
    void certificateIsVerified(String host, boolean isSigned, int cars) throws IOException {
        HeldCertificate root = TestCertificates.authority();
        var trust = TestCertificates.ofSystem(root, folder);
        base = builder ->
                builder.sslSocketFactory(TrustedAuthorities.context(trust).getSocketFactory(), trust);
        var certificate = new HeldCertificate.Builder().addSubjectAlternativeName(host);
        try (var server = new ScriptedServer(
                InetAddress.getLoopbackAddress(),
                Optional.of(new HandshakeCertificates.Builder()
                        .heldCertificate(TestCertificates.build(isSigned ? certificate.signedBy(root) : certificate))
                        .build()
                        .sslSocketFactory()))) {
            server.otherwise(_ -> ScriptedServer.status(201).build());
            SendOutcome outcome = send("https://localhost:" + server.port());
            assertEquals(cars, server.count());
            assertEquals(cars == 0, outcome.equals(new SendOutcome.NotSent(TLS)));
        }
    }

    @Test
    void plainHttpServerAtHttpsAddress() throws IOException {
        try (var plain = new CountingServer(number -> {
            throw new AssertionError("a car without TLS");
        })) {
            assertEquals(TLS, notSentTo(plain.url("").replaceFirst("http", "https")));
        }
    }

    @Test
    void silentTlsHandshakeTimesOut() throws IOException {
        base = ShortTimeouts.at("/api/cars");
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertEquals(TIMEOUT, notSentTo("https://127.0.0.1:" + silent.getLocalPort()));
        }
    }

    @Test
    void disallowedAddress() {
        AutochatClient client = client(autochat.connection("http://staging.autochat.ai"));

        assertNothingSent(BAD_ADDRESS, client);
        assertEquals(Optional.of(BAD_ADDRESS), client.newConnectionTest().checkAddress());
        assertNoRequest();
    }

    @Test
    void addressOfAnotherProfile() {
        AutochatConnection own = autochat.connection();
        AutochatClient client = client(new AutochatConnection(
                STAGING,
                own.address(),
                own.tokenAddress(),
                own.clientId(),
                own.clientSecret(),
                Optional.of(PRODUCTION)));

        assertNothingSent(OTHERS_ADDRESS, client);
        assertEquals(Optional.of(OTHERS_ADDRESS), client.newConnectionTest().checkAddress());
        assertNoRequest();
    }

    @Test
    void proxyFaultIsReported() throws IOException {
        try (var proxy = new ScriptedServer()) {
            proxy.otherwise(_ -> ScriptedServer.status(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"desk\"")
                    .build());
            Preferences preferences = home.preferences();
            preferences.put(PROXY, "manual");
            preferences.put(PROXY_HOST, "127.0.0.1");
            preferences.put(PROXY_PORT, "" + proxy.port());
            base = new PreferencesProxySelector(preferences, ProxySelector.getDefault())::configure;
            assertEquals(PROXY_PASSWORD, notSentTo("https://staging.autochat.ai"));
            assertEquals(1, proxy.count());
            preferences.put(PROXY_PORT, "" + LoopbackPorts.reserve());
            assertEquals(UNREACHABLE, notSentTo("https://staging.autochat.ai"));
            preferences.put(PROXY_PORT, "65536");
            assertEquals(BAD_PROXY, notSentTo("https://staging.autochat.ai"));
            assertEquals(
                    new SignInOutcome.Failed(BAD_PROXY),
                    clientSigningInAt("https://auth.example/oauth/token").signIn());
            assertEquals(1, proxy.count());
        }
    }

    @Test
    void addressCheckSendsNoRequest() {
        assertEmpty(client(autochat.connection()).newConnectionTest().checkAddress());
        assertNoRequest();
    }

    @Test
    void disallowedTokenAddress() {
        AutochatClient client = clientSigningInAt("http://auth.example/oauth/token");

        assertNotSent(BAD_ADDRESS, client);
        assertEquals(new SignInOutcome.Failed(BAD_ADDRESS), client.signIn());
    }

    @Test
    void refusingTokenAddress() throws IOException {
        AutochatClient client = clientSigningInAt("http://127.0.0.1:" + LoopbackPorts.reserve() + "/oauth/token");

        assertNothingSent(UNREACHABLE, client);
        assertPosts(0);
    }

    @Test
    void resetAfterTheFirstBytesIsUnknown() throws Exception {
        try (var server = new CountingServer(_ -> {
            throw new AssertionError("a car after a reset");
        })) {
            server.resetAtOnce();

            assertEquals(new SendOutcome.Unknown(BROKEN, Optional.empty()), send(server.url("")));
        }
    }

    private static void assertNotSent(FailureCause cause, AutochatClient client) {
        assertEquals(new SendOutcome.NotSent(cause), post(client));
    }

    private static void assertNothingSent(FailureCause cause, AutochatClient client) {
        assertNotSent(cause, client);
        assertEquals(new OptionsOutcome.Failed(cause, 0), client.loadOptions());
    }

    private AutochatClient clientSigningInAt(String address) {
        return client(
                new AutochatConnection(STAGING, URI.create(autochat.url("")), URI.create(address), "client", "s3cr3t"));
    }

    private FailureCause notSentTo(String address) {
        return switch (send(address)) {
            case SendOutcome.NotSent(FailureCause cause) -> cause;
            case SendOutcome outcome -> throw new AssertionError("not NotSent but " + outcome);
        };
    }

    private SendOutcome send(String address) {
        return post(client(autochat.connection(address)));
    }
}
