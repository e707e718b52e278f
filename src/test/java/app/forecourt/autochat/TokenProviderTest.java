package app.forecourt.autochat;

import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.autochat.FakeAutochat.token;
import static app.forecourt.http.ScriptedServer.limited;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.autochat.token.PersistentTokenStore;
import app.forecourt.autochat.token.Token;
import app.forecourt.autochat.token.TokenAndRequestStore;
import app.forecourt.http.HttpClients;
import app.forecourt.secret.Redaction;
import app.forecourt.secret.Vault;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of token requests: cache, rate limit and back-off. */
@Timeout(LongWait.TEST_SECONDS)
class TokenProviderTest extends AutochatFixture {
    @RegisterExtension
    final TestHome home = new TestHome();

    private static final MockResponse TEN_MINUTES = limited(600);

    @Test
    void oneRequestForEightConcurrentCallers() throws Exception {
        AutochatClient client = client();
        var together = new CountDownLatch(8);
        var callers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> {
                            together.countDown();
                            LongWait.untilOpen(together);
                            return post(client);
                        },
                        Thread::startVirtualThread))
                .toList();

        for (var caller : callers) {
            assertInstanceOf(SendOutcome.Accepted.class, caller.get());
        }

        assertTokenRequests(1);
        assertPosts(8);
    }

    @Test
    void failureIsSharedByAllCallers() {
        var release = new CountDownLatch(1);
        autochat.tokens = _ -> {
            LongWait.untilOpen(release);
            return json(401, "{\"error\": \"access_denied\", \"error_description\": \"Unauthorized\"}");
        };
        var tokens = tokens(store);
        var waiting = IntStream.range(0, 8)
                .mapToObj(_ -> tokens.token(autochat.connection(), tokens.tokenWriter(autochat.connection())))
                .toList();
        release.countDown();

        var results = new HashSet<SignInOutcome>();
        waiting.forEach(result -> results.add(result.join()));

        assertEquals(
                Set.of(new SignInOutcome.Refused(
                        new SignInRefusal(SignInRefusal.Kind.WRONG_CREDENTIALS, Optional.of("Unauthorized")))),
                results);
        assertTokenRequests(1);
    }

    @Test
    void tokenIsRenewedFiveMinutesEarly() {
        client().signIn();

        clock.advance(Duration.ofHours(24).minusMinutes(5).minusSeconds(1));
        assertEquals("token-1", client().currentToken().orElseThrow().value());
        clock.advanceSeconds(1);
        assertEmpty(client().currentToken());

        assertEquals("token-2", signedIn().value());
    }

    @Test
    void clockSetBack() {
        client().signIn();

        clock.advanceSeconds(-1);

        assertEmpty(client().currentToken());
        assertEquals("token-2", signedIn().value());
    }

    @Test
    void shortLivedTokenIsUsedMoreThanOnce() {
        autochat.tokens = inTurn(json(200, "{\"access_token\": \"t\", \"expires_in\": 120}"));

        send();
        send();

        assertTokenRequests(1);
    }

    @Test
    void noCredentialsNoRequest() {
        var blank = connection(" ", "");
        var notSetUp = new SignInRefusal(SignInRefusal.Kind.NOT_SET_UP, Optional.empty());

        assertEquals(new SignInOutcome.Refused(notSetUp), client(blank).signIn());
        assertEquals(new SendOutcome.SignInRefused(notSetUp), post(client(blank)));
        assertEquals(new OptionsOutcome.SignInRefused(notSetUp), client(blank).loadOptions());
        assertNoRequest();
    }

    @Test
    void noRequestBeforeLimitEnds() {
        autochat.tokens = inTurn(limited(90), token("after"));
        AutochatClient client = client();
        var limited = new SignInOutcome.Limited(clock.instant().plusSeconds(90));

        assertEquals(limited, client.signIn());
        clock.advanceSeconds(89);
        assertEquals(limited, client.signIn());
        assertTokenRequests(1);
        clock.advanceSeconds(1);
        assertInstanceOf(SignInOutcome.SignedIn.class, client.signIn());
    }

    @Test
    void fiveRequestsAnHour() {
        refuseAll();
        AutochatClient client = client();
        Instant first = clock.instant();
        var outcomes = new ArrayList<SendOutcome>();
        for (int i = 0; i < 7; i++) {
            outcomes.add(post(client));
            clock.advanceMinutes(1);
        }

        assertTokenRequests(5);
        assertEquals(
                new SendOutcome.SignInRefused(new SignInRefusal(
                        SignInRefusal.Kind.WRONG_CREDENTIALS,
                        Optional.empty(),
                        Optional.of(first.plus(Duration.ofHours(1))))),
                outcomes.getLast());

        clock.advanceMinutes(53);
        assertInstanceOf(SendOutcome.SignInRefused.class, post(client));
        assertTokenRequests(6);
    }

    /** AutoChat counts by client, whichever secret was tried. */
    @Test
    void limitCountsPerClientNotSecret() {
        refuseAll();
        for (int i = 0; i < 3; i++) {
            signIn("wrong");
            signIn("wrong, too");
        }
        assertTokenRequests(5);
        client(connection("another client", "wrong")).signIn();
        assertTokenRequests(6);
    }

    /** The user has just corrected the secret, so a wait of an hour would be wrong. */
    @Test
    void correctedSecretIsTriedAtOnceButNotForever() {
        MockResponse no = json(401, "{}");
        autochat.tokens = inTurn(no, no, no, no, no, token("right"), no);
        for (int i = 0; i < 6; i++) {
            signIn("wrong");
        }
        assertTokenRequests(5);
        assertInstanceOf(SignInOutcome.SignedIn.class, signIn("right"));
        store.tokens().clear();
        assertInstanceOf(SignInOutcome.Limited.class, signIn("right"), "once");
        for (int i = 0; i < 10; i++) {
            signIn("guess " + i);
        }
        assertTokenRequests(10);
        clock.advanceHours(1);
        signIn("wrong");
        assertTokenRequests(11);
    }

    private SignInOutcome signIn(String secret) {
        return client(connection("client", secret)).signIn();
    }

    private AutochatConnection connection(String clientId, String secret) {
        AutochatConnection own = autochat.connection();
        return new AutochatConnection(own.profile(), own.address(), own.tokenAddress(), clientId, secret);
    }

    @Test
    void tokenIsNotStoredOnceSignInIsForgotten() throws Exception {
        var reached = new CountDownLatch(2);
        var release = new CountDownLatch(1);
        var late = token("late");

        autochat.tokens = request -> {
            reached.countDown();
            LongWait.untilOpen(release);
            return String.valueOf(request.getBody().utf8()).contains("another") ? TEN_MINUTES : late;
        };
        Vault vault = home.vault();
        var tokens = tokens(new PersistentTokenStore(vault, home.preferences()));
        AutochatConnection own = autochat.connection();
        var first = tokens.token(own, tokens.tokenWriter(own));
        var another = connection("another", "another");
        var second = tokens.token(another, tokens.tokenWriter(another));
        AutochatClient.ConnectionTest connectionTest =
                new AutochatClient(own, tokens, clock, new HttpClients("test")).newConnectionTest();
        reached.await();
        vault.forgetAll().join();
        release.countDown();
        assertInstanceOf(SignInOutcome.SignedIn.class, first.join());
        assertInstanceOf(SignInOutcome.Limited.class, second.join());
        // A connection test begun before requests a token again.
        autochat.tokens = inTurn(token("later"));
        assertInstanceOf(SignInOutcome.SignedIn.class, connectionTest.signIn());
        vault.decideStorage().join();
        assertEmpty(home.keychain.key);
        assertEmpty(tokens.storedToken(own));
        String kept = Files.readString(home.preferencesFile());
        assertEquals(
                List.of(),
                List.of("token|", "client", "another").stream()
                        .filter(kept::contains)
                        .toList(),
                kept);
    }

    @Test
    void autochatLimitAppliesToEverySecretAfterRestart() {
        autochat.tokens = inTurn(TEN_MINUTES);
        SignInOutcome limited = client().signIn();
        assertEquals(limited, signIn("mended"));
        assertTokenRequests(1);
        clock.advanceDays(-2);
        assertInstanceOf(SignInOutcome.Limited.class, client().signIn());
        // A clock set back holds nobody for two days.
        assertTokenRequests(2);
    }

    @Test
    void clockSetBackKeepsRequestLimit() {
        refuseAll();
        for (int step = 0; step < 20; step++) {
            client().signIn();
            clock.advanceSeconds(-1);
        }
        assertTokenRequests(5);
    }

    @Test
    void unsentRequestDoesNotCount() {
        autochat.server.close();
        for (int i = 0; i < 8; i++) {
            assertInstanceOf(SignInOutcome.Failed.class, client().signIn());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unreadableSecretNamesTheFileOfItsKey(boolean isInFile) throws IOException {
        home.write("{\"sealed\": {\"clientSecret\": \"with a key that is gone\"}, \"vault\": {\"keptIn\": \"%s\"}}"
                .formatted(isInFile ? "file" : "keychain"));
        Path file = home.resolve("vault.key");
        try (Vault vault = home.keychain.openVault(home.preferences(), file, new Redaction())) {
            var locked = tokens(new PersistentTokenStore(vault, home.preferences()));
            AutochatConnection nothing = connection("client", vault.secret(CLIENT_SECRET));
            assertEquals(
                    new SignInOutcome.Refused(new SignInRefusal(
                            SignInRefusal.Kind.LOCKED,
                            Optional.of(file.toString()).filter(_ -> isInFile))),
                    locked.token(nothing, locked.tokenWriter(nothing)).join());
        }
    }

    @Test
    void repeated401StaysWithinLimit() {
        autochat.cars = inTurn(json(401, "{}"));
        AutochatClient client = client();

        for (int i = 0; i < 10; i++) {
            post(client);
        }

        assertTokenRequests(5);
    }

    @Test
    void renewalByAnotherCallerIsUsed() {
        var tokens = tokens(store);
        AutochatConnection connection = autochat.connection();
        var first = assertInstanceOf(
                        SignInOutcome.SignedIn.class,
                        tokens.token(connection, tokens.tokenWriter(connection)).join())
                .token();

        SignInOutcome renewed =
                tokens.renew(connection, first, tokens.tokenWriter(connection)).join();
        SignInOutcome late =
                tokens.renew(connection, first, tokens.tokenWriter(connection)).join();

        assertEquals(renewed, late);
        assertTokenRequests(2);
    }

    @Test
    void refusedTokenIsForgotten() {
        autochat.cars = inTurn(json(401, "{}"), json(201, "{}"));

        accepted();

        assertEquals(
                List.of("Bearer token-1", "Bearer token-2"),
                autochat.requestsTo("POST", "/api/cars").stream()
                        .map(post -> post.getHeaders().get("Authorization"))
                        .toList());
        assertEquals("token-2", client().currentToken().orElseThrow().value());
    }

    @Test
    void damagedStoredTokenIsReplaced() {
        client().signIn();
        store.tokens().replaceAll((_, token) -> new Token("a\nb", token.obtained(), token.expires()));

        accepted();
    }

    @Test
    void keyNamesAddressClientAudienceSecretDigest() {
        client().signIn();

        String key = List.copyOf(store.tokens().keySet()).getFirst();
        String digest = ByteString.encodeUtf8("s3cr3t").sha256().hex().substring(0, 8);
        assertEquals(autochat.url("/oauth/token") + "|client|http://api.autochat.com/|" + digest, key);
    }

    @Test
    void failedSignInBacksOff() {
        autochat.tokens = inTurn(json(503, "{}"));
        var limited = new SendOutcome.Limited(clock.instant().plusSeconds(30), RequestLimitReason.SIGN_IN_FAILED);
        assertEquals(limited, send());
        assertEquals(limited, send());
        assertTokenRequests(1);
        assertInstanceOf(SignInOutcome.Failed.class, signIn("another"), "a changed secret is tried at once");
        assertTokenRequests(2);
    }

    @Test
    void sixthTokenInAnHourWaitsTenMinutes() {
        Instant first = clock.instant();
        for (int start = 0; start < 5; start++) {
            signedIn();
            store.tokens().clear();
        }
        for (int more = 1; more <= 12; more++) {
            assertEquals(
                    new SignInOutcome.Limited(
                            first.plus(Duration.ofMinutes(10L * more)), RequestLimitReason.SIGN_IN_COUNT),
                    client().signIn());
            clock.advanceMinutes(10);
            signedIn();
            store.tokens().clear();
        }
    }

    private TokenProvider tokens(TokenAndRequestStore kept) {
        return new TokenProvider(kept, new Redaction(), clock, new HttpClients("test"));
    }

    private void refuseAll() {
        autochat.tokens = inTurn(json(401, "{}"));
    }
}
