package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One car on its way to AutoChat: at most one POST that is not answered with 401. */
public final class CarPost {
    private final Optional<AuthorizedExchange.Request> request;
    private final Cause fault;
    private final AuthorizedExchange visit;
    private final Clock clock;
    private final AtomicBoolean begun = new AtomicBoolean();

    /**
     * @param request the POST, empty if the profile's address may not be used
     * @param fault why it may not
     */
    CarPost(Optional<AuthorizedExchange.Request> request, Cause fault, AuthorizedExchange visit,
            Clock clock) {
        this.request = request;
        this.fault = fault;
        this.visit = visit;
        this.clock = clock;
    }

    /**
     * Signs in if needed, sends, and waits for the answer. Never tries again by itself but once after a 401, with a
     * renewed token.
     *
     * @throws IllegalStateException when called a second time
     */
    public SendOutcome run() {
        if (begun.getAndSet(true)) {
            throw new IllegalStateException("a sending runs once");
        }
        return request.map(post -> outcome(visit.ask(post)))
                .orElse(new SendOutcome.NotSent(fault));
    }

    /**
     * Makes {@link #run()} return soon, from any thread, before or while it runs: with {@code NotSent(STOPPED)} if
     * the car has not left (or was turned away with a 401), with {@code Unknown(STOPPED)} if it has and the answer is not
     * wholly there.
     */
    public void stop() {
        visit.stop();
    }

    private SendOutcome outcome(AuthorizedExchange.Result result) {
        return switch (result) {
            case AuthorizedExchange.Answered(RawResponse reply) ->
                CarResponseMapper.outcome(reply, clock.instant());
            case AuthorizedExchange.NotDeparted(Cause cause) -> new SendOutcome.NotSent(cause);
            case AuthorizedExchange.Lost(Cause cause) -> new SendOutcome.Unknown(cause, Optional.empty());
            case AuthorizedExchange.Denied(SignInOutcome.Denied why) -> switch (why) {
                case SignInOutcome.Refused(SignInFailure failure) -> new SendOutcome.SignInRefused(failure);
                case SignInOutcome.Limited(var until, var reason) -> new SendOutcome.Limited(until, reason);
                case SignInOutcome.Failed(Cause cause) -> visit.waitsAfterFailure().<SendOutcome>map(
                        wait -> new SendOutcome.Limited(wait.until(), wait.reason()))
                        .orElseGet(() -> new SendOutcome.NotSent(cause));
            };
        };
    }
}
