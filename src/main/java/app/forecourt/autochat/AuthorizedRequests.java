package app.forecourt.autochat;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.autochat.token.Token;
import app.forecourt.http.RequestProgress;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Requests of one call to AutoChat that need an access token. Its first 401 renews the token and repeats the request
 * once. A second 401 is returned like any other response. {@link #stop()} may be called from any thread.
 */
final class AuthorizedRequests {
    private final TokenProvider tokens;
    private final AutochatConnection connection;
    private final boolean cancelsSignIn;
    private final Consumer<Token> tokenWriter;
    private final CompletableFuture<SignInOutcome> stop = new CompletableFuture<>();
    private @Nullable Token token;
    private boolean renewed;
    private @Nullable Call<ResponseBody> currentCall;

    AuthorizedRequests(TokenProvider tokens, AutochatConnection connection) {
        this(tokens, connection, false);
    }

    /** @param cancelsSignIn whether {@link #stop()} also cancels a pending token request that no other caller awaits */
    AuthorizedRequests(TokenProvider tokens, AutochatConnection connection, boolean cancelsSignIn) {
        this.tokens = tokens;
        this.connection = connection;
        this.cancelsSignIn = cancelsSignIn;
        this.tokenWriter = tokens.tokenWriter(connection);
    }

    /** The result of one request. */
    sealed interface Result {}

    /** A response of any status. */
    record Answered(RawResponse response) implements Result {}

    /**
     * No request was made because there was no token. Also the result if the token got a 401 and no other could be had.
     */
    record Denied(SignInOutcome.Denied denial) implements Result {}

    /** No connection could be made; no byte of the request was written. */
    record NotStarted(FailureCause cause) implements Result {}

    /** The request was being sent or had been sent, and there is no response. */
    record NoResponse(FailureCause cause) implements Result {}

    /** A factory of the call, given the {@code Authorization} header and the trace that the request carries. */
    @FunctionalInterface
    interface Request {
        Call<ResponseBody> newCall(String bearer, RequestProgress trace);
    }

    /** Makes the request and waits for its result. One thread at a time may call this method. */
    Result execute(Request request) {
        if (isStopped()) {
            return new NotStarted(FailureCause.STOPPED);
        }
        Token currentToken = token;
        SignInOutcome signIn = currentToken == null
                ? await(tokens.token(connection, tokenWriter))
                : new SignInOutcome.SignedIn(currentToken);
        Result result = requestAs(signIn, request);
        if (signIn instanceof SignInOutcome.SignedIn(Token refused)
                && !renewed
                && result instanceof Answered(RawResponse response)
                && response.status() == 401) {
            renewed = true;
            return requestAs(await(tokens.renew(connection, refused, tokenWriter)), request);
        }
        return result;
    }

    /** Returns the result of a sign-in; makes no other request. */
    SignInOutcome signIn() {
        return isStopped()
                ? new SignInOutcome.Failed(FailureCause.STOPPED)
                : await(tokens.token(connection, tokenWriter));
    }

    /**
     * Returns the wait that a sign-in failure has just caused. Empty if the exchange was stopped, or if the user may
     * retry at any time.
     */
    Optional<SignInOutcome.Limited> limitAfterFailure() {
        return isStopped()
                ? Optional.empty()
                : tokens.currentDenial(connection)
                        .filter(SignInOutcome.Limited.class::isInstance)
                        .map(SignInOutcome.Limited.class::cast)
                        .filter(wait -> wait.reason() == RequestLimitReason.SIGN_IN_FAILED);
    }

    /**
     * Cancels the request under way and prevents later ones. A token response that arrives later is still stored. The
     * exception is an exchange that cancels its sign-in: its token request is cancelled unless another caller waits for
     * it.
     */
    void stop() {
        stop.complete(new SignInOutcome.Failed(FailureCause.STOPPED));
        Call<ResponseBody> call = currentCall();
        if (call != null) {
            call.cancel();
        }
    }

    private boolean isStopped() {
        return stop.isDone();
    }

    private SignInOutcome await(CompletableFuture<SignInOutcome> signIn) {
        if (cancelsSignIn) {
            var unused = stop.thenRun(() -> tokens.stopWaiting(signIn));
        }
        return stop.applyToEither(signIn, outcome -> outcome).join();
    }

    private Result requestAs(SignInOutcome signIn, Request request) {
        return switch (signIn) {
            case SignInOutcome.SignedIn(Token signedIn) -> {
                token = signedIn;
                yield call(request, signedIn);
            }
            case SignInOutcome.Denied denied -> new Denied(denied);
        };
    }

    private Result call(Request request, Token bearer) {
        var trace = new RequestProgress();
        Call<ResponseBody> call = request.newCall("Bearer " + bearer.value(), trace);
        setCurrentCall(call);
        if (isStopped()) {
            // stop() ran before it could see the call.
            call.cancel();
        }
        try {
            return new Answered(RawResponse.execute(call, trace).redacted(tokens.redaction()));
        } catch (IOException failure) {
            return trace.isSendingStarted()
                    ? new NoResponse(
                            isCancelled() ? FailureCause.STOPPED : NetworkFailureClassifier.afterSending(failure))
                    : new NotStarted(
                            isCancelled() ? FailureCause.STOPPED : NetworkFailureClassifier.beforeSending(failure));
        }
    }

    /** Returns whether the caller gave up. An interrupt counts too: this program never interrupts threads itself. */
    private boolean isCancelled() {
        return isStopped() || Thread.currentThread().isInterrupted();
    }

    private synchronized @Nullable Call<ResponseBody> currentCall() {
        return currentCall;
    }

    private synchronized void setCurrentCall(Call<ResponseBody> call) {
        currentCall = call;
    }
}
