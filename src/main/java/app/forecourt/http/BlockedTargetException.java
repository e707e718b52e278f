package app.forecourt.http;

import java.io.IOException;

/** An {@link UntrustedGet} was blocked by the program's own rules. */
public final class BlockedTargetException extends IOException {
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
