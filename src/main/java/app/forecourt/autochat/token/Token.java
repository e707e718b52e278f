package app.forecourt.autochat.token;

import java.time.Instant;

/**
 * A bearer token and its validity.
 *
 * @param value the text for the {@code Authorization} header; a secret
 * @param obtained the time of the request, by this computer's clock
 * @param expires the time when AutoChat stops accepting the token, by the same clock
 */
public record Token(String value, Instant obtained, Instant expires) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Token[until " + expires + "]";
    }
}
