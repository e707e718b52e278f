package app.forecourt.autochat;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.autochat.FakeAutochat.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.car.SampleCars;
import app.forecourt.http.HttpClients;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sending can be stopped at every stage, and says truly whether the car had left. */
@Timeout(10)
class CancelSendTest {
    private static final SendOutcome NOT_SENT = new SendOutcome.NotSent(Cause.STOPPED);

    @AutoClose
    private final AutochatFixture desk = new AutochatFixture();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    CancelSendTest() throws IOException {}

    @Test
    void beforeItRuns() {
        CarPost sending = desk.client().sending(AutochatFixture.BARE);

        sending.stop();

        assertEquals(NOT_SENT, sending.run());
        assertEquals(0, desk.autochat.requests.size());
    }

    @Test
    void whileSigningIn() throws Exception {
        desk.autochat.tokens = held(token("late"));
        AutochatClient client = desk.client();
        CarPost sending = client.sending(AutochatFixture.BARE);
        var outcome = running(sending);
        reached.await();

        sending.stop();

        assertEquals(NOT_SENT, outcome.get());
        release.countDown();
        // The request for a token has been made and counted; its result is not thrown away.
        assertEquals("late", assertInstanceOf(SignInOutcome.SignedIn.class, client.signIn()).token().value());
        assertEquals(1, desk.autochat.tokenRequests());
        assertEquals(0, desk.autochat.posts());
    }

    @Test
    void oneOfTwoThatWaitForTheSameToken() throws Exception {
        desk.autochat.tokens = held(token("shared"));
        AutochatClient client = desk.client();
        CarPost stopped = client.sending(AutochatFixture.BARE);
        var first = running(stopped);
        reached.await();
        var second = running(client.sending(AutochatFixture.BARE));

        stopped.stop();

        assertEquals(NOT_SENT, first.get());
        release.countDown();
        assertInstanceOf(SendOutcome.Accepted.class, second.get());
        assertEquals(1, desk.autochat.tokenRequests());
    }

    @Test
    void whileConnecting() throws Exception {
        signedIn();
        desk.base = builder -> builder.dns(host -> {
            reached.countDown();
            await(release);
            return List.of(InetAddress.getLoopbackAddress());
        });
        AutochatClient client = desk.client(
                desk.autochat.connection("http://localhost:" + desk.autochat.server.getPort()));
        CarPost sending = client.sending(AutochatFixture.BARE);
        var outcome = running(sending);
        reached.await();

        sending.stop();
        release.countDown();

        assertEquals(NOT_SENT, outcome.get());
        assertEquals(0, desk.autochat.posts());
    }

    @Test
    void whileTheServerThinks() throws Exception {
        desk.autochat.cars = held(json(201, "{}"));
        CarPost sending = desk.client().sending(AutochatFixture.BARE);
        var outcome = running(sending);
        reached.await();

        sending.stop();

        assertEquals(new SendOutcome.Unknown(Cause.STOPPED, Optional.empty()), outcome.get());
        release.countDown();
        assertEquals(1, desk.autochat.posts());
    }

    @Test
    void whileTheAnswerIsRead() throws Exception {
        signedIn();
        desk.base = builder -> builder.addNetworkInterceptor(chain -> {
            var response = chain.proceed(chain.request());
            var watched = new ForwardingSource(response.body().source()) {
                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                    reached.countDown();
                    return super.read(sink, byteCount);
                }
            };
            return response.newBuilder().body(ResponseBody.create(Okio.buffer(watched),
                    response.body().contentType(), response.body().contentLength())).build();
        });
        desk.autochat.cars = inTurn(answer(201, "application/json", "{\"id\": 7}")
                .onResponseBody(SocketEffect.Stall.INSTANCE).build());
        CarPost sending = desk.client().sending(AutochatFixture.BARE);
        var outcome = running(sending);
        reached.await();

        sending.stop();

