package app.forecourt.photo.store;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Connects with a time limit. JSch's own factory hides why a connection failed. A cut closes the last socket. */
final class TimedSocketFactory implements SocketFactory {
    private final int timeoutMillis;
    private volatile @Nullable Socket last;

    TimedSocketFactory(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    /** Closes the last socket. May be called from any thread. */
    void cut() {
        try {
            Socket socket = last;
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // It is closed for this program.
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException();
        }
        var socket = new Socket();
        last = socket;
        try {
            socket.connect(address, timeoutMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return socket.getOutputStream();
    }
}
