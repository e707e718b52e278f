package app.forecourt.model.photos;

import static app.forecourt.settings.Setting.PHOTO_HOSTS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet.Targets;
import app.forecourt.model.photos.WebSpaceCheck.Result;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreException;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test of a web space against a server in memory, with a certificate that nobody vouches for. */
class WebSpaceCheckTest {
    private static final Targets LOOPBACK = new Targets(true, InetAddress::isLoopbackAddress);

    @RegisterExtension
    final TestHome home = new TestHome();

    private HttpClients http = new HttpClients("test");
    private Targets targets = LOOPBACK;

    @AutoClose
    private final FtpWebSpace server = new FtpWebSpace();

    private WebSpacePreferences webSpace;
    private WebSpaceCheck check;
    private final List<Result> results = new ArrayList<>();
    /** The accepted hosts, at each report that one was accepted. */
    private final List<String> hostsWhenAccepted = new ArrayList<>();

    WebSpaceCheckTest() throws Exception {}

    @BeforeEach
    void create() {
        webSpace = new WebSpacePreferences(home.preferences(), home.vault());
        check = new WebSpaceCheck(
                webSpace,
                http,
                new PublicCheck(http, targets, LongWait.LIMIT),
                () -> hostsWhenAccepted.add(home.preferences().get(PHOTO_HOSTS)));
    }

    /** Runs the test and returns each step with its outcome. */
    private String run(StoreSettings settings, String password) {
        results.clear();
        check.run(settings, password, results::add);
        return results.stream()
                .map(result -> result.step() + " "
                        + result.failure()
                                .map(failure -> failure.fault().name())
                                .or(() -> result.notPublic().map(Enum::name))
                                .orElse("done"))
                .collect(joining(", "));
    }

    private String run() {
        return run(server.settings(), FtpWebSpace.PASSWORD);
    }

    private HostIdentity shown() {
        return results.getFirst().failure().flatMap(StoreException::identity).orElseThrow();
    }

    private void acceptHost() {
        run();
        check.accept(shown());
    }

    @Test
    void newHostIsTriedOnceAccepted() {
        assertEquals("CONNECT NEW_HOST", run());
        HostIdentity host = shown();
        assertEquals(HostIdentity.Kind.CERTIFICATE, host.key().kind());
        assertEmpty(webSpace.accepted(host.key()));
        assertEquals("", home.preferences().get(PHOTO_HOSTS), "nothing is accepted by itself");

        assertEmpty(hostsWhenAccepted);
        check.accept(host);
        // Photos that wait for the host go on, also if the settings are cancelled after that.
        assertEquals(List.of(home.preferences().get(PHOTO_HOSTS)), hostsWhenAccepted);
        assertEquals("CONNECT done, PUT done, FETCH done, DELETE done", run());
        assertEquals(Optional.of(host.fingerprint()), webSpace.accepted(host.key()));
        assertEquals(Map.of(), server.files, "the picture is deleted");
    }

    @Test
    void changedHostIsNewOnceForgotten() {
        run();
        HostIdentity shown = shown();
        webSpace.accept(new HostIdentity(shown.key(), "", "AA:BB"));
        assertEquals("CONNECT HOST_CHANGED", run());
        assertEquals(Optional.of("AA:BB"), webSpace.accepted(shown.key()));

        webSpace.forget(shown.key());
        assertEquals("CONNECT NEW_HOST", run(), "the new key is still to be judged");
        assertEmpty(webSpace.accepted(shown.key()));
    }

    @Test
    void otherHostsStayAcceptedWhenOneIsForgotten() {
        var mine = new HostIdentity.Key(HostIdentity.Kind.SSH_KEY, "a.example", 22);
        var other = new HostIdentity.Key(HostIdentity.Kind.SSH_KEY, "a.example", 2222);
        webSpace.accept(new HostIdentity(mine, "ssh-rsa", "SHA256:1"));
        webSpace.accept(new HostIdentity(other, "ssh-rsa", "SHA256:2"));
        webSpace.forget(mine);
        assertEmpty(webSpace.accepted(mine));
        assertEquals(Optional.of("SHA256:2"), webSpace.accepted(other));
    }

    /** A text of the server or of a library might repeat the password. */
    @Test
    void wrongPasswordEndsTheTest() {
        acceptHost();
        assertEquals("CONNECT WRONG_PASSWORD", run(server.settings(), "wrong"));
        StoreException failure = results.getFirst().failure().orElseThrow();
        assertEquals("WRONG_PASSWORD (FTP 530)", failure.getMessage());
        assertNull(failure.getCause());
    }

    @Test
    void pageInPlaceOfThePictureIsNamedAndThePictureDeleted() {
        acceptHost();
        server.showPages();
        assertEquals("CONNECT done, PUT done, FETCH HTML_PAGE, DELETE done", run());
        assertEmpty(server.files);
    }

    @Test
    void privateAddressIsNamed() {
        targets = Targets.PUBLIC;
        create();
        acceptHost();
        assertEquals(
                "CONNECT done, PUT done, FETCH PRIVATE, DELETE done",
                run(server.settings("https://127.0.0.1/photos"), FtpWebSpace.PASSWORD));
    }

    @Test
    void hostNeverAnswersIsNamed() {
        // Another test may get the port of a server that has just closed.
        StoreSettings settings = new StoreSettings(StoreSettings.Kind.FTPS, "127.0.0.9", server.port(), "", "u", "");
        assertEquals("CONNECT OFFLINE", run(settings, FtpWebSpace.PASSWORD));
    }

    /** The proxy of the settings is for the web, and no web space uses it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connectionPastTheProxyIsKnown(boolean hasProxy) {
        http = new HttpClients(
                "test",
                HttpClients.Timeouts.USUAL,
                builder -> hasProxy
                        ? builder.proxy(null).proxySelector(ProxySelector.of(new InetSocketAddress("127.0.0.1", 1)))
                        : builder.proxy(Proxy.NO_PROXY));
        create();
        assertEquals(hasProxy, check.isPastProxy(server.settings("https://photos.example")));
    }
}
