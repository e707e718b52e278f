package app.forecourt.photo.store;

import java.util.Optional;

/**
 * The identities that the user accepted: host keys of SSH, and certificates that no known authority vouches for.
 * Implementations are thread-safe.
 */
public interface HostIdentities {

    /** Returns the accepted fingerprint of a host. */
    Optional<String> accepted(HostIdentity.Key key);

    /** Returns whether exactly this identity was accepted. */
    default boolean isAccepted(HostIdentity identity) {
        return accepted(identity.key()).filter(identity.fingerprint()::equals).isPresent();
    }
}
