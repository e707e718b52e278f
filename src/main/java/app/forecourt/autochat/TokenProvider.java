package app.forecourt.autochat;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.autochat.token.Token;
import app.forecourt.autochat.token.TokenAndRequestStore;
import app.forecourt.autochat.token.TokenRequestLog;
import app.forecourt.autochat.token.TokenRequestLog.TokenRequest;
import app.forecourt.http.HttpClients;
import app.forecourt.http.RequestProgress;
import app.forecourt.http.UrlPolicy;
import app.forecourt.secret.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/**
 * The source of tokens for all profiles. A stored token is used until five minutes before its end. Otherwise one
 * request is made (single-flight), and all callers get its result, good or bad. For each client at most five requests
 * an hour reach the token endpoint. A secret that was just corrected is tried once more, see
 * {@link TokenRequestLimiter}. No request is made before a limit set by the server is over.
 *
 * <p>All clients of a program must share one instance. Staging and production use the same token, and the rate limit
 * counts for both.
 */
public final class TokenProvider {
    static final String AUDIENCE = "http://api.autochat.com/";
    private static final Duration RENEWAL_MARGIN = Duration.ofMinutes(5);

    private final TokenAndRequestStore store;
    private final Redaction redaction;
    private final Clock clock;
    private final HttpClients http;
    private final Object lock = new Object();
    private final Map<String, PendingRequest> pendingRequests = new HashMap<>();
    private @Nullable TokenApi api;

    /**
     * A token request under way.
     *
     * @param tokenWriter stores the token
     * @param waiting the number of callers that wait
     */
    private record PendingRequest(
            String client,
            TokenRequest made,
            Call<ResponseBody> call,
            RequestProgress trace,
            Consumer<Token> tokenWriter,
            CompletableFuture<SignInOutcome> result,
            AtomicInteger waiting) {

        /** Removes one waiting caller; cancels the request if no caller is left. */
        boolean removeWaiter() {
            boolean abandoned = waiting.decrementAndGet() == 0;
            if (abandoned) {
                call.cancel();
            }
            return abandoned;
        }
    }

    /** @param redaction learns every secret that is sent and every token that is received */
    public TokenProvider(TokenAndRequestStore store, Redaction redaction, Clock clock, HttpClients http) {
        this.store = store;
        this.redaction = redaction;
        this.clock = clock;
        this.http = http;
    }

    /** Returns the stored token if it is usable. Reads only the token store. */
    Optional<Token> storedToken(AutochatConnection connection) {
        Instant now = clock.instant();
        Optional<Token> kept = store.token(key(connection));
        kept.map(Token::value).ifPresent(redaction::addSecret);
        return kept.filter(token -> isUsable(token, now));
    }

    /**
     * Returns the denial that a sign-in gets while no token may be requested; empty if one may. Reads only the token
     * store.
     */
    Optional<SignInOutcome.Denied> currentDenial(AutochatConnection connection) {
        return wait(connection).map(TokenRequestLimiter.Wait::denial);
    }

    private Optional<TokenRequestLimiter.Wait> wait(AutochatConnection connection) {
        return TokenRequestLimiter.requiredWait(
                store.requests(client(connection)), secret(connection), clock.instant());
    }

    /** Returns the redaction that removes known secrets from texts of the server. */
    Redaction redaction() {
        return redaction;
    }

    /**
     * Returns a writer that stores later tokens of a connection. The writer stores nothing once the sign-in has been
     * forgotten. Get the writer before any work that may request a token. Then a sign-in that is forgotten meanwhile
     * stores none of its tokens.
     */
    Consumer<Token> tokenWriter(AutochatConnection connection) {
        return store.tokenWriter(key(connection));
    }

    /** Returns a usable token; requests one if none is stored. Completes exceptionally only because of a bug. */
    CompletableFuture<SignInOutcome> token(AutochatConnection connection, Consumer<Token> tokenWriter) {
        return tokenOtherThan(connection, Optional.empty(), tokenWriter);
    }

    /** Returns a token other than the refused one; a renewal by another caller counts. */
    CompletableFuture<SignInOutcome> renew(AutochatConnection connection, Token refused, Consumer<Token> tokenWriter) {
        return tokenOtherThan(connection, Optional.of(refused.value()), tokenWriter);
    }

