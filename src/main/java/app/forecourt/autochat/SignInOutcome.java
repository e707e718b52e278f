package app.forecourt.autochat;

import app.forecourt.autochat.token.Token;
import java.time.Instant;

/** What came of asking for a token. */
public sealed interface SignInOutcome {

    /** There is a token, fresh or kept; {@link Token#expires()} says how long. */
    record SignedIn(Token token) implements SignInOutcome {}

    /** There is none. */
    sealed interface Denied extends SignInOutcome {}

    /** No credentials, wrong ones, or an answer without a token. Asking again changes nothing. */
    record Refused(SignInFailure failure) implements Denied {}

    /**
     * Too many token requests, by AutoChat's count or by our own brake of five an hour.
     *
     * @param until when it may be tried again
     */
    record Limited(Instant until, WaitReason reason) implements Denied {
        /** A limit of AutoChat's. */
        public Limited(Instant until) {
            this(until, WaitReason.AUTOCHAT);
        }
    }

    /** The token address could not be reached, or failed. No car was sent. */
    record Failed(SendOutcome.Cause cause) implements Denied {}
}
