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
 * A server on loopback that does to a connection whatever it is told, byte by byte. It keeps all it received: who has
 * to find out what somebody was told looks there. One request for each connection.
 */
public final class HostileServer implements AutoCloseable {
    private static final Deed NOT_THERE = (wire, good) -> {
        wire.request();
        wire.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };

    private final ServerSocket listening;
    private final Map<String, Deed> deeds = new ConcurrentHashMap<>();
    private final Map<String, Good> goods = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Socket deaf = new Socket();
    private volatile Optional<Deed> atOnce = Optional.empty();

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Deed {
        /** @param good what a friendly server would answer with status 200 */
        void with(RawConnection wire, Good good) throws IOException;
    }

    /** The body of a friendly answer. */
    public record Good(String type, byte[] bytes) {
        public static Good json(String text) {
            return new Good("application/json", text.getBytes(StandardCharsets.UTF_8));
        }

        /** Says it with status 200. */
        void answer(RawConnection wire) throws IOException {
            ServerFaults.answer(200).with(wire, this);
        }
    }

    /** In plain text, on an address of this computer. */
    public HostileServer(String address) throws IOException {
        this(address, ServerSocketFactory.getDefault());
    }

    /** @param sockets may be a {@link SSLServerSocketFactory} */
    public HostileServer(String address, ServerSocketFactory sockets) throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.ofLiteral(address), 0);
        listening = ServerAcceptor.listen(sockets, anyPort, this::serve);
        // Taken, so that no other server is given it.
        deaf.bind(anyPort);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What a friendly answer at a path is, and what is done with who asks for it. */
    public HostileServer at(String path, Good good, Deed deed) {
        goods.put(path, good);
        deeds.put(path, deed);
        return this;
    }

    /** From now on does this to every connection, before a byte of it is read, whatever is asked for. */
    public void atOnce(Deed deed, Good good) {
        atOnce = Optional.of((wire, none) -> deed.with(wire, good));
    }

    /** From now on reads first. */
    public void friendly() {
        atOnce = Optional.empty();
    }

    /** A port at which nobody listens, for as long as this server is open. */
    public int portThatRefuses() {
        return deaf.getLocalPort();
    }

    /** The first lines of all requests whose first line was read. */
    public List<String> requests() {
        return requests;
    }

    /** How many requests of that method and path had their first line read. */
    public long count(String start) {
        return requests.stream().filter(line -> line.startsWith(start)).count();
    }

    /** Every byte that was read, as Latin-1. */
    public String received() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void serve(Socket connection) {
        open.add(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            var wire = new RawConnection(connection, this::keep, requests::add);
            Optional<Deed> first = atOnce;
            if (first.isPresent()) {
                first.get().with(wire, Good.json(""));
            } else {
                wire.head();
                deeds.getOrDefault(wire.path(), NOT_THERE).with(wire,
                        goods.getOrDefault(wire.path(), Good.json("")));
            }
            wire.end();
        } catch (IOException gone) {
            // The client has given up, or was made to.
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
