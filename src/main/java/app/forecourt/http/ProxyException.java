package app.forecourt.http;

import java.io.IOException;

/** The proxy keeps a request from leaving. */
public final class ProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** What is wrong with the proxy. */
    public enum Fault {
        /** One of the desk's own is wanted, and what is typed is none. */
        UNUSABLE,
        /** It asks who we are (407); we have no name and password for it. */
        WANTS_PASSWORD
    }

    ProxyException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    /** What is wrong with it. */
    public Fault fault() {
        return fault;
    }
}
