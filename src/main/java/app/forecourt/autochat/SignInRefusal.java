package app.forecourt.autochat;

import java.time.Instant;
import java.util.Optional;

/**
 * The reason why there is no token, or why AutoChat does not accept the token.
 *
 * @param message the server's message as plain text without secrets, if any; for {@link Kind#LOCKED} the path of the
 *     key's file, if the keychain does not hold the key
 * @param retryAt the earliest retry with the same client id and secret; present only if an earlier refusal was repeated
 *     without a new request
 */
public record SignInRefusal(Kind kind, Optional<String> message, Optional<Instant> retryAt) {
    /** Creates a failure without a waiting time: the server was asked now, or no request is needed. */
    public SignInRefusal(Kind kind, Optional<String> message) {
        this(kind, message, Optional.empty());
    }

    /** Returns the path of the key's file that can't be read; empty if the failure has another cause. */
    public Optional<String> unreadableKeyFile() {
        return message.filter(_ -> kind == Kind.LOCKED);
    }

    /** The kind of failure. A retry alone is useless: the user has to fix the cause. */
    public enum Kind {
        /** Client id or secret is missing. */
        NOT_SET_UP,
        /**
         * There is a client secret, but the system's keychain has not released its key, or the key's file is
         * unreadable.
         */
        LOCKED,
        /** There is a client secret, but it was entered for another sign-in address. */
        OTHER_ADDRESS,
        /** The token endpoint refused client id and secret. */
        WRONG_CREDENTIALS,
        /** The response of the token endpoint holds no token. */
        NO_TOKEN,
        /** AutoChat refused a fresh token (401, 403); the stock integration may be off. */
        NOT_ALLOWED
    }
}
