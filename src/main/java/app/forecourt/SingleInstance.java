package app.forecourt;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The guarantee of one running program for each home directory. The first instance holds a file lock while it runs and
 * listens on a loopback port. A later start on the same home notifies the first instance, which brings its window to
 * the front.
 *
 * <p>
 * Port and password are in a second file, because on Windows nobody can read a locked file. Only the user can read the
 * second file.
 */
public final class SingleInstance implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final long RETRY_DELAY_NANOS = 50_000_000L;
    /**
     * The timeout of a connection, because another program may use the port that a killed instance left in the file.
     */
    private static final int CONNECTION_TIMEOUT_MILLIS = 1000;
    private static final int MAX_CONNECTIONS = 8;
    private static final int PASSWORD_LENGTH = 36;
    private static final byte[] CONFIRMATION = "come".getBytes(StandardCharsets.US_ASCII);

    /** The result of a claim. */
    public enum ClaimResult {
        /** This is the first instance, or the file can't be locked. */
        FIRST,
        /** Another instance runs and was notified. */
        HANDED_OVER,
        /** Another instance runs, but did not answer in time. */
        UNANSWERED
    }

    private final ClaimResult standing;
    private final Path file;
    private final @Nullable FileChannel lock;
    private @Nullable ServerSocket serverSocket;

    private SingleInstance(ClaimResult standing, Path file, @Nullable FileChannel lock) {
        this.standing = standing;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Claims a home as its first instance, or notifies the first instance. Blocks for three seconds at most.
     *
     * @param onSecondStart action whenever another start has notified this one; runs on any thread and must not block
     */
    static SingleInstance claim(AppDirs dirs, Runnable onSecondStart) {
        return claim(dirs, onSecondStart, TIMEOUT);
    }

    /**
     * Claims a home as its first instance, or notifies the first instance. Blocks until the timeout at most.
     *
     * @param onSecondStart action whenever another start has notified this one; runs on any thread and must not block
     */
    public static SingleInstance claim(AppDirs dirs, Runnable onSecondStart, Duration timeout) {
        long begun = System.nanoTime();
        do {
            FileChannel lock = null;
            try {
                PrivateFile.createFolder(dirs.home());
                lock = PrivateFile.open(dirs.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (lock.tryLock() != null) {
                    SingleInstance first = new SingleInstance(ClaimResult.FIRST, dirs.instance(), lock);
                    first.listen(onSecondStart);
                    return first;
                }
                lock.close();
            } catch (IOException unlockable) {
                // The disk is full or read-only, or its file system has no locks. Two programs are better than none.
                return new SingleInstance(ClaimResult.FIRST, dirs.instance(), lock);
            }
            if (notifyFirstInstance(dirs.instance())) {
                return new SingleInstance(ClaimResult.HANDED_OVER, dirs.instance(), null);
            }
            // The first instance may be about to write its port, or has just ended.
            LockSupport.parkNanos(RETRY_DELAY_NANOS);
        } while (System.nanoTime() - begun < timeout.toNanos());
        return new SingleInstance(ClaimResult.UNANSWERED, dirs.instance(), null);
    }

    public ClaimResult result() {
        return standing;
    }

    /** Sends the password to the port in the file, and returns whether the first instance confirmed it. */
    private static boolean notifyFirstInstance(Path file) {
        try (Socket socket = new Socket()) {
            Optional<String[]> address = new PrivateFile(file).read().map(text -> text.split(" ", 2));
            if (address.isEmpty() || address.get().length < 2) {
                return false;
            }
            int port = Integer.parseInt(address.get()[0]);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    CONNECTION_TIMEOUT_MILLIS);
            socket.setSoTimeout(CONNECTION_TIMEOUT_MILLIS);
            socket.getOutputStream().write(address.get()[1].getBytes(StandardCharsets.US_ASCII));
            return MessageDigest.isEqual(CONFIRMATION,
                    socket.getInputStream().readNBytes(CONFIRMATION.length));
        } catch (IOException | IllegalArgumentException stale) {
            return false;
        }
    }

    private void listen(Runnable onSecondStart) {
        String password = UUID.randomUUID().toString();
        try {
            ServerSocket opened = new ServerSocket(0, MAX_CONNECTIONS, InetAddress.getLoopbackAddress());
            serverSocket = opened;
            Thread.ofVirtual().name("door for later starts")
                    .start(() -> accept(opened, password, onSecondStart));
            new PrivateFile(file).write(opened.getLocalPort() + " " + password);
        } catch (IOException unreachable) {
            // Later starts get no answer, report that the program is open already, and end.
        }
    }

    private static void accept(ServerSocket server, String password, Runnable onSecondStart) {
        Semaphore permits = new Semaphore(MAX_CONNECTIONS);
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                if (permits.tryAcquire()) {
                    Thread.ofVirtual().name("later start").start(() -> {
                        try {
                            answer(connection, password, onSecondStart);
                        } finally {
                            permits.release();
                        }
                    });
                } else {
                    // A later start of this program tries again.
                    connection.close();
                }
            } catch (IOException closedOrOutOfFiles) {
                LockSupport.parkNanos(RETRY_DELAY_NANOS);
            }
        }
    }

    /**
     * Checks the password of a connection and confirms it. Reads no more than the password's length, because any
     * program on this computer may connect and send anything.
     */
    private static void answer(Socket connection, String password, Runnable onSecondStart) {
        try (connection) {
            connection.setSoTimeout(CONNECTION_TIMEOUT_MILLIS);
            byte[] received = connection.getInputStream().readNBytes(PASSWORD_LENGTH);
            if (MessageDigest.isEqual(password.getBytes(StandardCharsets.US_ASCII), received)) {
                onSecondStart.run();
                connection.getOutputStream().write(CONFIRMATION);
            }
        } catch (IOException gone) {
            // The other program was too slow or closed the connection.
        }
    }

    /** Releases the home, so that the next start becomes the first instance. */
    @Override
    public void close() {
        try {
            if (serverSocket != null) {
                Files.deleteIfExists(file);
                serverSocket.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException ending) {
            // The end of the process closes the socket and releases the lock, too.
        }
    }
}
