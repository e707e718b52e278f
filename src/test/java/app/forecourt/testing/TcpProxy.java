package app.forecourt.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A proxy before the ports of a server on 127.0.0.1. A rule decides what passes. */
public final class TcpProxy implements AutoCloseable {
    private static final InetAddress SERVER = InetAddress.ofLiteral("127.0.0.1");
    private static final int BUFFER = 4_096;

    private final Rule rule;
    private final List<ServerSocket> doors = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();

    /** The decision on what passes, asked by the threads of all connections. */
    public interface Rule {
        /** The result for a part that is lost without a cut. */
        int LOST = -1;

        /** Returns the next part of a connection; empty at its end. */
        default byte[] read(InputStream in, boolean isFromClient, boolean isFirst) throws IOException {
            byte[] part = new byte[BUFFER];
            return Arrays.copyOf(part, Math.max(0, in.read(part)));
        }

        /** Returns how many bytes of a part pass. After fewer than all, all connections are cut. */
        int passing(byte[] part, boolean isFromClient);

        /** Returns whether new connections are cut at once. */
        default boolean refusesConnections() {
            return false;
        }
    }

    /** Listens on any port of 127.0.0.1. */
    public TcpProxy(Rule rule, int serverPort) throws IOException {
        this.rule = rule;
        listen(new ServerSocket(0, 50, SERVER), serverPort);
    }

    /** Listens on another address of this computer, on the ports of the server. */
    public TcpProxy(Rule rule, String host, int... ports) throws IOException {
        this.rule = rule;
        for (int port : ports) {
            listen(new ServerSocket(port, 50, InetAddress.ofLiteral(host)), port);
        }
    }

    /** Returns the first port. */
    public int port() {
        return doors.getFirst().getLocalPort();
    }

    private void listen(ServerSocket door, int serverPort) {
        doors.add(door);
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    connect(door.accept(), serverPort);
                } catch (IOException closed) {
                    // The proxy is closed.
                }
            }
        });
    }

    private void connect(Socket client, int serverPort) {
        try {
            if (rule.refusesConnections()) {
                close(client);
                return;
            }
            var server = new Socket(SERVER, serverPort);
            // Single messages would otherwise wait for each other.
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            synchronized (this) {
                sockets.removeIf(Socket::isClosed);
                sockets.addAll(List.of(client, server));
            }
            Thread.ofVirtual().start(() -> pump(client, server, true));
            Thread.ofVirtual().start(() -> pump(server, client, false));
        } catch (IOException notListening) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to, boolean isFromClient) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = rule.read(in, isFromClient, true);
            while (part.length > 0) {
                int passing = rule.passing(part, isFromClient);
                out.write(part, 0, Math.max(0, passing));
                if (passing != Rule.LOST && passing < part.length) {
                    cut();
                }
                part = rule.read(in, isFromClient, false);
            }
            to.shutdownOutput();
            if (from.isOutputShutdown()) {
                close(from);
                close(to);
            }
        } catch (IOException closed) {
            close(from);
            close(to);
        }
    }

    /** Cuts the present connections. */
    public synchronized void cut() {
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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
