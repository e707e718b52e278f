package app.forecourt.home;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The port by which a later start reaches the first instance. Each program of this computer can connect to a port or
 * open one. So the locked file, which only the user can read, has two keys beside the port. A request without the first
 * key is ignored, and an answer without the second key does not count.
 */
final class InstanceChannel implements Closeable {
    /** The words of a later start. Other words are ignored. */
    static final String SHOW = " show";

    static final String QUIT = " quit";

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    /** The limits of a text or a message, because the other side may be any program. */
    private static final int MAX_BYTES = 100;

    private static final int TIMEOUT_MILLIS = 1000;
    private static final long PAUSE_NANOS = 50_000_000L;

    private final ServerSocket server = new ServerSocket(0, 0, LOOPBACK);
    private final String key = UUID.randomUUID().toString();
    private final String answer = UUID.randomUUID().toString();

    /** Opens a free port, and writes it into a file. */
    InstanceChannel(FileChannel file) throws IOException {
        // The space at the end is before the rest of an earlier text with a longer port.
        file.write(StandardCharsets.UTF_8.encode(key + " " + answer + " " + server.getLocalPort() + " "), 0);
    }

    /**
     * Answers later starts until the channel is closed.
     *
     * @param onShow action for each later start; must not block
     * @param onQuit action for each request to end; must not block
     */
    void answer(Runnable onShow, Runnable onQuit) {
        while (!server.isClosed()) {
            try {
                Socket laterStart = server.accept();
                Thread.startVirtualThread(() -> answer(laterStart, onShow, onQuit));
            } catch (IOException closedOrOutOfFiles) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void answer(Socket laterStart, Runnable onShow, Runnable onQuit) {
        try (laterStart) {
            String request = read(laterStart);
            boolean isQuit = request.equals(key + QUIT);
            if (isQuit || request.equals(key + SHOW)) {
                (isQuit ? onQuit : onShow).run();
                write(laterStart, answer);
            }
        } catch (IOException gone) {
            // The later start tries again.
        }
    }

    /** Sends a word to the first instance, and returns whether it answered in time. */
    static boolean notifyFirstInstance(FileChannel file, String word) {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            ByteBuffer text = ByteBuffer.allocate(MAX_BYTES);
            file.read(text, 0);
            String[] parts =
                    StandardCharsets.UTF_8.decode(text.flip()).toString().split(" ", -1);
            socket.connect(new InetSocketAddress(LOOPBACK, Integer.parseInt(parts[2])), TIMEOUT_MILLIS);
            allowForeground();
            write(socket, parts[0] + word);
            return read(socket).equals(parts[1]);
        } catch (IOException | RuntimeException noneYet) {
            return false;
        }
    }

    /** Lets the first instance come to the front, because Windows asks the program that the user has started. */
    private static void allowForeground() {
        if (Platform.isWindows()) {
            try {
                // Any process, because its id is not known.
                Function.getFunction("user32", "AllowSetForegroundWindow").invokeInt(new Object[] {-1});
            } catch (LinkageError blocked) {
                // The taskbar blinks instead.
            }
        }
    }

    private static void write(Socket socket, String message) throws IOException {
        socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
    }

    /** Reads a message. A socket's own timeout would not end a connection that sends a byte now and then. */
    private static String read(Socket socket) throws IOException {
        CompletableFuture.delayedExecutor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).execute(() -> close(socket));
        return new String(socket.getInputStream().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    }

    /** Closes a socket or a file, if there is one. */
    static void close(@Nullable Closeable opened) {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException ending) {
            // The end of the process closes it, too.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
