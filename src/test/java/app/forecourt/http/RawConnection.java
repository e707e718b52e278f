package app.forecourt.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** One connection, from the server's side. */
public final class RawConnection {
    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Consumer<byte[]> received;
    private final Consumer<String> requests;
    private String head = "";
    private boolean whole;

    /**
     * @param received is given every byte that is read
     * @param requests is given the first line of the request
     */
    RawConnection(Socket socket, Consumer<byte[]> received, Consumer<String> requests) throws IOException {
        this.socket = socket;
        this.received = received;
        this.requests = requests;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    }

    /** Reads so many bytes at most. */
    public void read(int bytes) throws IOException {
        received.accept(in.readNBytes(bytes));
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
                received.accept(text.toString().getBytes(StandardCharsets.ISO_8859_1));
                throw new IOException("cut");
            }
            text.append((char) next);
        }
        head = text.toString();
        received.accept(head.getBytes(StandardCharsets.ISO_8859_1));
        requests.accept(head.lines().findFirst().orElseThrow());
    }

    /** Reads the whole request. */
    public void request() throws IOException {
        head();
        if (!whole) {
            whole = true;
            Matcher length = LENGTH.matcher(head);
            received.accept(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        }
    }

    /** Whether nothing of the request is left to be read. */
    public boolean isWhole() {
        return whole || !LENGTH.matcher(head).find();
    }

    /** What is asked for, without a query. */
    String path() {
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
    void end() throws IOException {
        if (socket.isClosed()) {
            return;
        }
        flush();
        socket.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
    }
}
