package app.forecourt.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** One connection, seen from the server. */
public final class RawConnection {
    private static final int TLS_HANDSHAKE = 0x16;
    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Consumer<byte[]> received;
    private final Consumer<String> requests;
    private String head = "";
    private String body = "";
    private boolean whole;

    /**
     * @param received gets every byte that is read
     * @param requests gets the first line of the request
     */
    RawConnection(Socket socket, Consumer<byte[]> received, Consumer<String> requests) throws IOException {
        this.socket = socket;
        this.received = received;
        this.requests = requests;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    }

    /** Reads at most the given number of bytes. */
    public void read(int bytes) throws IOException {
        received.accept(in.readNBytes(bytes));
    }

    /** Reads the request's head, if it was not read before. A client that wants TLS has no head. */
    public void readHead() throws IOException {
        if (!head.isEmpty()) {
            return;
        }
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                received.accept(text.toString().getBytes(ISO_8859_1));
                throw new IOException("cut");
            }
            if (text.isEmpty() && next == TLS_HANDSHAKE) {
                head = "TLS";
                return;
            }
            text.append((char) next);
        }
        head = text.toString();
        received.accept(head.getBytes(ISO_8859_1));
        requests.accept(head.lines().findFirst().orElseThrow());
    }

    /** Reads the whole request. */
    public void readRequest() throws IOException {
        readHead();
        if (!whole) {
            whole = true;
            Matcher length = LENGTH.matcher(head);
            byte[] bytes = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            body = new String(bytes, UTF_8);
            received.accept(bytes);
        }
    }

    /** Returns whether the request was completely read. */
    public boolean isRequestRead() {
        return whole || !LENGTH.matcher(head).find();
    }

    /** Returns the body of a request that was read. */
    String body() {
        return body;
    }

    /** Returns the requested path without query. */
    String path() {
        return head.replaceFirst("^\\S+ ([^ ?]*)(?s:.*)", "$1");
    }

    /** Sends a text at once. */
    public void send(String text) throws IOException {
        write(text.getBytes(ISO_8859_1));
        flush();
    }

    /** Writes bytes to the buffer, which is sent when it is full. */
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    public void flush() throws IOException {
        out.flush();
    }

    /** Resets the connection instead of closing it with FIN. */
    public void reset() throws IOException {
        if (socket instanceof SSLSocket) {
            socket.close();
            return;
        }
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Sends nothing more until the client disconnects. */
    public void staySilent() throws IOException {
        while (in.read() >= 0) {
            // Ignores the data.
        }
    }

    /**
     * Closes the connection after reading all bytes. Closing with unread bytes would send a reset, which could overtake
     * the response.
     */
    void finish() throws IOException {
        if (socket.isClosed()) {
            return;
        }
        flush();
        socket.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
    }
}
