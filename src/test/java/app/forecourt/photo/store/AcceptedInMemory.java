package app.forecourt.photo.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The identities that a test accepted. */
final class AcceptedInMemory implements HostIdentities {
    private final Map<HostIdentity.Key, String> fingerprints = new ConcurrentHashMap<>();

    @Override
    public Optional<String> accepted(HostIdentity.Key key) {
        return Optional.ofNullable(fingerprints.get(key));
    }

    void accept(HostIdentity identity) {
        fingerprints.put(identity.key(), identity.fingerprint());
    }
}
