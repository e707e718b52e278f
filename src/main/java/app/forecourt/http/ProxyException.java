package app.forecourt.http;

import java.io.IOException;

/** The proxy prevented a request from being sent. */
public final class ProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** The fault of the proxy. */
    public enum Fault {
        /** The user chose a proxy, but its address is invalid. */
        UNUSABLE,
        /** The proxy requires authentication (407), which the program does not support. */
        WANTS_PASSWORD
    }

    ProxyException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
