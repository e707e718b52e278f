package app.forecourt.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The retry of a file operation that fails because another program has a file open, such as a virus scanner or a
 * spreadsheet. Only Windows refuses to read, replace, move or delete such a file.
 */
public final class FileInUseRetry {
    /** Number of retries, which take a second together. */
    static final int RETRIES = 20;

    private static final long DELAY_NANOS = 50_000_000L;
    private static final boolean IS_WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    /** An operation on files. Each attempt runs it whole. */
    public interface Operation<T> {
        T run() throws IOException;
    }

    private FileInUseRetry() {}

    /**
     * Runs an operation. Retries it for about a second while another program has one of its files open.
     *
     * @param files the files of the operation; the first one by the name that the user knows
     * @throws FileInUseException if another program still has one of the files open
     */
    public static <T> T run(Operation<T> operation, Path... files) throws IOException {
        return run(operation, IS_WINDOWS ? RETRIES : 0, () -> LockSupport.parkNanos(DELAY_NANOS), files);
    }

    /** @param retries the number of retries; 0 on a system that refuses nothing because of other programs */
    static <T> T run(Operation<T> operation, int retries, Runnable pause, Path... files) throws IOException {
        for (int left = retries; ; left--) {
            try {
                return operation.run();
            } catch (IOException failure) {
                if (retries == 0 || Stream.of(files).noneMatch(file -> isInUse(file, failure))) {
                    throw failure;
                }
                if (left == 0) {
                    throw new FileInUseException(files[0], failure);
                }
                pause.run();
            }
        }
    }

    /**
     * Returns whether a failure means on Windows that a file is in use. Java hides the number of the error, and its
     * text is in the system's language. A sharing violation has no class of its own. To replace an open file is denied,
     * as for a file without permission.
     */
    private static boolean isInUse(Path file, IOException failure) {
        return failure.getClass() == FileSystemException.class && Files.exists(file)
                || failure instanceof AccessDeniedException && Files.isWritable(file);
    }

    /** Returns whether another program has a file open in a way that prevents reading or writing. */
    public static boolean isInUse(Path file) {
        // On other systems closing the file would release this program's locks on it.
        if (IS_WINDOWS) {
            try {
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)
                        .close();
            } catch (IOException failure) {
                return isInUse(file, failure);
            }
        }
        return false;
    }
}
