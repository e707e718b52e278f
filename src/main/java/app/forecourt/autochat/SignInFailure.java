package app.forecourt.autochat;

import java.time.Instant;
import java.util.Optional;

/**
 * Why there is no token, or why AutoChat does not take the one we have.
 *
 * @param message what the server said, as plain text without secrets, if anything
 * @param askedAgain when the same client id and secret may be tried again, if they were refused before and nobody was
 *        asked now
 */
public record SignInFailure(Kind kind, Optional<String> message, Optional<Instant> askedAgain) {
    /** A failure that somebody was asked for, or that needs no asking. */
    public SignInFailure(Kind kind, Optional<String> message) {
        this(kind, message, Optional.empty());
    }

    /** What is in the way. Asking again by itself changes nothing: somebody has to mend it. */
    public enum Kind {
        /** Client id or secret is not set up. */
        NOT_SET_UP,
        /** There is a client secret, but the system's keychain has not given the key to it. */
        LOCKED,
        /** There is a client secret, but it was typed for another sign-in address. */
        OTHER_ADDRESS,
        /** The token address said no to client id and secret. */
        WRONG_CREDENTIALS,
        /** The token address answered something that is no token. */
        NO_TOKEN,
        /** A fresh token was not taken (401) or not allowed (403); the stock integration may be off. */
        NOT_ALLOWED
    }
}
