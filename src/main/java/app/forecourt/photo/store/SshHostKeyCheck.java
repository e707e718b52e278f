package app.forecourt.photo.store;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accepted key of one SSH host, as JSch asks for it. It remembers the key that the host shows. */
final class SshHostKeyCheck implements HostKeyRepository {
    private static final HostKey[] NONE = {};

    private final String hostName;
    private final int port;
    private final HostIdentities identities;
    private volatile @Nullable HostIdentity shown;

    SshHostKeyCheck(String hostName, int port, HostIdentities identities) {
        this.hostName = hostName;
        this.port = port;
        this.identities = identities;
    }

    /** Forgets the shown key before the next connection. */
    void forget() {
        shown = null;
    }

    /** Returns the shown key if it is not accepted. */
    Optional<HostIdentity> unaccepted() {
        return Optional.ofNullable(shown).filter(key -> !identities.isAccepted(key));
    }

    @Override
    public int check(String host, byte[] key) {
        HostIdentity identity = HostIdentity.ofSshKey(hostName, port, key);
        shown = identity;
        if (identities.isAccepted(identity)) {
            return OK;
        }
        return identities.accepted(identity.key()).isEmpty() ? NOT_INCLUDED : CHANGED;
    }

    /** Does nothing, because only the user accepts keys. */
    @Override
    public void add(HostKey key, @Nullable UserInfo user) {}

    @Override
    public void remove(String host, String type) {}

    @Override
    public void remove(String host, String type, byte[] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return "accepted keys";
    }

    @Override
    public HostKey[] getHostKey() {
        return NONE;
    }

    @Override
    public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        return NONE;
    }
}
