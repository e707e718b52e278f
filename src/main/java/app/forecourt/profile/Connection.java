package app.forecourt.profile;

import java.net.URI;

/**
 * All that is needed to speak to one AutoChat.
 *
 * @param address the environment's root, for example {@code https://staging.autochat.ai}; {@code api/cars} follows
 * @param tokenAddress where a token is asked for, whole
 * @param clientId handed out by AutoChat; blank when not set up
 * @param clientSecret handed out by AutoChat; blank when not set up
 */
public record Connection(Profile profile, URI address, URI tokenAddress, String clientId,
        String clientSecret) {

    /** Whether there is anything to sign in with. */
    public boolean hasCredentials() {
        return !clientId.isBlank() && !clientSecret.isBlank();
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Connection[" + profile + " " + address + "]";
    }
}
