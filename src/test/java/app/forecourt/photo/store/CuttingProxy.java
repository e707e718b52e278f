package app.forecourt.photo.store;

import app.forecourt.testing.TcpProxy;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy that cuts all connections after a number of bytes from the client. It has the ports of the server at an
 * address of its own, so that FTP's data connections pass it too.
 */
final class CuttingProxy implements TcpProxy.Rule, AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger(2);

    final String host = "127.0.1." + NEXT.getAndIncrement();
    private final TcpProxy proxy;
    private long limit = Long.MAX_VALUE;
    private long sent;

    CuttingProxy(int... ports) throws IOException {
        proxy = new TcpProxy(this, host, ports);
    }

    /** Cuts all connections when this many more bytes were passed on, and each new one at once. */
    synchronized void cutAfter(long bytes) {
        sent = 0;
        limit = bytes;
    }

    /** Passes everything on, and counts from zero. */
    void passAll() {
        cutAfter(Long.MAX_VALUE);
    }

    /** Returns the bytes from the client since the last setting. */
    synchronized long sent() {
        return sent;
    }

    @Override
    public synchronized int passing(byte[] part, boolean isFromClient) {
        if (!isFromClient) {
            return part.length;
        }
        int passed = (int) Math.min(part.length, limit - sent);
        sent += passed;
        return passed;
    }

    @Override
    public synchronized boolean refusesConnections() {
        return sent >= limit;
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
