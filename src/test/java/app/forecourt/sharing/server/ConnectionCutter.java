package app.forecourt.sharing.server;

import app.forecourt.testing.TcpProxy;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A proxy before PostgreSQL. It cuts all connections before a statement or in a reply. Without encryption, so that it
 * can read the messages.
 */
final class ConnectionCutter implements TcpProxy.Rule, AutoCloseable {
    /** Parse, query and password: the first message of each statement and each step of the sign-in. */
    private static final String BEGIN = "PQp";
    /** Ready for a query, and the request of a step of the sign-in: the last message of each reply. */
    private static final String END = "ZR";

    final int port;
    private final TcpProxy proxy;
    private int passing = Integer.MAX_VALUE;
    private boolean isCutFromClient = true;
    private int passed;

    ConnectionCutter(int serverPort) throws IOException {
        proxy = new TcpProxy(this, serverPort);
        port = proxy.port();
    }

    /**
     * Cuts all connections after a number of statements, and each new connection at once.
     *
     * @param fromClient true to cut before the next statement, false to cut its reply
     */
    synchronized void cutAfter(int statements, boolean fromClient) {
        passing = statements;
        isCutFromClient = fromClient;
        passed = 0;
    }

    synchronized void passAll() {
        cutAfter(Integer.MAX_VALUE, true);
    }

    /** Cuts the present connections. */
    void cut() {
        proxy.cut();
    }

    @Override
    public synchronized boolean refusesConnections() {
        return passed >= passing;
    }

    /** Reads a whole message. Only the client's greeting has no letter before its length. */
    @Override
    public byte[] read(InputStream in, boolean isFromClient, boolean isFirst) throws IOException {
        int size = isFromClient && isFirst ? 4 : 5;
        byte[] head = in.readNBytes(size);
        if (head.length < size) {
            throw new EOFException();
        }
        var message = new ByteArrayOutputStream();
        message.write(head);
        message.write(in.readNBytes(ByteBuffer.wrap(head, size - 4, 4).getInt() - 4));
        return message.toByteArray();
    }

    @Override
    public synchronized int passing(byte[] message, boolean isFromClient) {
        if (isFromClient == isCutFromClient && (isFromClient ? BEGIN : END).indexOf(message[0]) >= 0) {
            if (passed >= passing) {
                return 0;
            }
            passed++;
        }
        return message.length;
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
