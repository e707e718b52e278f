package app.forecourt.photo.store;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.net.DefaultSocketFactory;
import org.apache.commons.net.MalformedServerReplyException;

/**
 * The plain sockets of an FTP session. Commons Net reads a reply of any length, so that between two commands at most
 * {@value #LONGEST_REPLY} bytes are read. A cut closes all sockets, whatever waits for them.
 */
final class FtpSocketFactory extends DefaultSocketFactory {
    /** In bytes, with the handshake of TLS. */
    static final int LONGEST_REPLY = 64 * 1024;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private int controlPort;

    /** Has further sockets name the port of the control connection, which JSSE takes for its session cache. */
    void setControlPort(int port) {
        controlPort = port;
    }

    /** Closes all sockets. May be called from any thread. */
    void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException _) {
                // It is closed for this program.
            }
        }
        open.clear();
    }

    @Override
    public Socket createSocket() {
        Socket socket = new LimitedSocket(controlPort);
        open.add(socket);
        return socket;
    }

    private static final class LimitedSocket extends Socket {
        private final int shownPort;
        private final AtomicInteger received = new AtomicInteger();

        LimitedSocket(int shownPort) {
            this.shownPort = shownPort;
        }

        @Override
        public int getPort() {
            return shownPort == 0 ? super.getPort() : shownPort;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int count = super.read(bytes, offset, length);
                    if (received.addAndGet(Math.max(0, count)) > LONGEST_REPLY) {
                        throw new MalformedServerReplyException("a reply without an end");
                    }
                    return count;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    received.set(0);
                    out.write(bytes, offset, length);
                }
            };
        }
    }
}
