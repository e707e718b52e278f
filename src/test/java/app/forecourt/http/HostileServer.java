package app.forecourt.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;

/**
 * A server on loopback that does to a connection whatever it is told, byte by byte. It keeps all it received: who has
 * to find out what somebody was told looks there. One request for each connection.
 */
public final class HostileServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");
    private static final Deed NOT_THERE = (wire, good) -> {
        wire.request();
        wire.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };

    private final InetAddress address;
    private final ServerSocketFactory sockets;
    private final int port;
    private final Map<String, Deed> deeds = new ConcurrentHashMap<>();
    private final Map<String, Good> goods = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Socket deaf = new Socket();
    private volatile Optional<Deed> atOnce = Optional.empty();
    private volatile ServerSocket listening;

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Deed {
        /** @param good what a friendly server would answer with status 200 */
        void with(Wire wire, Good good) throws IOException;
    }

    /** The body of a friendly answer. */
    public record Good(String type, byte[] bytes) {
        public static Good json(String text) {
            return new Good("application/json", text.getBytes(StandardCharsets.UTF_8));
        }

        /** Says it with status 200. */
        void answer(Wire wire) throws IOException {
            Troubles.answer(200).with(wire, this);
        }
    }

    /** In plain text, on an address of this computer. */
    public HostileServer(String address) throws IOException {
        this(address, ServerSocketFactory.getDefault());
    }

    /** @param sockets may be a {@link SSLServerSocketFactory} */
    public HostileServer(String address, ServerSocketFactory sockets) throws IOException {
        this.address = InetAddress.ofLiteral(address);
        this.sockets = sockets;
        this.port = listen(0);
        // Taken, so that no other server is given it.
        deaf.bind(new InetSocketAddress(this.address, 0));
    }

    public int port() {
        return port;
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

    private int listen(int at) throws IOException {
        ServerSocket socket = sockets.createServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, at), 200);
        listening = socket;
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
        return socket.getLocalPort();
    }

    private void serve(Socket connection) {
        open.add(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            var wire = new Wire(connection);
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

    @Override
    public void close() throws IOException {
        listening.close();
        deaf.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    /** One connection, from the server's side. */
    public final class Wire {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private String head = "";
        private boolean whole;

        private Wire(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        }

        /** Reads so many bytes at most. */
        public void read(int bytes) throws IOException {
            keep(in.readNBytes(bytes));
        }

        /** Reads up to the end of the request's head, if that was not read before. */
        public void head() throws IOException {
            if (!head.isEmpty()) {
                return;
            }
            var text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    keep(text.toString().getBytes(StandardCharsets.ISO_8859_1));
                    throw new IOException("cut");
                }
                text.append((char) next);
            }
            head = text.toString();
            keep(head.getBytes(StandardCharsets.ISO_8859_1));
            requests.add(head.lines().findFirst().orElseThrow());
        }

        /** Reads the whole request. */
        public void request() throws IOException {
            head();
            if (!whole) {
                whole = true;
                Matcher length = LENGTH.matcher(head);
                keep(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
            }
        }

        /** Whether nothing of the request is left to be read. */
        public boolean isWhole() {
            return whole || !LENGTH.matcher(head).find();
        }

        private String path() {
            return head.replaceFirst("^\\S+ ([^ ?]*)(?s:.*)", "$1");
        }

        /** Says something, sent at once. */
        public void say(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
            flush();
        }

        /** Writes something, sent when there is enough of it. */
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        public void flush() throws IOException {
            out.flush();
        }

        /** From here the connection is broken: a reset instead of an orderly end. */
        public void reset() throws IOException {
            if (socket instanceof SSLSocket) {
                socket.close();
                return;
            }
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says nothing more until the client has gone. */
        public void silence() throws IOException {
            while (in.read() >= 0) {
                // Whatever it says.
            }
        }

        /** Closing with bytes unread would send a reset, which could overtake the answer. */
        private void end() throws IOException {
            if (socket.isClosed()) {
                return;
            }
            flush();
            socket.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        }

        private void keep(byte[] bytes) {
            synchronized (received) {
                received.writeBytes(bytes);
            }
        }
    }
}