        assertEquals(new SendOutcome.Unknown(Cause.STOPPED, Optional.empty()), outcome.get());
    }

    @Test
    void afterA401BeforeTheSecondTry() throws Exception {
        AutochatClient client = signedIn();
        desk.autochat.cars = inTurn(json(401, "{}"), json(201, "{}"));
        desk.autochat.tokens = held(token("renewed"));
        CarPost sending = client.sending(AutochatFixture.BARE);
        var outcome = running(sending);
        reached.await();

        sending.stop();

        assertEquals(NOT_SENT, outcome.get());
        release.countDown();
        assertEquals(1, desk.autochat.posts());
    }

    @Test
    void afterTheAnswer() {
        CarPost sending = desk.client().sending(AutochatFixture.BARE);
        SendOutcome outcome = sending.run();

        sending.stop();

        assertInstanceOf(SendOutcome.Accepted.class, outcome);
    }

    @Test
    void runsOnce() {
        CarPost sending = desk.client().sending(AutochatFixture.BARE);
        sending.run();

        assertThrows(IllegalStateException.class, sending::run);
        assertEquals(1, desk.autochat.posts());
    }

    @Test
    void trialLeavesNothingBehind() throws Exception {
        desk.autochat.tokens = held(token("late"));
        var http = new HttpClients("test");
        var client = desk.client(desk.autochat.connection(), http);
        ConnectionTest trial = client.trial();
        var signIn = CompletableFuture.supplyAsync(trial::signIn, task -> Thread.ofVirtual().start(task));
        reached.await();
        assertEquals(1, http.signingIn().dispatcher().runningCallsCount());

        trial.stop();

        assertEquals(new SignInOutcome.Failed(Cause.STOPPED), signIn.get());
        untilNothingRuns(http.signingIn());
        assertEquals(new SignInOutcome.Failed(Cause.STOPPED), trial.signIn());
        assertEquals(new OptionsOutcome.Failed(Cause.STOPPED, 0), trial.options());
        release.countDown();
        assertEquals(Map.of(), desk.store.tokens());
        assertEquals(1, desk.autochat.tokenRequests());
    }

    @Test
    void trialOfWhatOthersWaitForTakesNothingFromThem() throws Exception {
        desk.autochat.tokens = held(token("shared"));
        AutochatClient client = desk.client();
        var other = running(client.sending(AutochatFixture.BARE));
        reached.await();
        ConnectionTest trial = client.trial();
        var signIn = CompletableFuture.supplyAsync(trial::signIn, task -> Thread.ofVirtual().start(task));
        trial.stop();
        assertEquals(new SignInOutcome.Failed(Cause.STOPPED), signIn.get());
        release.countDown();
        assertInstanceOf(SendOutcome.Accepted.class, other.get());
        assertEquals(1, desk.autochat.tokenRequests());
    }

    @Test
    void trialThatLoadsOptions() throws Exception {
        desk.autochat.options = held(json(200, "[]"));
        var http = new HttpClients("test");
        var client = desk.client(desk.autochat.connection(), http);
        ConnectionTest trial = client.trial();
        assertInstanceOf(SignInOutcome.SignedIn.class, trial.signIn());
        var options = CompletableFuture.supplyAsync(trial::options, task -> Thread.ofVirtual().start(task));
        reached.await();
        trial.stop();
        assertEquals(new OptionsOutcome.Failed(Cause.STOPPED, 0), options.get());
        untilNothingRuns(http.reading());
        release.countDown();
    }

    private static void untilNothingRuns(OkHttpClient client) {
        while (client.dispatcher().runningCallsCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private AutochatClient signedIn() {
        AutochatClient client = desk.client();
        client.signIn();
        return client;
    }

    private Function<RecordedRequest, MockResponse> held(MockResponse response) {
        return _ -> {
            reached.countDown();
            await(release);
            return response;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<SendOutcome> running(CarPost sending) {
        return CompletableFuture.supplyAsync(sending::run, task -> Thread.ofVirtual().start(task));
    }
}
