package app.forecourt.autochat.token;

import java.time.Instant;

/**
 * A bearer token and how long it holds.
 *
 * @param value what goes into the {@code Authorization} header; a secret
 * @param obtained when it was asked for, by this computer's clock
 * @param expires when AutoChat stops taking it, by the same clock
 */
public record Token(String value, Instant obtained, Instant expires) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Token[until " + expires + "]";
    }
}
