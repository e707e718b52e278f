package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The POST of one car. At most one request gets a response other than 401. */
public final class CarPost {
    private final Optional<AuthorizedExchange.Request> request;
    private final Cause addressFault;
    private final AuthorizedExchange exchange;
    private final Clock clock;
    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * @param request the POST; empty if the profile's address may not be used
     * @param addressFault the reason if the address may not be used
     */
    CarPost(Optional<AuthorizedExchange.Request> request, Cause addressFault, AuthorizedExchange exchange,
            Clock clock) {
        this.request = request;
        this.addressFault = addressFault;
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * Signs in if needed, sends the car and waits for the response. The only automatic retry follows a 401, once and
     * with a renewed token.
     *
     * @throws IllegalStateException when called a second time
     */
    public SendOutcome run() {
        if (started.getAndSet(true)) {
            throw new IllegalStateException("a post runs only once");
        }
        return request.map(post -> outcome(exchange.execute(post)))
                .orElse(new SendOutcome.NotSent(addressFault));
    }

    /**
     * Makes {@link #run()} return soon. May be called from any thread, before or during the run. The result is
     * {@code NotSent(STOPPED)} if the car was not sent or got a 401. It is {@code Unknown(STOPPED)} if the car was
     * sent and the response is not complete.
     */
    public void stop() {
        exchange.stop();
    }

    private SendOutcome outcome(AuthorizedExchange.Result result) {
        return switch (result) {
            case AuthorizedExchange.Answered(RawResponse response) ->
                CarResponseMapper.outcome(response, clock.instant());
            case AuthorizedExchange.NotStarted(Cause cause) -> new SendOutcome.NotSent(cause);
            case AuthorizedExchange.NoResponse(Cause cause) ->
                new SendOutcome.Unknown(cause, Optional.empty());
            case AuthorizedExchange.Denied(SignInOutcome.Denied denial) -> switch (denial) {
                case SignInOutcome.Refused(SignInFailure failure) -> new SendOutcome.SignInRefused(failure);
                case SignInOutcome.Limited(var until, var reason) -> new SendOutcome.Limited(until, reason);
                case SignInOutcome.Failed(Cause cause) -> exchange.limitAfterFailure().<SendOutcome>map(
                        wait -> new SendOutcome.Limited(wait.until(), wait.reason()))
                        .orElseGet(() -> new SendOutcome.NotSent(cause));
            };
        };
    }
}
