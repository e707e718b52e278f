package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.token.Connection;
import app.forecourt.autochat.token.Token;
import app.forecourt.http.RequestTrace;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Requests that need a token. The first 401 of a visit gets the token renewed and the request made once more; the
 * second is an answer like any other. Can be stopped from any thread.
 */
final class AuthorizedExchange {
    private final TokenProvider tokens;
    private final Connection connection;
    private final boolean leavesNothing;
    private final Consumer<Token> place;
    private final CompletableFuture<SignInOutcome> stop = new CompletableFuture<>();
    private @Nullable Token token;
    private boolean renewed;
    private @Nullable Call<ResponseBody> underWay;

    AuthorizedExchange(TokenProvider tokens, Connection connection) {
        this(tokens, connection, false);
    }

    /** @param leavesNothing whether a token that is being asked for is given up too when it is stopped */
    AuthorizedExchange(TokenProvider tokens, Connection connection, boolean leavesNothing) {
        this.tokens = tokens;
        this.connection = connection;
        this.leavesNothing = leavesNothing;
        this.place = tokens.place(connection);
    }

    /** What a request came to. */
    sealed interface Result {}

    /** There is an answer, of any status. */
    record Answered(RawResponse reply) implements Result {}

    /** There was no token to ask with, so nothing was asked; or the one there was got a 401 and there is no other. */
    record Denied(SignInOutcome.Denied why) implements Result {}

    /** No connection could be made; nothing of the request was written. */
    record NotDeparted(Cause cause) implements Result {}

    /** The request was under way, and there is no answer. */
    record Lost(Cause cause) implements Result {}

    /** A request, given the {@code Authorization} header and the trip it has to carry. */
    @FunctionalInterface
    interface Request {
        Call<ResponseBody> with(String bearer, RequestTrace trip);
    }

    /** Asks and waits. One thread at a time. */
    Result ask(Request request) {
        if (isStopped()) {
            return new NotDeparted(Cause.STOPPED);
        }
        Token before = token;
        SignInOutcome signIn = before == null ? await(tokens.token(connection, place))
                : new SignInOutcome.SignedIn(before);
        Result result = askAs(signIn, request);
        if (signIn instanceof SignInOutcome.SignedIn(Token refused) && !renewed
                && result instanceof Answered(RawResponse reply) && reply.status() == 401) {
            renewed = true;
            return askAs(await(tokens.renew(connection, refused, place)), request);
        }
        return result;
    }

    /** Signs in, and asks for nothing else. */
    SignInOutcome signIn() {
        return isStopped() ? new SignInOutcome.Failed(Cause.STOPPED) : await(tokens.token(connection, place));
    }

    /** Returns what a sign-in that has just failed waits for; empty if it was stopped, or may be tried at any time. */
    Optional<SignInOutcome.Limited> waitsAfterFailure() {
        return isStopped() ? Optional.empty()
                : tokens.denied(connection).filter(SignInOutcome.Limited.class::isInstance)
                        .map(SignInOutcome.Limited.class::cast)
                        .filter(wait -> wait.reason() == WaitReason.SIGN_IN_FAILED);
    }

    /**
     * What is not under way yet won't be; what is, is broken off. A token being asked for is still kept, unless nothing
     * is to be left and nobody else waits for it.
     */
    void stop() {
        stop.complete(new SignInOutcome.Failed(Cause.STOPPED));
        Call<ResponseBody> call = underWay();
        if (call != null) {
            call.cancel();
        }
    }

    private boolean isStopped() {
        return stop.isDone();
    }

    private SignInOutcome await(CompletableFuture<SignInOutcome> signIn) {
        if (leavesNothing) {
            var unused = stop.thenRun(() -> tokens.leave(signIn));
        }
        return stop.applyToEither(signIn, either -> either).join();
    }

    private Result askAs(SignInOutcome signIn, Request request) {
        return switch (signIn) {
            case SignInOutcome.SignedIn(Token given) -> {
                token = given;
                yield make(request, given);
            }
            case SignInOutcome.Denied denied -> new Denied(denied);
        };
    }

    private Result make(Request request, Token given) {
        var trip = new RequestTrace();
        Call<ResponseBody> call = request.with("Bearer " + given.value(), trip);
        setUnderWay(call);
        if (isStopped()) {
            // Stopped before stop() could see the call.
            call.cancel();
        }
        try {
            return new Answered(RawResponse.to(call, trip).without(tokens.redaction()));
        } catch (IOException failure) {
            return trip.departed()
                    ? new Lost(isGivenUp() ? Cause.STOPPED : FailureClassifier.afterDeparture(failure))
                    : new NotDeparted(
                            isGivenUp() ? Cause.STOPPED : FailureClassifier.beforeDeparture(failure));
        }
    }

    /** An interrupt, which we never use ourselves, also is someone's wish to stop. */
    private boolean isGivenUp() {
        return isStopped() || Thread.currentThread().isInterrupted();
    }

    private synchronized @Nullable Call<ResponseBody> underWay() {
        return underWay;
    }

    private synchronized void setUnderWay(Call<ResponseBody> call) {
        underWay = call;
    }
}
