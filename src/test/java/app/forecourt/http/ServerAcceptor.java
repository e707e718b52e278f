package app.forecourt.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;

/** Accepts the connections to a port, each on its own thread. */
final class ServerAcceptor {
    private static final int BACKLOG = 200;

    private ServerAcceptor() {}

    /** Listens until the socket is closed. */
    static ServerSocket listen(ServerSocketFactory sockets, InetSocketAddress address, Consumer<Socket> serve)
            throws IOException {
        ServerSocket socket = sockets.createServerSocket();
        socket.setReuseAddress(true);
        socket.bind(address, BACKLOG);
        Thread.startVirtualThread(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    Thread.startVirtualThread(() -> serve.accept(connection));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return socket;
    }
}
