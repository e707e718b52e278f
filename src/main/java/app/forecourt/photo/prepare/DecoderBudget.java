package app.forecourt.photo.prepare;

import java.util.concurrent.Semaphore;

/**
 * The pixels that all decoders of the program together may decode at a time. A progressive JPEG needs up to six bytes of
 * memory for each, a PNG up to eight.
 */
public final class DecoderBudget {
    private static final int PIXELS_A_PERMIT = 1_000_000;
    private static final int PERMITS = (int) (PictureLimits.MOST_PIXELS / PIXELS_A_PERMIT);
    private static final Semaphore AVAILABLE = new Semaphore(PERMITS, true);

    private DecoderBudget() {}

    /**
     * A task that decodes a picture.
     *
     * @param <T> its result
     * @param <E> what it throws
     */
    @FunctionalInterface
    public interface Task<T, E extends Exception> {

        /** Decodes the picture. */
        T run() throws E;
    }

    /** Runs a task once its pixels are available. Waits for other decoders. */
    public static <T, E extends Exception> T run(long pixels, Task<T, E> task) throws E {
        int permits = (int) Math.min(PERMITS, pixels / PIXELS_A_PERMIT + 1);
        AVAILABLE.acquireUninterruptibly(permits);
        try {
            return task.run();
        } finally {
            AVAILABLE.release(permits);
        }
    }
}
