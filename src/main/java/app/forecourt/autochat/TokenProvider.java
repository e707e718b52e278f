package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.token.Connection;
import app.forecourt.autochat.token.Token;
import app.forecourt.autochat.token.TokenRequestLog;
import app.forecourt.autochat.token.TokenRequestLog.Made;
import app.forecourt.autochat.token.TokenStore;
import app.forecourt.http.HttpClients;
import app.forecourt.http.RequestTrace;
import app.forecourt.http.UrlCheck;
import app.forecourt.http.UrlPolicy;
import app.forecourt.secret.Redaction;
import java.io.IOException;
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
 * The tokens of all profiles. One kept is used until five minutes before its end; otherwise one request is made, no
 * matter how many wait for it, and all of them get its result, good or bad. At most five requests an hour reach the
 * token address for one client (a secret that was just mended is tried once more, see {@link TokenRateLimiter}), and none while it
 * asks to be left alone.
 *
 * <p>
 * Share one instance among the clients of a program: staging and production have the same token, and the brake
 * counts for both.
 */
public final class TokenProvider {
    static final String AUDIENCE = "http://api.autochat.com/";
    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(5);

    private final TokenStore store;
    private final Redaction redaction;
    private final Clock clock;
    private final HttpClients http;
    private final Object lock = new Object();
    private final Map<String, Asking> asking = new HashMap<>();
    private @Nullable TokenApi api;

    /** A request under way: what becomes of it, and where its token is kept. */
    private record Asking(String client, Made made, Call<ResponseBody> call, RequestTrace trip,
            Consumer<Token> place,
            CompletableFuture<SignInOutcome> result, AtomicInteger waiting) {

        /** Whoever waited for it no longer does; when nobody else does either, it is broken off. */
        boolean isLeft() {
            boolean left = waiting.decrementAndGet() == 0;
            if (left) {
                call.cancel();
            }
            return left;
        }
    }

    /** @param redaction is told of every secret that leaves from here, and of every token that comes */
    public TokenProvider(TokenStore store, Redaction redaction, Clock clock, HttpClients http) {
        this.store = store;
        this.redaction = redaction;
        this.clock = clock;
        this.http = http;
    }

    /** The token kept, if it can still be used. Asks nobody but the store. */
    Optional<Token> kept(Connection connection) {
        Instant now = clock.instant();
        Optional<Token> kept = store.token(key(connection));
        kept.map(Token::value).ifPresent(redaction::addSecret);
        return kept.filter(token -> isUsable(token, now));
    }

    /** Until when no token may be asked for, empty if one may. Asks nobody but the store. */
    Optional<Instant> limitedUntil(Connection connection) {
        return wait(connection).map(TokenRateLimiter.Wait::until);
    }

    /** What a sign-in is answered with while nobody may be asked; empty if one may. Asks nobody but the store. */
    Optional<SignInOutcome.Denied> denied(Connection connection) {
        return wait(connection).map(TokenRateLimiter.Wait::denied);
    }

    private Optional<TokenRateLimiter.Wait> wait(Connection connection) {
        return TokenRateLimiter.until(store.requests(client(connection)), secret(connection),
                clock.instant());
    }

    /** Takes out of texts what a server may quote of us. */
    Redaction redaction() {
        return redaction;
    }

    /**
     * Where a token of that connection is kept that is asked for from now on; nowhere, when all is forgotten before it
     * comes. To be had before anything is begun that may ask for one: what began with a sign-in that is forgotten by
     * then keeps none of its tokens.
     */
    Consumer<Token> place(Connection connection) {
        return store.place(key(connection));
    }

    /** A usable token, asked for if none is kept. Never completes exceptionally but for a bug. */
    CompletableFuture<SignInOutcome> token(Connection connection, Consumer<Token> place) {
        return tokenBut(connection, Optional.empty(), place);
    }

    /** Another token than the one that was refused; someone else's renewal will do. */
    CompletableFuture<SignInOutcome> renew(Connection connection, Token refused, Consumer<Token> place) {
        return tokenBut(connection, Optional.of(refused.value()), place);
    }

