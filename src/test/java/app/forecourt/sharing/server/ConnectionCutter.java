package app.forecourt.sharing.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A proxy before PostgreSQL. It cuts all connections before a statement or in a reply, or drops notifications
 * as a pooler in transaction mode does. Without encryption, so that it can read the messages.
 */
final class ConnectionCutter implements AutoCloseable {
    private static final int NOTIFICATION = 'A';
    /** Parse, query and password: the first message of each statement and each step of the sign-in. */
    private static final String BEGIN = "PQp";
    /** Ready for a query, and the request of a step of the sign-in: the last message of each reply. */
    private static final String END = "ZR";

    final int port;
    private final int serverPort;
    private final ServerSocket door;
    private final List<Socket> sockets = new ArrayList<>();
    private int passing = Integer.MAX_VALUE;
    private boolean isFromClient = true;
    private boolean dropsNotifications;
    private int passed;

    ConnectionCutter(int serverPort) throws IOException {
        this.serverPort = serverPort;
        door = new ServerSocket(0, 50, InetAddress.ofLiteral(PostgresServer.HOST));
        port = door.getLocalPort();
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * Cuts all connections after a number of statements, and each new connection at once.
     *
     * @param fromClient true to cut before the next statement, false to cut its reply
     */
    synchronized void cutAfter(int statements, boolean fromClient) {
        passing = statements;
        isFromClient = fromClient;
        passed = 0;
    }

    synchronized void passAll() {
        cutAfter(Integer.MAX_VALUE, true);
    }

    synchronized void dropNotifications() {
        dropsNotifications = true;
    }

    /** Cuts the present connections. */
    synchronized void cut() {
        sockets.forEach(ConnectionCutter::close);
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
            if (isUsedUp()) {
                throw new EOFException();
            }
            var server = new Socket(InetAddress.ofLiteral(PostgresServer.HOST), serverPort);
            // Single messages would otherwise wait for each other.
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            synchronized (this) {
                sockets.addAll(List.of(client, server));
            }
            Thread.ofVirtual().start(() -> pump(client, server, true));
            Thread.ofVirtual().start(() -> pump(server, client, false));
        } catch (IOException notListening) {
            close(client);
        }
    }

    private synchronized boolean isUsedUp() {
        return passed >= passing;
    }

    private void pump(Socket from, Socket to, boolean fromClient) {
        try {
            var in = new BufferedInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            // Only the client's greeting has no letter before its length.
            boolean isGreeting = fromClient;
            while (true) {
                byte[] message = read(in, isGreeting);
                isGreeting = false;
                if (!passes(message, fromClient)) {
                    cut();
                    return;
                }
                if (fromClient || !isDropped(message)) {
                    out.write(message);
                    out.flush();
                }
            }
        } catch (IOException closed) {
            close(from);
            close(to);
        }
    }

    private synchronized boolean passes(byte[] message, boolean fromClient) {
        if (fromClient != isFromClient || (fromClient ? BEGIN : END).indexOf(message[0]) < 0) {
            return true;
        }
        if (passed >= passing) {
            return false;
        }
        passed++;
        return true;
    }

    private synchronized boolean isDropped(byte... message) {
        return dropsNotifications && message[0] == NOTIFICATION;
    }

    private static byte[] read(InputStream in, boolean isGreeting) throws IOException {
        var message = new ByteArrayOutputStream();
        byte[] head = in.readNBytes(isGreeting ? 4 : 5);
        if (head.length < (isGreeting ? 4 : 5)) {
            throw new EOFException();
        }
        message.write(head);
        int length = ByteBuffer.wrap(head, head.length - 4, 4).getInt();
        message.write(in.readNBytes(length - 4));
        return message.toByteArray();
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
        door.close();
        cut();
    }
}
