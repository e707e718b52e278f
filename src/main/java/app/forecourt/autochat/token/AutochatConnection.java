package app.forecourt.autochat.token;

import app.forecourt.settings.Profile;
import java.net.URI;
import java.util.Optional;

/**
 * The addresses and credentials for one AutoChat environment.
 *
 * @param address the environment's root, for example {@code https://staging.autochat.ai}; {@code api/cars} is appended
 * @param tokenAddress the complete address of the token endpoint
 * @param clientId issued by AutoChat; blank if not set up
 * @param clientSecret issued by AutoChat; blank if not set up
 * @param owner the other profile that the address is known to belong to; if present, no request is sent
 */
public record AutochatConnection(
        Profile profile, URI address, URI tokenAddress, String clientId, String clientSecret, Optional<Profile> owner) {

    /** Creates a connection with an address that belongs to no other profile. */
    public AutochatConnection(Profile profile, URI address, URI tokenAddress, String clientId, String clientSecret) {
        this(profile, address, tokenAddress, clientId, clientSecret, Optional.empty());
    }

    /** Returns whether client id and secret are set up. */
    public boolean hasCredentials() {
        return !clientId.isBlank() && !clientSecret.isBlank();
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "AutochatConnection[" + profile + " " + address + "]";
    }
}
