package app.forecourt.autochat;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.autochat.FakeAutochat.token;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.http.HttpClients;
import app.forecourt.testing.LongWait;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cancelling a submission at every stage; the outcome states whether the car was sent. */
@Timeout(LongWait.TEST_SECONDS)
class CancelSendTest extends AutochatFixture {
    private static final SendOutcome NOT_SENT = new SendOutcome.NotSent(STOPPED);

    private static final SendOutcome UNKNOWN = new SendOutcome.Unknown(STOPPED, Optional.empty());
    private final HttpClients http = new HttpClients("test");
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void stopBeforeRun() {
        AutochatClient.CarPost sending = client().newPost(BARE);

        sending.stop();

        assertEquals(NOT_SENT, sending.run());
        assertNoRequest();
    }

    @Test
    void stopDuringSignIn() throws Exception {
        autochat.tokens = holding(token("late"));
        AutochatClient client = client();
        assertEquals(NOT_SENT, postAndStop(client).get());
        release.countDown();
        // The token request has been made and counted, so its result is kept.
        assertEquals(
                "late",
                assertInstanceOf(SignInOutcome.SignedIn.class, client.signIn())
                        .token()
                        .value());
        assertTokenRequests(1);
        assertPosts(0);
    }

    @Test
    void stopOneOfTwoWaitingForToken() throws Exception {
        autochat.tokens = holding(token("shared"));
        AutochatClient client = client();
        AutochatClient.CarPost stopped = client.newPost(BARE);
        var first = runAsync(stopped::run);
        reached.await();
        var second = runAsync(client.newPost(BARE)::run);

        stopped.stop();

        assertEquals(NOT_SENT, first.get());
        release.countDown();
        assertInstanceOf(SendOutcome.Accepted.class, second.get());
        assertTokenRequests(1);
    }

    @Test
    void stopWhileConnecting() throws Exception {
        signedIn();
        base = builder -> builder.dns(host -> {
            reached.countDown();
            LongWait.untilOpen(release);
            return List.of(InetAddress.getLoopbackAddress());
        });
        AutochatClient client = client(autochat.connection("http://localhost:" + autochat.server.getPort()));
        var outcome = postAndStop(client);
        release.countDown();

        assertEquals(NOT_SENT, outcome.get());
        assertPosts(0);
    }

    @Test
    void stopWhileWaitingForResponse() throws Exception {
        autochat.cars = holding(json(201, "{}"));
        assertEquals(UNKNOWN, postAndStop(client()).get());
        release.countDown();
        assertPosts(1);
    }

    @Test
    void stopWhileReadingResponse() throws Exception {
        signedIn();
        base = builder -> builder.addNetworkInterceptor(chain -> {
            var head = chain.proceed(chain.request());
            reached.countDown();
            return head;
        });
        autochat.cars = inTurn(answer(201, "application/json", "{\"id\": 7}")
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        assertEquals(UNKNOWN, postAndStop(client()).get());
    }

    @Test
    void stopBetween401AndRetry() throws Exception {
        signedIn();
        autochat.cars = inTurn(json(401, "{}"), json(201, "{}"));
        autochat.tokens = holding(token("renewed"));
        assertEquals(NOT_SENT, postAndStop(client()).get());
        release.countDown();
        assertPosts(1);
    }

    @Test
    void secondRunThrows() {
        AutochatClient.CarPost sending = client().newPost(BARE);
        sending.run();

        assertThrows(IllegalStateException.class, sending::run);
        assertPosts(1);
    }

    @Test
    void stoppedTestStoresNoToken() throws Exception {
        autochat.tokens = holding(token("late"));
        AutochatClient.ConnectionTest connectionTest =
                client(autochat.connection(), http).newConnectionTest();
        var signIn = runAsync(connectionTest::signIn);
        reached.await();
        assertEquals(1, http.signingIn().dispatcher().runningCallsCount());

        connectionTest.stop();

        assertEquals(new SignInOutcome.Failed(STOPPED), signIn.get());
        awaitIdle(http.signingIn());
        assertEquals(new SignInOutcome.Failed(STOPPED), connectionTest.signIn());
        assertEquals(new OptionsOutcome.Failed(STOPPED, 0), connectionTest.loadOptions());
        release.countDown();
        assertEmpty(store.tokens());
        assertTokenRequests(1);
    }

    @Test
    void stoppedTestKeepsSharedTokenRequest() throws Exception {
        autochat.tokens = holding(token("shared"));
        AutochatClient client = client();
        var sending = runAsync(client.newPost(BARE)::run);
        reached.await();
        AutochatClient.ConnectionTest connectionTest = client.newConnectionTest();
        var signIn = runAsync(connectionTest::signIn);
        connectionTest.stop();
        assertEquals(new SignInOutcome.Failed(STOPPED), signIn.get());
        release.countDown();
        assertInstanceOf(SendOutcome.Accepted.class, sending.get());
        assertTokenRequests(1);
    }

    @Test
    void stopTestWhileLoadingOptions() throws Exception {
        autochat.options = holding(json(200, "[]"));
        AutochatClient.ConnectionTest connectionTest =
                client(autochat.connection(), http).newConnectionTest();
        assertInstanceOf(SignInOutcome.SignedIn.class, connectionTest.signIn());
        var options = runAsync(connectionTest::loadOptions);
        reached.await();
        connectionTest.stop();
        assertEquals(new OptionsOutcome.Failed(STOPPED, 0), options.get());
        awaitIdle(http.reading());
        release.countDown();
    }

    private static void awaitIdle(OkHttpClient client) {
        LongWait.until("the end of the call", () -> client.dispatcher().runningCallsCount() == 0);
    }

    private Function<RecordedRequest, MockResponse> holding(MockResponse response) {
        return _ -> {
            reached.countDown();
            LongWait.untilOpen(release);
            return response;
        };
    }

    private static <T> CompletableFuture<T> runAsync(Supplier<T> step) {
        return CompletableFuture.supplyAsync(step, Thread::startVirtualThread);
    }

    /** Posts a car, and stops the post at the moment that the test waits for. */
    private CompletableFuture<SendOutcome> postAndStop(AutochatClient client) {
        AutochatClient.CarPost sending = client.newPost(BARE);
        var outcome = runAsync(sending::run);
        LongWait.untilOpen(reached);
        sending.stop();
        return outcome;
    }
}
