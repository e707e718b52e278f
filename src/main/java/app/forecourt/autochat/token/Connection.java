package app.forecourt.autochat.token;

import app.forecourt.settings.Profile;
import java.net.URI;
import java.util.Optional;

/**
 * All that is needed to speak to one AutoChat.
 *
 * @param address the environment's root, for example {@code https://staging.autochat.ai}; {@code api/cars} follows
 * @param tokenAddress where a token is asked for, whole
 * @param clientId handed out by AutoChat; blank when not set up
 * @param clientSecret handed out by AutoChat; blank when not set up
 * @param owner the profile that the address is known to belong to, when that is another one: nothing goes there then
 */
public record Connection(Profile profile, URI address, URI tokenAddress, String clientId,
        String clientSecret, Optional<Profile> owner) {

    /** A connection whose address is its own. */
    public Connection(Profile profile, URI address, URI tokenAddress, String clientId,
            String clientSecret) {
        this(profile, address, tokenAddress, clientId, clientSecret, Optional.empty());
    }

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
