package app.forecourt.http;

import java.net.UnknownHostException;

/**
 * An {@link UntrustedGet} was blocked by the program's own rules. A subclass of UnknownHostException, because OkHttp
 * passes no other exception of a DNS on.
 */
public final class BlockedTargetException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** The violated rule. */
    public enum Fault {
        /** The typed address or the target of a redirect is no web address. */
        NOT_AN_ADDRESS,
        /** The address is not https. */
        NOT_HTTPS,
        /** The address holds a user name or password. */
        HAS_USER,
        /** The host is this computer or in a private network. */
        PRIVATE,
        /** There were too many redirects. */
        TOO_MANY_REDIRECTS
    }

    BlockedTargetException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    /** Returns the violated rule. */
    public Fault fault() {
        return fault;
    }
}
