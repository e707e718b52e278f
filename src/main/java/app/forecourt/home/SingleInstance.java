package app.forecourt.home;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The guarantee of one running program for each home directory. The first instance holds a file lock while it runs. A
 * later start on the same home notifies the first instance by a Unix domain socket. The first instance then brings its
 * window to the front.
 *
 * <p>Only the lock decides which instance is the first one. A socket without a lock was left by a killed process.
 */
public final class SingleInstance implements AutoCloseable {
    /** The time that a first instance on a slow computer needs from the lock to the socket. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final long RETRY_DELAY_NANOS = 50_000_000L;
    /** The timeout of the answer, because the first instance may hang. */
    private static final int ANSWER_TIMEOUT_MILLIS = 1000;

    /** The result of a claim. */
    public enum ClaimResult {
        /** This is the first instance, or the file can't be locked. */
        FIRST,
        /** Another instance runs and was notified. */
        HANDED_OVER,
        /** Another instance runs, but did not answer in time. */
        UNANSWERED
    }

    private final ClaimResult result;
    private final AppDirs dirs;
    /** The locked file; null if this instance has no lock. */
    private final @Nullable FileChannel lock;

    private @Nullable ServerSocketChannel server;

    private SingleInstance(ClaimResult result, AppDirs dirs, @Nullable FileChannel lock) {
        this.result = result;
        this.dirs = dirs;
        this.lock = lock;
    }

    /** Claims a home as its first instance, or notifies the first instance. Blocks for five seconds at most. */
    public static SingleInstance claim(AppDirs dirs) {
        return claim(dirs, TIMEOUT);
    }

    /** Claims a home as its first instance, or notifies the first instance. Blocks until the timeout at most. */
    public static SingleInstance claim(AppDirs dirs, Duration timeout) {
        long begun = System.nanoTime();
        do {
            try {
                PrivateFile.createFolder(dirs.home());
                FileChannel lock = PrivateFile.open(dirs.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (lock.tryLock() != null) {
                    return new SingleInstance(ClaimResult.FIRST, dirs, lock);
                }
                lock.close();
            } catch (IOException unlockable) {
                // The disk is full or read-only, or its file system has no locks. Two programs are better than none.
                return new SingleInstance(ClaimResult.FIRST, dirs, null);
            }
            if (dirs.sockets().stream().anyMatch(SingleInstance::notifyFirstInstance)) {
                return new SingleInstance(ClaimResult.HANDED_OVER, dirs, null);
            }
            // The first instance may be about to open its socket, or has just ended.
            LockSupport.parkNanos(RETRY_DELAY_NANOS);
        } while (System.nanoTime() - begun < timeout.toNanos());
        return new SingleInstance(ClaimResult.UNANSWERED, dirs, null);
    }

    public ClaimResult result() {
        return result;
    }

    /** Connects to a socket, and returns whether the first instance answered in time. */
    private static boolean notifyFirstInstance(Path socket) {
        // A socket of this kind has no timeout of its own; a hanging connection ends with this process.
        return CompletableFuture.supplyAsync(() -> isAnswered(socket), Thread.ofVirtual()::start)
                .completeOnTimeout(false, ANSWER_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    private static boolean isAnswered(Path socket) {
        try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return connection.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException | UnsupportedOperationException stale) {
            return false;
        }
    }

    /**
     * Answers later starts until this instance is closed. Returns at once if the home is not locked, or if no socket
     * can be opened. Later starts then get no answer, report that the program is open already, and end.
     *
     * @param onLaterStart action for each later start; must not block
     */
    public void answerLaterStarts(Runnable onLaterStart) {
        ServerSocketChannel opened = openSocket();
        while (opened != null && opened.isOpen()) {
            try (SocketChannel laterStart = opened.accept()) {
                onLaterStart.run();
                laterStart.write(ByteBuffer.allocate(1));
            } catch (IOException closedOrOutOfFiles) {
                LockSupport.parkNanos(RETRY_DELAY_NANOS);
            }
        }
    }

    private synchronized @Nullable ServerSocketChannel openSocket() {
        if (lock == null || !lock.isOpen()) {
            return null;
        }
        for (Path socket : dirs.sockets()) {
            try {
                PrivateFile.createFolder(socket.resolveSibling(""));
                // This instance holds the lock, so no running program uses the file.
                Files.deleteIfExists(socket);
                server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                server.bind(UnixDomainSocketAddress.of(socket));
                PrivateFile.makePrivate(socket);
                return server;
            } catch (IOException | UnsupportedOperationException noSocketHere) {
                closeSocket();
            }
        }
        return null;
    }

    private void closeSocket() {
        try {
            if (server != null) {
                if (server.getLocalAddress() instanceof UnixDomainSocketAddress address) {
                    Files.deleteIfExists(address.getPath());
                }
                server.close();
            }
        } catch (IOException ending) {
            // The end of the process closes the socket, too.
        }
    }

    /** Releases the home, so that the next start becomes the first instance. */
    @Override
    public synchronized void close() {
        closeSocket();
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException ending) {
            // The end of the process releases the lock, too.
        }
    }
}
