package app.forecourt.http;

import app.forecourt.testing.LoopbackPorts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/**
 * A hand-written HTTP server in place of AutoChat that counts requests. It can end a connection at any moment and
 * refuse connections for a while. Cars are distinguished by their stock number.
 */
public final class CountingServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\"internalId\":\"([^\"]*)\"");
    private static final int TLS_HANDSHAKE = 0x16;
    private static final String TOKEN = "{\"access_token\": \"token\", \"expires_in\": 86400}";

    private final Function<String, Reaction> deeds;
    private final Map<String, Integer> posts = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger heads = new AtomicInteger();
    private final int port;
    private volatile boolean resetsAtOnce;
    private volatile ServerSocket listening;

    /** The moment of a connection reset. The client loses all data that it has not read by then. */
    public enum Reset {
        AFTER_HEADERS, AFTER_BODY, WITHIN_ANSWER, NEVER
    }

    /**
     * The reaction to a car.
     *
     * @param late the delay of the response
     */
    public record Reaction(Reset reset, int status, Duration late) {}

    /** @param deeds returns the reaction to the car of a stock number */
    public CountingServer(Function<String, Reaction> deeds) throws IOException {
        this.deeds = deeds;
        port = LoopbackPorts.reserve();
        listening = listen(port);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Resets every later connection at its first byte. */
    public void resetAtOnce() {
        resetsAtOnce = true;
    }

    /** Refuses later connections. */
    public void refuse() throws IOException {
        listening.close();
    }

    /** Accepts connections again. */
    public void accept() throws IOException {
        if (listening.isClosed()) {
            listening = listen(port);
        }
    }

    /** Returns the number of completely read POSTs by stock number. */
    public Map<String, Integer> posts() {
        return posts;
    }

    /** Returns the stock numbers of the accepted cars, even if the client did not get the response. */
    public Set<String> accepted() {
        return accepted;
    }

    /** Returns the number of POSTs with completely read headers. */
    public int headCount() {
        return heads.get();
    }

    private ServerSocket listen(int listenPort) throws IOException {
        return ServerAcceptor.listen(ServerSocketFactory.getDefault(),
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), listenPort), this::serve);
    }

    private void serve(Socket connection) {
        try (connection) {
            // With linger 0, closing sends a reset instead of FIN.
            connection.setSoLinger(resetsAtOnce, 0);
            if (!resetsAtOnce) {
                answer(connection);
            } else if (connection.getInputStream().read() < 0) {
                // Waits for one byte, because an earlier reset would prove to the client that it sent nothing.
                return;
            }
        } catch (IOException gone) {
            // The client was killed or gave up; the bytes read so far are counted.
            return;
        }
    }

    private void answer(Socket connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        in.mark(1);
        if (in.read() == TLS_HANDSHAKE) {
            write(connection, 400, "{}");
            // Closing with unread bytes would send a reset, which could overtake the response.
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        in.reset();
        String head = head(in);
        if (head.startsWith("POST /oauth/token ")) {
            body(in, head);
            write(connection, 200, TOKEN);
            return;
        }
        if (!head.startsWith("POST /api/cars ")) {
            write(connection, 404, "{}");
            return;
        }
        heads.incrementAndGet();
        Reaction early = deeds.apply("");
        if (early.reset() == Reset.AFTER_HEADERS) {
            connection.setSoLinger(true, 0);
            return;
        }
        Matcher number = NUMBER.matcher(body(in, head));
        if (!number.find()) {
            return;
        }
        posts.merge(number.group(1), 1, Integer::sum);
        Reaction deed = deeds.apply(number.group(1));
        if (deed.status() == 201) {
            accepted.add(number.group(1));
        }
        // Simulates a slow server.
        LockSupport.parkNanos(deed.late().toNanos());
        connection.setSoLinger(deed.reset() != Reset.NEVER, 0);
        if (deed.reset() == Reset.WITHIN_ANSWER) {
            connection.getOutputStream().write("HTTP/1.1 201 Created\r\nConte".getBytes(
                    StandardCharsets.US_ASCII));
        } else if (deed.reset() == Reset.NEVER) {
            write(connection, deed.status(), "{\"id\": 7}");
        }
    }

    private static void write(Socket connection, int status, String body) throws IOException {
        connection.getOutputStream()
                .write(("HTTP/1.1 " + status + " As said\r\nContent-Type: application/json\r\n"
                        + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("cut");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static String body(InputStream in, String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        int expected = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return new String(in.readNBytes(expected), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
