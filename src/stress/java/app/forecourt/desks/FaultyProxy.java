package app.forecourt.desks;

import app.forecourt.testing.TcpProxy;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * The network between one desk and PostgreSQL. It cuts connections between two bytes, delays bytes, or swallows them
 * without an end of the connection.
 */
final class FaultyProxy implements TcpProxy.Rule, AutoCloseable {
    private final TcpProxy proxy;
    private Fault fault = Fault.NONE;
    /** Bytes until the cut, or milliseconds of delay. */
    private int amount;

    /** What happens to the bytes. */
    enum Fault {
        NONE,
        /** All connections end after a number of bytes, and new ones at once. */
        CUT,
        /** Each part arrives late. */
        DELAY,
        /** No byte arrives any more, and the connection does not end. */
        SWALLOW
    }

    FaultyProxy(int serverPort) throws IOException {
        proxy = new TcpProxy(this, serverPort);
    }

    int port() {
        return proxy.port();
    }

    /** @param next the bytes until the cut, or the delay in milliseconds */
    synchronized void set(Fault kind, int next) {
        fault = kind;
        amount = next;
    }

    /** Ends the fault. Connections whose bytes were swallowed are cut, because they could not go on. */
    void heal() {
        if (replaceFault() == Fault.SWALLOW) {
            proxy.cut();
        }
    }

    private synchronized Fault replaceFault() {
        Fault healed = fault;
        set(Fault.NONE, 0);
        return healed;
    }

    @Override
    public int passing(byte[] part, boolean isFromClient) {
        LockSupport.parkNanos(delayMillis() * 1_000_000L);
        return passing(part.length);
    }

    private synchronized int delayMillis() {
        return fault == Fault.DELAY ? amount : 0;
    }

    private synchronized int passing(int count) {
        return switch (fault) {
            case NONE, DELAY -> count;
            case SWALLOW -> LOST;
            case CUT -> {
                int passed = Math.min(count, amount);
                amount -= passed;
                yield passed;
            }
        };
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
