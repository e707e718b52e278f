package app.forecourt.desks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The network between one desk and PostgreSQL. It cuts connections between two bytes, delays bytes, or swallows them
 * without an end of the connection.
 */
final class FaultyProxy implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int CHUNK = 512;

    final int port;
    private final int serverPort;
    private final ServerSocket door;
    private final List<Socket> sockets = new ArrayList<>();
    private Fault fault = Fault.NONE;
    /** Bytes until the cut. */
    private long passing = Long.MAX_VALUE;
    private long delayNanos;

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
        this.serverPort = serverPort;
        door = new ServerSocket(0, 50, LOOPBACK);
        port = door.getLocalPort();
        Thread.ofVirtual().start(this::accept);
    }

    /** @param amount the bytes until the cut, or the delay in milliseconds */
    synchronized void set(Fault next, int amount) {
        fault = next;
        passing = next == Fault.CUT ? amount : Long.MAX_VALUE;
        delayNanos = next == Fault.DELAY ? amount * 1_000_000L : 0;
    }

    /** Ends the fault. Connections whose bytes were swallowed are cut, because they could not go on. */
    synchronized void heal() {
        boolean isBroken = fault == Fault.SWALLOW;
        set(Fault.NONE, 0);
        if (isBroken) {
            cut();
        }
    }

    private synchronized void cut() {
        sockets.forEach(FaultyProxy::close);
        sockets.clear();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                // The proxy is closed.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(LOOPBACK, serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            synchronized (this) {
                sockets.removeIf(Socket::isClosed);
                sockets.addAll(List.of(client, server));
            }
            Thread.ofVirtual().start(() -> pump(client, server));
            Thread.ofVirtual().start(() -> pump(server, client));
        } catch (IOException notListening) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                LockSupport.parkNanos(delay());
                int allowed = pass(count);
                out.write(bytes, 0, allowed);
                out.flush();
                if (allowed < count && isCut()) {
                    cut();
                    return;
                }
            }
        } catch (IOException closed) {
            // The other side is closed below.
        }
        close(from);
        close(to);
    }

    private synchronized long delay() {
        return delayNanos;
    }

    private synchronized boolean isCut() {
        return fault == Fault.CUT;
    }

    /** Returns how many of the bytes may pass. */
    private synchronized int pass(int count) {
        if (fault == Fault.SWALLOW) {
            return 0;
        }
        int allowed = (int) Math.min(count, passing);
        passing = passing == Long.MAX_VALUE ? passing : passing - allowed;
        return allowed;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            // Nothing to close.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