    private CompletableFuture<SignInOutcome> tokenOtherThan(
            AutochatConnection connection, Optional<String> refused, Consumer<Token> tokenWriter) {
        if (!connection.hasCredentials()) {
            var kind = store.isLocked()
                    ? SignInRefusal.Kind.LOCKED
                    : store.isForAnotherAddress() ? SignInRefusal.Kind.OTHER_ADDRESS : SignInRefusal.Kind.NOT_SET_UP;
            Optional<String> keyFile =
                    store.keyFile().map(Path::toString).filter(_ -> kind == SignInRefusal.Kind.LOCKED);
            return CompletableFuture.completedFuture(new SignInOutcome.Refused(new SignInRefusal(kind, keyFile)));
        }
        if (!(UrlPolicy.checkAddress(connection.tokenAddress().toString())
                instanceof UrlPolicy.Result.Allowed(var address))) {
            return CompletableFuture.completedFuture(new SignInOutcome.Failed(FailureCause.BAD_ADDRESS));
        }
        redaction.addSecret(connection.clientSecret());
        String key = key(connection);
        synchronized (lock) {
            Optional<Token> kept = storedToken(connection).filter(token -> !refused.equals(Optional.of(token.value())));
            if (kept.isPresent()) {
                return CompletableFuture.completedFuture(new SignInOutcome.SignedIn(kept.get()));
            }
            PendingRequest pending = pendingRequests.get(key);
            if (pending != null) {
                pending.waiting().incrementAndGet();
                return pending.result();
            }
            store.remove(key);
            String client = client(connection);
            TokenRequestLog log = store.requests(client);
            var made = new TokenRequest(clock.instant(), secret(connection));
            Optional<TokenRequestLimiter.Wait> wait = TokenRequestLimiter.requiredWait(log, made.secret(), made.time());
            if (wait.isPresent()) {
                return CompletableFuture.completedFuture(wait.get().denial());
            }
            // Recorded before it is sent, so that the request counts even if the program is killed now.
            store.saveRequests(client, TokenRequestLimiter.withRequest(log, made));
            var trace = new RequestProgress();
            var request = new PendingRequest(
                    client,
                    made,
                    api().token(HttpUrl.get(address.toString()), TokenApi.Credentials.of(connection), trace),
                    trace,
                    tokenWriter,
                    new CompletableFuture<>(),
                    new AtomicInteger(1));
            pendingRequests.put(key, request);
            // On its own thread, so that a caller can stop waiting at once without cancelling it for the others.
            Thread.ofVirtual().name("token").start(() -> fetch(key, request));
            return request.result();
        }
    }

    /** Ends the wait of one caller; cancels the request if no caller is left. */
    void stopWaiting(CompletableFuture<SignInOutcome> result) {
        synchronized (lock) {
            pendingRequests.values().removeIf(request -> request.result() == result && request.removeWaiter());
        }
    }

    private void fetch(String key, PendingRequest request) {
        try {
            SignInOutcome signIn = send(request);
            synchronized (lock) {
                pendingRequests.remove(key, request);
                recordResult(request, signIn);
            }
            request.result().complete(signIn);
        } catch (RuntimeException | Error bug) {
            synchronized (lock) {
                pendingRequests.remove(key, request);
            }
            request.result().completeExceptionally(bug);
        }
    }

    private SignInOutcome send(PendingRequest request) {
        try {
            return TokenResponseMapper.outcome(
                    RawResponse.execute(request.call(), request.trace()),
                    redaction,
                    request.made().time());
        } catch (IOException failure) {
            return new SignInOutcome.Failed(
                    request.trace().isSendingStarted()
                            ? NetworkFailureClassifier.afterSending(failure)
                            : NetworkFailureClassifier.beforeSending(failure));
        }
    }

    private void recordResult(PendingRequest request, SignInOutcome signIn) {
        String client = request.client();
        if (!request.trace().isSendingStarted()) {
            store.saveRequests(client, TokenRequestLimiter.withoutRequest(store.requests(client), request.made()));
        } else if (!(signIn instanceof SignInOutcome.SignedIn)) {
            store.saveRequests(
                    client,
                    TokenRequestLimiter.withResult(
                            store.requests(client), request.made(), TokenRequestLimiter.result(signIn)));
        }
        switch (signIn) {
            case SignInOutcome.SignedIn(Token token) -> {
                redaction.addSecret(token.value());
                request.tokenWriter().accept(token);
            }
            case SignInOutcome.Limited(Instant until, RequestLimitReason _) ->
                store.saveRequests(client, TokenRequestLimiter.withLimit(store.requests(client), until));
            case SignInOutcome.Refused _, SignInOutcome.Failed _ -> {}
        }
    }

    private static boolean isUsable(Token token, Instant now) {
        // Half the lifetime at most, or a token that lives only minutes would be renewed for every request.
        Duration half = Duration.between(token.obtained(), token.expires()).dividedBy(2);
        Duration margin = half.compareTo(RENEWAL_MARGIN) < 0 ? half : RENEWAL_MARGIN;
        return !now.isBefore(token.obtained())
                && now.isBefore(token.expires().minus(margin))
                && TokenResponseMapper.isSendable(token.value());
    }

    /**
     * Returns the key under which a token is stored. The secret is part of it, or a wrong secret would pass while the
     * right secret's token is valid.
     */
    private static String key(AutochatConnection connection) {
        return connection.tokenAddress() + "|" + connection.clientId() + "|" + AUDIENCE + "|" + secret(connection);
    }

    /** Returns 32 bits of the digest of the secret: enough to tell two secrets apart, too few to reveal one. */
    private static String secret(AutochatConnection connection) {
        return digest(connection.clientSecret()).substring(0, 8);
    }

    /**
     * Returns the name under which the requests of a client are counted. It outlives a forgotten sign-in, so it must
     * not reveal the client id.
     */
    private static String client(AutochatConnection connection) {
        return digest(connection.tokenAddress() + "|" + connection.clientId()).substring(0, 16);
    }

    private static String digest(String text) {
        return ByteString.encodeUtf8(text).sha256().hex();
    }

    private synchronized TokenApi api() {
        if (api == null) {
            api = new Retrofit.Builder()
                    // Unused: each request has its own address.
                    .baseUrl("https://autochat-dev.eu.auth0.com/")
                    .client(http.signingIn())
                    .addConverterFactory(JacksonConverterFactory.create())
                    .build()
                    .create(TokenApi.class);
        }
        return api;
    }
}
