package app.forecourt.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * A server on loopback that handles each connection as scripted, byte by byte. It records all received bytes, so that
 * tests can check what a client revealed. Each connection has one request.
 */
public final class HostileServer implements AutoCloseable {
    private static final Reaction NOT_THERE = (wire, response) -> {
        wire.readRequest();
        wire.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };

    private static final int BACKLOG = 200;

    private final ServerSocketFactory sockets;
    private final InetSocketAddress address;
    private volatile ServerSocket listening;
    private final Map<String, Reaction> deeds = new ConcurrentHashMap<>();
    private final Map<String, FriendlyResponse> goods = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Socket deaf = new Socket();
    private volatile Optional<Reaction> atOnce = Optional.empty();

    /** A scripted reaction to a connection. */
    @FunctionalInterface
    public interface Reaction {
        /** @param response the response of a friendly server with status 200 */
        void handle(RawConnection wire, FriendlyResponse response) throws IOException;
    }

    /** The body of a friendly response. */
    public record FriendlyResponse(String type, byte[] bytes) {
        public static FriendlyResponse json(String text) {
            return new FriendlyResponse("application/json", text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends the body with status 200. */
        void answer(RawConnection wire) throws IOException {
            HostileServer.answer(200).handle(wire, this);
        }
    }

    /** Serves plain text on an address of this computer. */
    public HostileServer(String address) throws IOException {
        this(address, ServerSocketFactory.getDefault());
    }

    /** @param sockets may be an {@link SSLServerSocketFactory} */
    public HostileServer(String address, ServerSocketFactory sockets) throws IOException {
        this(address, 0, sockets);
        // Bound, so that no other server gets this port.
        deaf.bind(new InetSocketAddress(this.address.getAddress(), 0));
    }

    HostileServer(String address, int port, ServerSocketFactory sockets) throws IOException {
        this.sockets = sockets;
        listening = listen(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        this.address = (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /** Listens until the socket is closed, and serves each connection on its own thread. */
    private ServerSocket listen(InetSocketAddress place) throws IOException {
        ServerSocket socket = sockets.createServerSocket();
        socket.setReuseAddress(true);
        socket.bind(place, BACKLOG);
        Thread.startVirtualThread(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    Thread.startVirtualThread(() -> serve(connection));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return socket;
    }

    public int port() {
        return address.getPort();
    }

    /** Refuses later connections. */
    void refuse() throws IOException {
        listening.close();
    }

    /** Accepts connections again. */
    void accept() throws IOException {
        if (listening.isClosed()) {
            listening = listen(address);
        }
    }

    /** Sets the friendly response at a path and the reaction to its requests. */
    public HostileServer respondAt(String path, FriendlyResponse response, Reaction deed) {
        goods.put(path, response);
        deeds.put(path, deed);
        return this;
    }

    /** Applies a reaction to every later connection before its first byte is read, whatever is requested. */
    public void reactBeforeReading(Reaction deed, FriendlyResponse response) {
        atOnce = Optional.of((wire, _) -> deed.handle(wire, response));
    }

    /** Reads the requests of later connections first. */
    public void readFirst() {
        atOnce = Optional.empty();
    }

    /** Returns a port that refuses connections while this server is open. */
    public int refusingPort() {
        return deaf.getLocalPort();
    }

    /** Returns the first lines of all requests. */
    public List<String> requests() {
        return requests;
    }

    /** Returns the number of requests that begin with a method and path. */
    public long requestCount(String start) {
        return requests.stream().filter(line -> line.startsWith(start)).count();
    }

    /** Returns all received bytes as Latin-1. */
    public String received() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** Reads a request and sends the head of a response. */
    static void begin(RawConnection connection, int status, FriendlyResponse response, String headers)
            throws IOException {
        connection.readRequest();
        connection.send(statusLine(status) + contentType(response) + headers + "\r\n");
    }

    /** Returns a friendly response with another status. */
    public static Reaction answer(int status) {
        return answer(status, "");
    }

    /** Returns a friendly response with another status and further headers. */
    static Reaction answer(int status, String headers) {
        return (connection, response) -> {
            begin(connection, status, response, headers + contentLength(response.bytes().length));
            connection.write(response.bytes());
        };
    }

    static String statusLine(int status) {
        return "HTTP/1.1 " + status + " As Told\r\nConnection: close\r\n";
    }

    static String contentType(FriendlyResponse response) {
        return "Content-Type: " + response.type() + "\r\n";
    }

    static String contentLength(long length) {
        return "Content-Length: " + length + "\r\n";
    }

    private void serve(Socket connection) {
        open.add(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            var wire = new RawConnection(connection, this::keep, requests::add);
            Optional<Reaction> first = atOnce;
            if (first.isPresent()) {
                first.get().handle(wire, FriendlyResponse.json(""));
            } else {
                wire.readHead();
                deeds.getOrDefault(wire.path(), NOT_THERE)
                        .handle(wire, goods.getOrDefault(wire.path(), FriendlyResponse.json("")));
            }
            wire.finish();
        } catch (IOException gone) {
            // The client gave up, or was made to.
        } finally {
            open.remove(connection);
        }
    }

    private void keep(byte[] bytes) {
        synchronized (received) {
            received.writeBytes(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        deaf.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
