package app.forecourt.testing;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits of tests. A wait ends with its event. Its limit ends a test that waits in vain, and is too long for any slow
 * machine to reach.
 */
public final class LongWait {
    public static final int SECONDS = 60;
    /** Shorter in a mutation run, where many mutants end nothing that a test waits for. */
    public static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger("forecourt.wait.seconds", SECONDS));
    /** The limit of a whole test, for {@code @Timeout}. */
    public static final int TEST_SECONDS = 5 * SECONDS;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    private LongWait() {}

    /** Waits for a condition, which this thread checks. */
    public static void until(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .atMost(LIMIT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL_INTERVAL)
                    .pollInSameThread()
                    .until(condition);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("waited in vain for " + what, late);
        }
    }

    /** Waits until a latch is open. */
    public static void untilOpen(CountDownLatch latch) {
        if (!uninterrupted(() -> latch.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS))) {
            throw new AssertionError("waited in vain for a latch");
        }
    }

    /** Waits until all threads are at a barrier. */
    public static void together(CyclicBarrier barrier) {
        uninterrupted(() -> barrier.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits for the next element of a queue. */
    public static <T> T next(String what, BlockingQueue<T> queue) {
        @Nullable
        T next = LongWait.<@Nullable T>uninterrupted(() -> queue.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        if (next == null) {
            throw new AssertionError("waited in vain for " + what);
        }
        return next;
    }

    /** Waits for a result. */
    public static <T extends @Nullable Object> T result(Future<T> future) {
        return uninterrupted(() -> future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits for the end of a thread. */
    public static void untilEnded(Thread thread) {
        if (!uninterrupted(() -> thread.join(LIMIT))) {
            throw new AssertionError("waited in vain for the end of " + thread);
        }
    }

    /** Waits for the end of a process. */
    public static void untilEnded(Process process) {
        if (!uninterrupted(() -> process.waitFor(LIMIT))) {
            throw new AssertionError("waited in vain for the end of " + process);
        }
    }

    private static <T extends @Nullable Object> T uninterrupted(Callable<T> wait) {
        try {
            return wait.call();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
