package app.forecourt.photo.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store did not do what was asked. The message holds the fault and the server's code. It holds no text of the server,
 * and there is no cause, because either might repeat a secret.
 */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final StoreFault fault;
    private final transient @Nullable HostIdentity identity;

    /** @param code the code of the protocol, such as {@code FTP 553}; {@code ""} if there was none */
    StoreException(StoreFault fault, String code) {
        this(fault, code, null);
    }

    private StoreException(StoreFault fault, String code, @Nullable HostIdentity identity) {
        super(code.isEmpty() ? fault.name() : fault + " (" + code + ")");
        this.fault = fault;
        this.identity = identity;
    }

    /** Creates the exception for a host that has no accepted identity, or another one. */
    static StoreException unaccepted(HostIdentity identity, HostIdentities identities) {
        return new StoreException(
                identities.accepted(identity.key()).isEmpty() ? StoreFault.NEW_HOST : StoreFault.HOST_CHANGED,
                "",
                identity);
    }

    /** Returns the reason. */
    public StoreFault fault() {
        return fault;
    }

    /** Returns the identity that the host showed, if the fault is about it. */
    public Optional<HostIdentity> identity() {
        return Optional.ofNullable(identity);
    }
}
