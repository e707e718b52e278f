package app.forecourt.model.photos;

import static app.forecourt.settings.Setting.PHOTO_HOSTS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.WebSpaceSettings;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet.Targets;
import app.forecourt.model.connection.TestSteps.StepState;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreCheck.Outcome;
import app.forecourt.photo.store.StoreCheck.Step;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test of a web space against a server in memory, with a certificate that nobody vouches for. */
class WebSpaceCheckTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    final TestHome home = new TestHome();

    private HttpClients http = new HttpClients("test");

    @AutoClose
    private final FtpWebSpace server = new FtpWebSpace();

    private WebSpaceSettings webSpace;
    private WebSpaceCheck test;
    /** The accepted hosts, at each report that one was accepted. */
    private final List<String> hostsWhenAccepted = new ArrayList<>();

    WebSpaceCheckTest() throws Exception {}

    @BeforeEach
    void create() {
        create(Runnable::run);
    }

    private void create(Executor executor) {
        create(executor, Runnable::run);
    }

    private void create(Executor executor, Executor fxThread) {
        webSpace = new WebSpaceSettings(home.preferences(), home.vault());
        test = new WebSpaceCheck(
                webSpace,
                http,
                new PublicCheck(http, new Targets(true, InetAddress::isLoopbackAddress), LongWait.LIMIT),
                new TaskRunner(executor, fxThread),
                () -> hostsWhenAccepted.add(home.preferences().get(PHOTO_HOSTS)));
    }

    private void start() {
        test.start(server.settings(), () -> FtpWebSpace.PASSWORD);
    }

    private Map<Step, String> outcomes() {
        Map<Step, String> outcomes = new TreeMap<>();
        test.steps()
                .forEach((step, state) -> outcomes.put(
                        step,
                        switch (state) {
                            case StepState.Waiting _ -> "waiting";
                            case StepState.Running _ -> "running";
                            case StepState.Stopped _ -> "stopped";
                            case StepState.Ended(Outcome.Done _) -> "done";
                            case StepState.Ended(Outcome.Skipped _) -> "skipped";
                            case StepState.Ended(Outcome.StoreFailed(var failure)) ->
                                failure.fault().name();
                            case StepState.Ended(Outcome.NotPublic(var fault)) -> fault.name();
                        }));
        return outcomes;
    }

    @Test
    void newHostIsShownAndTriedAgainOnceAccepted() {
        start();
        assertEquals(
                "{CONNECT=NEW_HOST, PUT=skipped, FETCH=skipped, COMPARE=skipped, DELETE=skipped}",
                outcomes().toString());
        WebSpaceCheck.UnacceptedHost host = test.host().get().orElseThrow();
        assertEmpty(host.accepted());
        assertEquals(HostIdentity.Kind.CERTIFICATE, host.shown().key().kind());
        assertEquals("", home.preferences().get(PHOTO_HOSTS), "nothing is accepted by itself");

        test.accept();
        assertEquals(
                "{CONNECT=done, PUT=done, FETCH=done, COMPARE=done, DELETE=done}",
                outcomes().toString());
        assertTrue(test.isPassed());
        assertEmpty(test.host().get());
        assertEquals(
                Optional.of(host.shown().fingerprint()),
                webSpace.identities().accepted(host.shown().key()));
        assertEquals(Map.of(), server.files, "the picture is deleted");
        start();
        assertTrue(test.isPassed(), "asked once");
    }

    /** Photos that wait for the host go on, also if the settings are cancelled after that. */
    @Test
    void acceptedHostIsReportedAtOnce() {
        start();
        assertEmpty(hostsWhenAccepted);
        test.accept();
        assertEquals(List.of(home.preferences().get(PHOTO_HOSTS)), hostsWhenAccepted);
        assertTrue(hostsWhenAccepted.getFirst().startsWith("certificate localhost "));
        test.accept();
        assertEquals(1, hostsWhenAccepted.size(), "nothing is left to accept");
    }

    @Test
    void changedHostIsNeverAcceptedWithOneKey() {
        start();
        HostIdentity shown = test.host().get().orElseThrow().shown();
        webSpace.identities().accept(new HostIdentity(shown.key(), "", "AA:BB"));
        start();
        assertEquals("HOST_CHANGED", outcomes().get(Step.CONNECT));
        assertEquals(Optional.of("AA:BB"), test.host().get().orElseThrow().accepted());

        test.accept();
        assertEquals("HOST_CHANGED", outcomes().get(Step.CONNECT));
        assertEquals(Optional.of("AA:BB"), webSpace.identities().accepted(shown.key()));

        test.forgetAccepted();
        assertEquals("NEW_HOST", outcomes().get(Step.CONNECT), "the new key is still to be judged");
        assertEmpty(test.host().get().orElseThrow().accepted());
    }

    @Test
    void otherHostsStayAcceptedWhenOneIsForgotten() {
        var mine = new HostIdentity.Key(HostIdentity.Kind.SSH_KEY, "a.example", 22);
        var other = new HostIdentity.Key(HostIdentity.Kind.SSH_KEY, "a.example", 2222);
        webSpace.identities().accept(new HostIdentity(mine, "ssh-rsa", "SHA256:1"));
        webSpace.identities().accept(new HostIdentity(other, "ssh-rsa", "SHA256:2"));
        webSpace.forget(mine);
        assertEmpty(webSpace.identities().accepted(mine));
        assertEquals(Optional.of("SHA256:2"), webSpace.identities().accepted(other));
    }

    @Test
    void wrongPasswordSkipsTheRest() {
        start();
        test.accept();
        test.start(server.settings(), () -> "wrong");
        assertEquals(
                "{CONNECT=WRONG_PASSWORD, PUT=skipped, FETCH=skipped, COMPARE=skipped, DELETE=skipped}",
                outcomes().toString());
        assertFalse(test.isPassed());
    }

    @Test
    void pageInPlaceOfThePictureIsNamedAndThePictureDeleted() {
        server.showPages();
        start();
        test.accept();
        assertEquals(
                "{CONNECT=done, PUT=done, FETCH=done, COMPARE=HTML_PAGE, DELETE=done}",
                outcomes().toString());
        assertEmpty(server.files);
    }

    @Test
    void stopEndsAnUploadThatHangs() throws Exception {
        http = new HttpClients("test", new HttpClients.Timeouts(HOUR, HOUR, HOUR), builder -> builder);
        start();
        HostIdentity shown = test.host().get().orElseThrow().shown();
        webSpace.identities().accept(shown);
        server.hang();
        var threads = new LinkedBlockingQueue<Thread>();
        var reports = new LinkedBlockingQueue<Runnable>();
        create(task -> threads.add(Thread.startVirtualThread(task)), reports::add);
        start();
        LongWait.untilOpen(server.hanging);
        runAll(reports);
        test.stop();
        LongWait.untilEnded(threads.take());
        runAll(reports);
        assertEquals("stopped", outcomes().get(Step.PUT));
        assertEmpty(test.runningStep());
    }

    private static void runAll(Queue<Runnable> reports) {
        for (Runnable next = reports.poll(); next != null; next = reports.poll()) {
            next.run();
        }
    }

    @Test
    void resultsOfAnEarlierTestAreDropped() {
        var tasks = new ArrayDeque<Runnable>();
        create(tasks::add);
        start();
        test.reset();
        tasks.forEach(Runnable::run);
        assertEquals(
                "{CONNECT=waiting, PUT=waiting, FETCH=waiting, COMPARE=waiting, DELETE=waiting}",
                outcomes().toString());
    }

    @Test
    void hostNeverAnswersIsNamed() {
        StoreSettings settings = server.settings();
        server.close();
        test.start(settings, () -> FtpWebSpace.PASSWORD);
        assertEquals("OFFLINE", outcomes().get(Step.CONNECT));
    }

    /** The proxy of the settings is for the web, and no web space uses it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connectionPastTheProxyIsNamed(boolean hasProxy) {
        if (hasProxy) {
            http = new HttpClients(
                    "test",
                    HttpClients.Timeouts.USUAL,
                    builder ->
                            builder.proxy(null).proxySelector(ProxySelector.of(new InetSocketAddress("127.0.0.1", 1))));
        } else {
            http = new HttpClients("test", HttpClients.Timeouts.USUAL, builder -> builder.proxy(Proxy.NO_PROXY));
        }
        create();
        StoreSettings settings = server.settings("https://photos.example");
        server.close();
        test.start(settings, () -> "secret");
        assertEquals(hasProxy, test.pastProxy().get());
        test.reset();
        assertFalse(test.pastProxy().get());
    }
}
