package app.forecourt.autochat;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.autochat.FakeAutochat.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.token.Connection;
import app.forecourt.autochat.token.PersistentTokenStore;
import app.forecourt.autochat.token.Token;
import app.forecourt.car.SampleCars;
import app.forecourt.http.HttpClients;
import app.forecourt.secret.MemoryKeyStorage;
import app.forecourt.secret.Redaction;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import okio.ByteString;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How seldom a token is asked for. */
@Timeout(20)
class TokenProviderTest {
    @AutoClose
    private final AutochatFixture desk = new AutochatFixture();

    TokenProviderTest() throws IOException {}

    @Test
    void oneRequestForEightColdCallers() throws Exception {
        AutochatClient client = desk.client();
        var together = new CountDownLatch(8);
        var callers = IntStream.range(0, 8).mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
            together.countDown();
            try {
                together.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return client.sending(AutochatFixture.BARE).run();
        }, task -> Thread.ofVirtual().start(task))).toList();

        for (var caller : callers) {
            assertInstanceOf(SendOutcome.Accepted.class, caller.get());
        }

        assertEquals(1, desk.autochat.tokenRequests());
        assertEquals(8, desk.autochat.posts());
    }

    @Test
    void failureIsSharedByAllWhoWait() {
        var release = new CountDownLatch(1);
        desk.autochat.tokens = _ -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return json(401, "{\"error\": \"access_denied\", \"error_description\": \"Unauthorized\"}");
        };
        var tokens = tokens();
        var waiting = IntStream.range(0, 8).mapToObj(
                _ -> tokens.token(desk.autochat.connection(), tokens.place(desk.autochat.connection())))
                .toList();
        release.countDown();

        var results = new HashSet<SignInOutcome>();
        waiting.forEach(each -> results.add(each.join()));

        assertEquals(java.util.Set.of(new SignInOutcome.Refused(
                new SignInFailure(SignInFailure.Kind.WRONG_CREDENTIALS, Optional.of("Unauthorized")))),
                results);
        assertEquals(1, desk.autochat.tokenRequests());
    }

    @Test
    void noneAfterARestart() {
        desk.client().signIn();

        assertInstanceOf(SendOutcome.Accepted.class, desk.send());
        assertInstanceOf(SignInOutcome.SignedIn.class, desk.client().signIn());

        assertEquals(1, desk.autochat.tokenRequests());
    }

    @Test
    void renewedFiveMinutesBeforeItsEnd() {
        desk.client().signIn();

        desk.clock.go(Duration.ofHours(24).minusMinutes(5).minusSeconds(1));
        assertEquals("token-1", desk.client().currentToken().orElseThrow().value());
        desk.clock.go(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), desk.client().currentToken());

        assertEquals("token-2", signedIn().value());
    }

    @Test
    void clockSetBack() {
        desk.client().signIn();

        desk.clock.go(Duration.ofSeconds(-1));

        assertEquals(Optional.empty(), desk.client().currentToken());
        assertEquals("token-2", signedIn().value());
    }

    @Test
    void currentTokenAsksNobody() {
        assertEquals(Optional.empty(), desk.client().currentToken());
        assertEquals(0, desk.autochat.requests.size());
    }

    @Test
    void shortLivedTokenIsUsedMoreThanOnce() {
        desk.autochat.tokens = inTurn(json(200, "{\"access_token\": \"t\", \"expires_in\": 120}"));

        desk.send();
        desk.send();

        assertEquals(1, desk.autochat.tokenRequests());
    }

    @Test
    void noCredentialsNoRequest() {
        var blank = new Connection(desk.autochat.connection().profile(), desk.autochat.connection().address(),
                desk.autochat.connection().tokenAddress(), " ", "");
        var notSetUp = new SignInFailure(SignInFailure.Kind.NOT_SET_UP, Optional.empty());

        assertEquals(new SignInOutcome.Refused(notSetUp), desk.client(blank).signIn());
        assertEquals(new SendOutcome.SignInRefused(notSetUp),
                desk.client(blank).sending(AutochatFixture.BARE).run());
        assertEquals(new OptionsOutcome.SignInRefused(notSetUp), desk.client(blank).options());
        assertEquals(0, desk.autochat.requests.size());
    }

    @Test
    void nothingIsAskedBeforeTheLimitEnds() {
        desk.autochat.tokens = inTurn(answer(429, "text/plain", "").addHeader("Retry-After", "90").build(),
                token("after"));
        AutochatClient client = desk.client();
        var limited = new SignInOutcome.Limited(desk.clock.instant().plusSeconds(90));

        assertEquals(limited, client.signIn());
        desk.clock.go(Duration.ofSeconds(89));
        assertEquals(limited, client.signIn());
        assertEquals(1, desk.autochat.tokenRequests());
        desk.clock.go(Duration.ofSeconds(1));
        assertInstanceOf(SignInOutcome.SignedIn.class, client.signIn());
    }

    @Test
    void brakeOfFiveAnHour() {
        desk.autochat.tokens = inTurn(json(401, "{}"));
        AutochatClient client = desk.client();
        Instant first = desk.clock.instant();
        var outcomes = new ArrayList<SendOutcome>();
        for (int i = 0; i < 7; i++) {
            outcomes.add(client.sending(AutochatFixture.BARE).run());
            desk.clock.go(Duration.ofMinutes(1));
        }

        assertEquals(5, desk.autochat.tokenRequests());
        assertEquals(new SendOutcome.SignInRefused(new SignInFailure(SignInFailure.Kind.WRONG_CREDENTIALS,
                Optional.empty(), Optional.of(first.plus(Duration.ofHours(1))))), outcomes.getLast());

        desk.clock.go(Duration.ofMinutes(53));
        assertInstanceOf(SendOutcome.SignInRefused.class, client.sending(AutochatFixture.BARE).run());
        assertEquals(6, desk.autochat.tokenRequests());
    }

    /** AutoChat counts by client, so it is none of its business which secret was tried. */
    @Test
    void brakeCountsForTheClientWhateverTheSecret() {
        desk.autochat.tokens = inTurn(json(401, "{}"));
        for (int i = 0; i < 3; i++) {
            signIn("wrong");
            signIn("wrong, too");
        }
        assertEquals(5, desk.autochat.tokenRequests());
        var other = new Connection(Profile.STAGING, desk.autochat.connection().address(),
                desk.autochat.connection().tokenAddress(), "another client", "wrong");
        desk.client(other).signIn();
        assertEquals(6, desk.autochat.tokenRequests());
    }

    /** She has mended it: nobody wants to hear of an hour now. */
    @Test
    void mendedSecretIsTriedAtOnceButNotForEver() {
        desk.autochat.tokens = inTurn(json(401, "{}"), json(401, "{}"), json(401, "{}"), json(401, "{}"),
                json(401, "{}"), token("right"), json(401, "{}"));
        for (int i = 0; i < 6; i++) {
            signIn("wrong");
        }
        assertEquals(5, desk.autochat.tokenRequests());
        assertInstanceOf(SignInOutcome.SignedIn.class, signIn("right"));
        desk.store.tokens().clear();
        assertInstanceOf(SignInOutcome.Limited.class, signIn("right"), "once");
        for (int i = 0; i < 10; i++) {
            signIn("guess " + i);
        }
        assertEquals(10, desk.autochat.tokenRequests());
        desk.clock.go(Duration.ofHours(1));
        signIn("wrong");
        assertEquals(11, desk.autochat.tokenRequests());
    }

    @Test
    void limitOfAutochatHoldsForEverySecret() {
        desk.autochat.tokens = inTurn(answer(429, "text/plain", "").addHeader("Retry-After", "600").build());
        signIn("wrong");
        assertInstanceOf(SignInOutcome.Limited.class, signIn("mended"));
        assertEquals(1, desk.autochat.tokenRequests());
    }

    private SignInOutcome signIn(String secret) {
        Connection own = desk.autochat.connection();
        return desk.client(new Connection(own.profile(), own.address(), own.tokenAddress(), own.clientId(),
                secret)).signIn();
    }

    @Test
    void forgottenWhileItIsAskedForItIsNotKept(@TempDir Path home) throws Exception {
        var reached = new CountDownLatch(2);
        var release = new CountDownLatch(1);
        var late = token("late");
        var limit = answer(429, "text/plain", "").addHeader("Retry-After", "600").build();
        desk.autochat.tokens = request -> {
            reached.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return String.valueOf(request.getBody().utf8()).contains("another") ? limit : late;
        };
        Path file = home.resolve("preferences.json");
        var key = new MemoryKeyStorage();
        Preferences preferences = Preferences.open(file, new SystemEnvironment(name -> null, name -> null),
                Runnable::run);
        Vault vault = key.vault(preferences);
        var tokens = new TokenProvider(new PersistentTokenStore(vault, preferences), new Redaction(),
                desk.clock,
                new HttpClients("test"));
        Connection own = desk.autochat.connection();
        var first = tokens.token(own, tokens.place(own));
        var another = new Connection(own.profile(), own.address(), own.tokenAddress(), "another", "another");
        var second = tokens.token(another, tokens.place(another));
        ConnectionTest begun = new AutochatClient(own, tokens, desk.clock, new HttpClients("test")).trial();
        reached.await();
        vault.forgetAll().join();
        release.countDown();
        assertInstanceOf(SignInOutcome.SignedIn.class, first.join());
        assertInstanceOf(SignInOutcome.Limited.class, second.join());
        // What was begun with it asks once more.
        desk.autochat.tokens = inTurn(token("later"));
        assertInstanceOf(SignInOutcome.SignedIn.class, begun.signIn());
        vault.settle().join();
        assertEquals(Optional.empty(), key.key);
        assertEquals(Optional.empty(), tokens.kept(own));
        String kept = Files.readString(file);
        assertEquals(List.of(),
                List.of("token|", "client", "another").stream().filter(kept::contains).toList(), kept);
        vault.close();
        preferences.close();
    }

    @Test
    void brakeSurvivesRestarts() {
        desk.autochat.tokens = inTurn(json(401, "{}"));
        for (int start = 0; start < 20; start++) {
            desk.client().signIn();
        }
        assertEquals(5, desk.autochat.tokenRequests());
    }

    @Test
    void limitSurvivesARestart() {
        desk.autochat.tokens = inTurn(answer(429, "text/plain", "").addHeader("Retry-After", "600").build());
        SignInOutcome limited = desk.client().signIn();
        assertEquals(limited, desk.client().signIn());
        assertEquals(1, desk.autochat.tokenRequests());
        desk.clock.go(Duration.ofDays(-2));
        assertInstanceOf(SignInOutcome.Limited.class, desk.client().signIn());
        assertEquals(2, desk.autochat.tokenRequests(), "a clock set back holds nobody for two days");
    }

    @Test
    void clockThatStepsBackDoesNotEmptyTheBrake() {
        desk.autochat.tokens = inTurn(json(401, "{}"));
        for (int step = 0; step < 20; step++) {
            desk.client().signIn();
            desk.clock.go(Duration.ofSeconds(-1));
        }
        assertEquals(5, desk.autochat.tokenRequests());
    }

    @Test
    void requestThatNeverLeftDoesNotCount() {
        desk.autochat.server.close();
        for (int i = 0; i < 8; i++) {
            assertInstanceOf(SignInOutcome.Failed.class, desk.client().signIn());
        }
    }

    /** Twelve starts on each of seven days, with three requests each. */
    @Test
    void weekOfUseTakesATokenADay() {
        for (int day = 0; day < 7; day++) {
            for (int start = 0; start < 12; start++) {
                AutochatClient client = desk.client();
                for (int i = 0; i < 3; i++) {
                    assertInstanceOf(SignInOutcome.SignedIn.class, client.signIn());
                    desk.clock.go(Duration.ofMinutes(10));
                }
            }
            desk.clock.go(Duration.ofHours(18));
        }
        assertEquals(7, desk.autochat.tokenRequests());
    }

    @Test
    void secretThatCanNotBeReadIsSaidToBeLocked(@TempDir Path home) throws IOException {
        Path file = home.resolve("preferences.json");
        Files.writeString(file, "{\"sealed\": {\"clientSecret\": \"with a key that is gone\"}}");
        try (Preferences preferences = Preferences.open(file,
                new SystemEnvironment(name -> null, name -> null),
                Runnable::run); Vault vault = new MemoryKeyStorage().vault(preferences)) {
            var locked = new TokenProvider(new PersistentTokenStore(vault, preferences), new Redaction(),
                    desk.clock,
                    new HttpClients("test"));
            Connection nothing = new Connection(Profile.STAGING, desk.autochat.connection().address(),
                    desk.autochat.connection().tokenAddress(), "client", vault.secret(Setting.CLIENT_SECRET));
            assertEquals(
                    new SignInOutcome.Refused(new SignInFailure(SignInFailure.Kind.LOCKED, Optional.empty())),
                    locked.token(nothing, locked.place(nothing)).join());
        }
    }

    @Test
    void endless401CannotPassTheBrake() {
        desk.autochat.cars = inTurn(json(401, "{}"));
        AutochatClient client = desk.client();

        for (int i = 0; i < 10; i++) {
            client.sending(AutochatFixture.BARE).run();
        }

        assertEquals(5, desk.autochat.tokenRequests());
    }

    @Test
    void someoneElsesRenewalWillDo() {
        var tokens = tokens();
        Connection connection = desk.autochat.connection();
        var first = assertInstanceOf(SignInOutcome.SignedIn.class,
                tokens.token(connection, tokens.place(connection)).join()).token();

        SignInOutcome renewed = tokens.renew(connection, first, tokens.place(connection)).join();
        SignInOutcome late = tokens.renew(connection, first, tokens.place(connection)).join();

        assertEquals(renewed, late);
        assertEquals(2, desk.autochat.tokenRequests());
    }

    @Test
    void refusedTokenIsForgotten() {
        desk.autochat.cars = inTurn(json(401, "{}"), json(201, "{}"));

        assertInstanceOf(SendOutcome.Accepted.class, desk.send());

        assertEquals(List.of("Bearer token-1", "Bearer token-2"),
                desk.autochat.to("POST", "/api/cars").stream()
                        .map(post -> post.getHeaders().get("Authorization")).toList());
        assertEquals("token-2", desk.client().currentToken().orElseThrow().value());
    }

    @Test
    void damagedTokenOfTheStoreIsReplaced() {
        desk.client().signIn();
        desk.store.tokens().replaceAll((_, token) -> new Token("a\nb", token.obtained(), token.expires()));

        assertInstanceOf(SendOutcome.Accepted.class, desk.send());
    }

    @Test
    void keptByAddressClientAudienceAndSecretWithoutNamingIt() {
        desk.client().signIn();

        String key = List.copyOf(desk.store.tokens().keySet()).getFirst();
        String digest = ByteString.encodeUtf8("s3cr3t").sha256().hex().substring(0, 8);
        assertEquals(desk.autochat.url("/oauth/token") + "|client|http://api.autochat.com/|" + digest, key);
    }

    @Test
    void afterFiveRefusalsTheSecretIsToBeMended() {
        desk.autochat.tokens = inTurn(json(401, "{}"));
        Instant first = desk.clock.instant();
        for (int press = 0; press < 5; press++) {
            desk.send();
        }
        assertEquals(new SendOutcome.SignInRefused(new SignInFailure(SignInFailure.Kind.WRONG_CREDENTIALS,
                Optional.empty(), Optional.of(first.plus(Duration.ofHours(1))))), desk.send());
    }

    @Test
    void failedSignInIsSpaced() {
        desk.autochat.tokens = inTurn(json(503, "{}"));
        Instant first = desk.clock.instant();
        assertEquals(new SendOutcome.Limited(first.plusSeconds(30), WaitReason.SIGN_IN_FAILED), desk.send());
        assertEquals(new SendOutcome.Limited(first.plusSeconds(30), WaitReason.SIGN_IN_FAILED), desk.send());
        assertEquals(1, desk.autochat.tokenRequests());
        assertInstanceOf(SignInOutcome.Failed.class, signIn("another"), "a changed secret is tried at once");
        assertEquals(2, desk.autochat.tokenRequests());
    }

    @Test
    void sixthTokenOfAnHourIsOurOwnBrake() {
        Instant first = desk.clock.instant();
        for (int start = 0; start < 5; start++) {
            desk.client().signIn();
            desk.store.tokens().clear();
        }
        assertEquals(new SignInOutcome.Limited(first.plus(Duration.ofHours(1)), WaitReason.SIGN_IN_COUNT),
                desk.client().signIn());
    }

    private TokenProvider tokens() {
        return new TokenProvider(desk.store, new Redaction(), desk.clock, new HttpClients("test"));
    }

    private Token signedIn() {
        return assertInstanceOf(SignInOutcome.SignedIn.class, desk.client().signIn()).token();
    }
}
