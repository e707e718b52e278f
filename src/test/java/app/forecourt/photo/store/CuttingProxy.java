package app.forecourt.photo.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy between a client and the ports of a server on 127.0.0.1. It cuts all connections after a number of bytes from
 * the client. It has the same ports at an address of its own, so that FTP's data connections pass it too.
 */
final class CuttingProxy implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger(2);
    private static final int BUFFER = 4_096;

    final String host = "127.0.1." + NEXT.getAndIncrement();
    private final List<ServerSocket> doors = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private long limit = Long.MAX_VALUE;
    private long sent;

    CuttingProxy(int... ports) throws IOException {
        for (int port : ports) {
            var door = new ServerSocket(port, 50, InetAddress.ofLiteral(host));
            doors.add(door);
            Thread.ofVirtual().start(() -> accept(door, port));
        }
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

    private void accept(ServerSocket door, int port) {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                synchronized (this) {
                    sockets.addAll(List.of(client, server));
                }
                cutAtLimit();
                Thread.ofVirtual().start(() -> pump(client, server, true));
                Thread.ofVirtual().start(() -> pump(server, client, false));
            } catch (IOException closed) {
                // The proxy is closed, or the server does not listen.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean isFromClient) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, isFromClient ? passed(read) : read);
                cutAtLimit();
            }
            to.shutdownOutput();
        } catch (IOException closed) {
            close(from);
            close(to);
        }
    }

    private synchronized int passed(int read) {
        int passed = (int) Math.min(read, limit - sent);
        sent += passed;
        return passed;
    }

    private synchronized void cutAtLimit() {
        if (sent >= limit) {
            cut();
        }
    }

    private synchronized void cut() {
        sockets.forEach(CuttingProxy::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket door : doors) {
            door.close();
        }
        cut();
    }
}
