package app.forecourt.home;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The guarantee of one running program for each home directory. The first instance holds a file lock while it runs. A
 * later start on the same home notifies the first instance by a port of this computer. The first instance then brings
 * its window to the front.
 *
 * <p>Only the lock decides which instance is the first one. The port in an unlocked file was left by a killed process.
 */
public final class SingleInstance implements AutoCloseable {
    /** The time that a first instance on a slow computer needs from the lock to the port. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final long RETRY_DELAY_NANOS = 50_000_000L;
    /** The locked byte lies far behind the text, because on Windows others can't read a locked part of a file. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** The result of a claim. */
    public enum ClaimResult {
        /** This is the first instance, or the disk has no locks. */
        FIRST,
        /** Another instance runs and was notified. */
        HANDED_OVER,
        /** Another instance runs, but did not answer in time. */
        UNANSWERED,
        /** The locked file exists, but another program holds it or this user can't write it. */
        LOCK_UNUSABLE
    }

    /** The opening of the locked file. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path lock) throws IOException;
    }

    private final ClaimResult result;
    /** The locked file; null if this instance has no lock. */
    private final @Nullable FileChannel lock;

    private @Nullable InstanceChannel channel;

    private SingleInstance(ClaimResult result, @Nullable FileChannel lock) {
        this.result = result;
        this.lock = lock;
    }

    /** Claims a home as its first instance, or notifies the first instance. Blocks for twenty seconds at most. */
    public static SingleInstance claim(AppDirs dirs) {
        return claim(dirs, TIMEOUT, SingleInstance::open);
    }

    /**
     * Asks the first instance to save everything and to end, and waits for its end. Returns whether no instance is
     * left. Blocks for twenty seconds at most.
     */
    public static boolean quit(AppDirs dirs) {
        try (SingleInstance last = claim(
                dirs,
                TIMEOUT,
                lock -> FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE),
                InstanceChannel.QUIT)) {
            return last.result == ClaimResult.FIRST;
        }
    }

    static FileChannel open(Path lock) throws IOException {
        PrivateFile.createFolder(lock.resolveSibling(""));
        return PrivateFile.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Claims a home as its first instance, or notifies the first instance. */
    static SingleInstance claim(AppDirs dirs, Duration timeout, Opener opener) {
        return claim(dirs, timeout, opener, InstanceChannel.SHOW);
    }

    private static SingleInstance claim(AppDirs dirs, Duration timeout, Opener opener, String word) {
        long begun = System.nanoTime();
        ClaimResult failure;
        do {
            try {
                FileChannel file = opener.open(dirs.lock());
                if (isLocked(file)) {
                    return new SingleInstance(ClaimResult.FIRST, file);
                }
                try (file) {
                    if (InstanceChannel.notifyFirstInstance(file, word) && word.equals(InstanceChannel.SHOW)) {
                        return new SingleInstance(ClaimResult.HANDED_OVER, null);
                    }
                }
                // The first instance may be about to open its port, or has just ended.
                failure = ClaimResult.UNANSWERED;
            } catch (IOException unusable) {
                if (isUnwritable(dirs.lock())) {
                    return new SingleInstance(ClaimResult.FIRST, null);
                }
                // A backup may have restored the file as read-only, or a virus scanner holds it for a moment.
                dirs.lock().toFile().setWritable(true);
                failure = ClaimResult.LOCK_UNUSABLE;
            }
            LockSupport.parkNanos(RETRY_DELAY_NANOS);
        } while (System.nanoTime() - begun < timeout.toNanos());
        return new SingleInstance(failure, null);
    }

    /** Tries to lock a file. Returns true also if its disk has no locks, because two programs are better than none. */
    private static boolean isLocked(FileChannel file) {
        try {
            return file.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (IOException noLocks) {
            return true;
        }
    }

    /**
     * Returns whether nothing can be written, because the disk is full or read-only. The window then tells the user.
     */
    private static boolean isUnwritable(Path lock) {
        try {
            return Files.notExists(lock, LinkOption.NOFOLLOW_LINKS)
                    || Files.getFileStore(lock).isReadOnly();
        } catch (IOException unknown) {
            return false;
        }
    }

    public ClaimResult result() {
        return result;
    }

    /**
     * Answers later starts until this instance is closed. Returns at once if the home is not locked, or if no port can
     * be opened. Later starts then get no answer, report that the program is open already, and end.
     *
     * @param onShow action for each later start; must not block
     * @param onQuit action for each request to end; must not block
     */
    public void answerLaterStarts(Runnable onShow, Runnable onQuit) {
        InstanceChannel opened = openChannel();
        if (opened != null) {
            opened.answer(onShow, onQuit);
        }
    }

    private synchronized @Nullable InstanceChannel openChannel() {
        try {
            if (lock != null && lock.isOpen()) {
                channel = new InstanceChannel(lock);
            }
        } catch (IOException noPort) {
            // Or the disk is full.
        }
        return channel;
    }

    /** Releases the home, so that the next start becomes the first instance. */
    @Override
    public synchronized void close() {
        InstanceChannel.close(channel);
        InstanceChannel.close(lock);
    }
}