    private CompletableFuture<SignInOutcome> tokenBut(Connection connection, Optional<String> refused,
            Consumer<Token> place) {
        if (!connection.hasCredentials()) {
            var kind = store.isLocked() ? SignInFailure.Kind.LOCKED
                    : store.isForAnotherAddress() ? SignInFailure.Kind.OTHER_ADDRESS
                            : SignInFailure.Kind.NOT_SET_UP;
            return CompletableFuture.completedFuture(
                    new SignInOutcome.Refused(new SignInFailure(kind, Optional.empty())));
        }
        if (!(UrlPolicy
                .whole(connection.tokenAddress().toString()) instanceof UrlCheck.Allowed(var address))) {
            return CompletableFuture.completedFuture(new SignInOutcome.Failed(Cause.BAD_ADDRESS));
        }
        redaction.addSecret(connection.clientSecret());
        String key = key(connection);
        synchronized (lock) {
            Optional<Token> kept = kept(connection)
                    .filter(token -> !refused.equals(Optional.of(token.value())));
            if (kept.isPresent()) {
                return CompletableFuture.completedFuture(new SignInOutcome.SignedIn(kept.get()));
            }
            Asking underWay = asking.get(key);
            if (underWay != null) {
                underWay.waiting().incrementAndGet();
                return underWay.result();
            }
            store.forget(key);
            String client = client(connection);
            TokenRequestLog before = store.requests(client);
            var made = new Made(clock.instant(), secret(connection));
            Optional<TokenRateLimiter.Wait> braked = TokenRateLimiter.until(before, made.secret(),
                    made.when());
            if (braked.isPresent()) {
                return CompletableFuture.completedFuture(braked.get().denied());
            }
            // Before it leaves: a program that is killed now has asked all the same.
            store.note(client, TokenRateLimiter.asked(before, made));
            var trip = new RequestTrace();
            var fresh = new Asking(client, made,
                    api().token(HttpUrl.get(address.toString()), TokenApi.Credentials.of(connection), trip),
                    trip, place, new CompletableFuture<>(), new AtomicInteger(1));
            asking.put(key, fresh);
            // On a thread of its own, so that whoever stops waiting neither waits nor takes it from the others.
            Thread.ofVirtual().name("token").start(() -> fetch(key, fresh));
            return fresh.result();
        }
    }

    /** Whoever got this is no longer waiting for it: a request that nobody waits for is broken off. */
    void leave(CompletableFuture<SignInOutcome> result) {
        synchronized (lock) {
            asking.values().removeIf(each -> each.result() == result && each.isLeft());
        }
    }

    private void fetch(String key, Asking request) {
        try {
            SignInOutcome signIn = ask(request);
            synchronized (lock) {
                asking.remove(key, request);
                note(request, signIn);
            }
            request.result().complete(signIn);
        } catch (RuntimeException | Error bug) {
            synchronized (lock) {
                asking.remove(key, request);
            }
            request.result().completeExceptionally(bug);
        }
    }

    private SignInOutcome ask(Asking request) {
        try {
            return TokenResponseMapper.read(RawResponse.to(request.call(), request.trip()), redaction,
                    request.made().when());
        } catch (IOException failure) {
            return new SignInOutcome.Failed(
                    request.trip().departed() ? FailureClassifier.afterDeparture(failure)
                            : FailureClassifier.beforeDeparture(failure));
        }
    }

    private void note(Asking request, SignInOutcome signIn) {
        String client = request.client();
        if (!request.trip().departed()) {
            store.note(client, TokenRateLimiter.notAsked(store.requests(client), request.made()));
        } else if (!(signIn instanceof SignInOutcome.SignedIn)) {
            store.note(client, TokenRateLimiter.brought(store.requests(client), request.made(),
                    TokenRateLimiter.result(signIn)));
        }
        switch (signIn) {
            case SignInOutcome.SignedIn(Token token) -> {
                redaction.addSecret(token.value());
                request.place().accept(token);
            }
            case SignInOutcome.Limited(Instant until, WaitReason _) -> store.note(client,
                    TokenRateLimiter.limited(store.requests(client), until));
            case SignInOutcome.Refused _,SignInOutcome.Failed _ -> {
            }
        }
    }

    private static boolean isUsable(Token token, Instant now) {
        // A token that lives for minutes only would otherwise be renewed for every request.
        Duration half = Duration.between(token.obtained(), token.expires()).dividedBy(2);
        Duration margin = half.compareTo(RENEWED_BEFORE_END) < 0 ? half : RENEWED_BEFORE_END;
        return !now.isBefore(token.obtained()) && now.isBefore(token.expires().minus(margin))
                && TokenResponseMapper.isSendable(token.value());
    }

    /** Another secret is another key, or a wrong one would pass as long as the right one's token holds. */
    private static String key(Connection connection) {
        return connection.tokenAddress() + "|" + connection.clientId() + "|" + AUDIENCE + "|"
                + secret(connection);
    }

    /** Of its digest 32 bits are enough to tell two apart and too few to tell anything of it. */
    private static String secret(Connection connection) {
        return digest(connection.clientSecret()).substring(0, 8);
    }

    /** Whose requests are counted together. It stays when the sign-in is forgotten, and so does not tell the id. */
    private static String client(Connection connection) {
        return digest(connection.tokenAddress() + "|" + connection.clientId()).substring(0, 16);
    }

    private static String digest(String text) {
        return ByteString.encodeUtf8(text).sha256().hex();
    }

    private synchronized TokenApi api() {
        if (api == null) {
            api = new Retrofit.Builder()
                    // Unused: the address goes with each request.
                    .baseUrl("https://autochat-dev.eu.auth0.com/")
                    .client(http.signingIn())
                    .addConverterFactory(JacksonConverterFactory.create())
                    .build()
                    .create(TokenApi.class);
        }
        return api;
    }
}
