package app.forecourt.autochat;

import app.forecourt.autochat.token.Token;
import java.time.Instant;

/** The outcome of requesting a token. */
public sealed interface SignInOutcome {

    /** A token was stored or has been issued; {@link Token#expires()} returns its end. */
    record SignedIn(Token token) implements SignInOutcome {}

    /** There is no token. */
    sealed interface Denied extends SignInOutcome {}

    /** The credentials are missing or wrong, or the response holds no token. A retry alone is useless. */
    record Refused(SignInRefusal failure) implements Denied {}

    /**
     * Too many token requests, by AutoChat's count or by the program's own rate limit.
     *
     * @param until the earliest time of a retry
     */
    record Limited(Instant until, RequestLimitReason reason) implements Denied {
        /** Creates a limit set by AutoChat. */
        public Limited(Instant until) {
            this(until, RequestLimitReason.AUTOCHAT);
        }
    }

    /** The token endpoint could not be reached, or failed. No car was sent. */
    record Failed(FailureCause cause) implements Denied {}
}
