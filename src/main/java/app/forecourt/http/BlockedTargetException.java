package app.forecourt.http;

import java.io.IOException;

/** A {@link UntrustedGet} goes no farther, by our own rules. */
public final class BlockedTargetException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** What keeps it from going on. */
    public enum Fault {
        /** What was typed, or what a server sends on to, is no web address. */
        NOT_AN_ADDRESS,
        /** It is not https. */
        NOT_HTTPS,
        /** A user name or password in the address. */
        HAS_USER,
        /** The host is this computer or within a private network. */
        PRIVATE,
        /** Sent on and on. */
        TOO_MANY_REDIRECTS
    }

    BlockedTargetException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    /** What it is. */
    public Fault fault() {
        return fault;
    }
}
