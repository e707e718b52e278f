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
 * One running program for each home directory. The first one holds a lock on a file for as long as it lives and listens
 * on a port of this computer; what starts after it on the same directory tells it so, and it brings its window forward.
 * Port and password stand in a file of their own, which only the user can read: on Windows nobody can read what is
 * locked.
 */
public final class SingleInstance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long BETWEEN_TRIES_NANOS = 50_000_000L;
    /** Milliseconds; a stranger may have the port that a killed program left in the file. */
    private static final int ONE_TRY = 1000;
    private static final int GUESTS_AT_ONCE = 8;
    private static final int PASSWORD_LENGTH = 36;
    private static final byte[] WELCOME = "come".getBytes(StandardCharsets.US_ASCII);

    /** What a start came to. */
    public enum Standing {
        /** This is the one that runs; also where no file can be locked. */
        FIRST,
        /** Another one runs and has been told. */
        HANDED_OVER,
        /** Another one runs, or hangs, and did not answer. */
        UNANSWERED
    }

    private final Standing standing;
    private final Path file;
    private final @Nullable FileChannel lock;
    private @Nullable ServerSocket door;

    private SingleInstance(Standing standing, Path file, @Nullable FileChannel lock) {
        this.standing = standing;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Becomes the one that runs on this directory, or tells the one that does. Blocks for three seconds at the most.
     *
     * @param again runs on any thread whenever another start has told this one; must not block
     */
    static SingleInstance claim(AppDirs dirs, Runnable again) {
        return claim(dirs, again, PATIENCE);
    }

    public static SingleInstance claim(AppDirs dirs, Runnable again, Duration patience) {
        long begun = System.nanoTime();
        do {
            FileChannel lock = null;
            try {
                PrivateFile.folder(dirs.home());
                lock = PrivateFile.open(dirs.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (lock.tryLock() != null) {
                    SingleInstance first = new SingleInstance(Standing.FIRST, dirs.instance(), lock);
                    first.listen(again);
                    return first;
                }
                lock.close();
            } catch (IOException unlockable) {
                // A full or read-only disk, or a file system without locks: better two programs than none.
                return new SingleInstance(Standing.FIRST, dirs.instance(), lock);
            }
            if (notifyFirstInstance(dirs.instance())) {
                return new SingleInstance(Standing.HANDED_OVER, dirs.instance(), null);
            }
            // It may be about to write its port, or have ended just now.
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
        } while (System.nanoTime() - begun < patience.toNanos());
        return new SingleInstance(Standing.UNANSWERED, dirs.instance(), null);
    }

    public Standing standing() {
        return standing;
    }

    /** Whether the program that the file names took our word for it. */
    private static boolean notifyFirstInstance(Path file) {
        try (Socket socket = new Socket()) {
            Optional<String[]> address = new PrivateFile(file).read().map(text -> text.split(" ", 2));
            if (address.isEmpty() || address.get().length < 2) {
                return false;
            }
            int port = Integer.parseInt(address.get()[0]);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ONE_TRY);
            socket.setSoTimeout(ONE_TRY);
            socket.getOutputStream().write(address.get()[1].getBytes(StandardCharsets.US_ASCII));
            return MessageDigest.isEqual(WELCOME, socket.getInputStream().readNBytes(WELCOME.length));
        } catch (IOException | IllegalArgumentException stale) {
            return false;
        }
    }

    private void listen(Runnable again) {
        String password = UUID.randomUUID().toString();
        try {
            ServerSocket opened = new ServerSocket(0, GUESTS_AT_ONCE, InetAddress.getLoopbackAddress());
            door = opened;
            Thread.ofVirtual().name("door for later starts").start(() -> receive(opened, password, again));
            new PrivateFile(file).write(opened.getLocalPort() + " " + password);
        } catch (IOException deaf) {
            // Later starts then say that the program is open already, and end.
        }
    }

    private static void receive(ServerSocket door, String password, Runnable again) {
        Semaphore places = new Semaphore(GUESTS_AT_ONCE);
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                if (places.tryAcquire()) {
                    Thread.ofVirtual().name("later start").start(() -> {
                        try {
                            greet(guest, password, again);
                        } finally {
                            places.release();
                        }
                    });
                } else {
                    // Whoever means it tries again.
                    guest.close();
                }
            } catch (IOException closedOrOutOfFiles) {
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }

    /** Reads no more than the password's length: anybody on this computer may knock, with anything. */
    private static void greet(Socket guest, String password, Runnable again) {
        try (guest) {
            guest.setSoTimeout(ONE_TRY);
            byte[] said = guest.getInputStream().readNBytes(PASSWORD_LENGTH);
            if (MessageDigest.isEqual(password.getBytes(StandardCharsets.US_ASCII), said)) {
                again.run();
                guest.getOutputStream().write(WELCOME);
            }
        } catch (IOException gone) {
            // Too slow, or no longer there.
        }
    }

    /** Lets the next start be the first. */
    @Override
    public void close() {
        try {
            if (door != null) {
                Files.deleteIfExists(file);
                door.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException ending) {
            // The end of the process does the same.
        }
    }
}
